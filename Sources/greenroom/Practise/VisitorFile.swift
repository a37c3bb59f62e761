import Foundation
import TerminalClient

/// The cookies by which servers know this candidate again, to tell what is due and what was asked lately.
struct VisitorFile {
    /// The server's address, or the data folder of the one within the program.
    let server: String

    private static var path: String { StateFolder.path + "/visitors.json" }

    var cookie: String? { Self.read()[server] }

    /// - Parameter cookies: `name=value`, as the server set them; none: the old ones stay.
    func keep(_ cookies: [String]) {
        guard !cookies.isEmpty else { return }
        var all = Self.read()
        all[server] = cookies.joined(separator: "; ")
        guard let data = try? JSONEncoder().encode(all) else { return }
        // Whoever cannot keep it is a stranger the next time, and nothing else.
        try? StateFolder.write(data, to: Self.path)
    }

    private static func read() -> [String: String] {
        guard let data = FileManager.default.contents(atPath: path) else { return [:] }
        return (try? JSONDecoder().decode([String: String].self, from: data)) ?? [:]
    }
}
