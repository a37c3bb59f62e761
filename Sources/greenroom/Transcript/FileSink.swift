import ArgumentParser
import Foundation

/// Where an export goes: a new file for its owner alone, which gets its name when it is whole, or standard output.
final class FileSink {
    private let handle: FileHandle
    private let path: String?

    init(_ path: String?) throws {
        self.path = path
        guard let path else {
            handle = .standardOutput
            return
        }
        let part = path + ".part"
        let file = unsafe open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard !FileManager.default.fileExists(atPath: path), file >= 0 else {
            if file >= 0 {
                close(file)
                unsafe unlink(part)
            }
            Terminal.complain("greenroom: \(path) exists already, or cannot be made")
            throw ExitCode(73)  // EX_CANTCREAT
        }
        handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    }

    func write(_ text: String) throws { try write(Data(text.utf8)) }

    func write(_ data: Data) throws { try handle.write(contentsOf: data) }

    func finish() throws {
        guard let path else { return }
        try handle.synchronize()
        // Unlike a rename, a link replaces nothing.
        guard unsafe link(path + ".part", path) == 0 else { throw CocoaError(.fileWriteFileExists) }
        unsafe unlink(path + ".part")
    }

    func giveUp() {
        if let path { unsafe unlink(path + ".part") }
    }
}
