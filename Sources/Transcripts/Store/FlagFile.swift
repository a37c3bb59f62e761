import FoundationEssentials
import Glibc
public import QuestionBank

/// Where flags are kept for the author: `flags.jsonl` in the data folder, one a line.
public struct FlagFile: Sendable {
    private let path: String
    /// When it is so large, in bytes, nothing is added until the author has taken it away.
    public static let capacity = 1 << 20

    public init(folder: String) {
        path = folder + "/flags.jsonl"
    }

    public func append(_ flag: QuestionFlag) throws(StoreError) {
        guard var line = try? Self.encoder.encode(flag) else { throw .failed(code: "a flag is no text") }
        line.append(UInt8(ascii: "\n"))
        let file = unsafe open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .unavailable(code: "flags: \(errno)") }
        defer { close(file) }
        guard lseek(file, 0, SEEK_END) + line.count <= Self.capacity else { throw .full }
        let written = unsafe line.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
        guard written == line.count else { throw .unavailable(code: "flags: \(errno)") }
    }

    /// Every flag, in the order in which they came; lines that are none are passed over.
    public func read() -> [QuestionFlag] {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        return data.split(separator: UInt8(ascii: "\n")).compactMap {
            try? JSONDecoder().decode(QuestionFlag.self, from: Data($0))
        }
    }

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}
