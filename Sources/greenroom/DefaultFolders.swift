import Foundation

/// Where things are when nobody says where.
enum DefaultFolders {
    /// Of the XDG base directory specification.
    static var data: String {
        let environment = ProcessInfo.processInfo.environment
        if let state = environment["STATE_DIRECTORY"] { return state }  // systemd.exec(5)
        let base = environment["XDG_DATA_HOME"] ?? (environment["HOME"] ?? "/var/lib") + "/.local/share"
        return base + "/greenroom"
    }

    /// `Public` in the current folder, beside the program or above it, or where a package would put it.
    static var client: String {
        var candidates = ["Public"]
        if let program = Bundle.main.executableURL?.resolvingSymlinksInPath() {
            var folder = program.deletingLastPathComponent()
            for _ in 0..<5 {
                candidates.append(folder.appendingPathComponent("Public").path)
                folder.deleteLastPathComponent()
            }
        }
        candidates.append("/usr/share/greenroom/Public")
        return candidates.first { FileManager.default.fileExists(atPath: $0 + "/index.html") } ?? "Public"
    }
}
