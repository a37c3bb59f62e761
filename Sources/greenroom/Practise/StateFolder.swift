import Foundation
import TerminalClient

/// Where the program keeps what it needs between two runs, for its owner alone.
enum StateFolder {
    /// Of the XDG base directory specification.
    static var path: String {
        let environment = ProcessInfo.processInfo.environment
        let base = environment["XDG_STATE_HOME"] ?? (environment["HOME"] ?? "/var/lib") + "/.local/state"
        return base + "/greenroom"
    }

    /// Whole or not at all, and readable to nobody else at any moment.
    static func write(_ data: Data, to file: String) throws {
        let folder = (file as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let temporary = file + ".new"
        let isCreated = FileManager.default.createFile(
            atPath: temporary, contents: data, attributes: [.posixPermissions: 0o600])
        guard isCreated, unsafe rename(temporary, file) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
