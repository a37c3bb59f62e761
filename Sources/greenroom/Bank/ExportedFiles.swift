import ArgumentParser
import Foundation
import QuestionBank

/// Files on their way to a folder.
struct ExportedFiles {
    let files: [ExportedFile]

    init(_ files: [ExportedFile]) {
        self.files = files
    }

    /// Writes into a folder that is new or empty, so that nobody's questions are overwritten.
    func write(to folder: String) throws {
        let manager = FileManager.default
        do {
            try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
            guard try manager.contentsOfDirectory(atPath: folder).isEmpty else {
                Terminal.complain("greenroom: \(folder) is not empty; give a new folder")
                throw ExitCode(73)  // EX_CANTCREAT
            }
            for file in files {
                try Data(file.text.utf8).write(
                    to: URL(fileURLWithPath: folder).appendingPathComponent(file.name))
            }
        } catch let error as CocoaError {
            Terminal.complain("greenroom: \(folder) cannot be written: \(error.localizedDescription)")
            throw ExitCode(73)
        }
    }
}
