import Foundation
import QuestionBank
import Testing

@testable import Transcripts

/// What readers find fault with waits in a file for the author.
struct FlagFileTests {
    @Test func flagsComeBackInTheirOrderAndOtherLinesArePassedOver() throws {
        let folder = try TemporaryFolder()
        let file = FlagFile(folder: folder.path)
        #expect(file.read().isEmpty)
        let flags = [
            QuestionFlag(question: "a/b", fault: .unclear),
            QuestionFlag(question: "c", fault: .wrongPoint, note: "two\nlines, \u{201c}quoted\u{201d}"),
        ]
        try file.append(flags[0])
        let path = folder.path + "/flags.jsonl"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try Data((text + "no flag\n{}\n\n").utf8).write(to: URL(fileURLWithPath: path))
        try file.append(flags[1])
        #expect(file.read() == flags)
    }

    @Test func itIsFullAtItsCapacity() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/flags.jsonl"
        #expect(FileManager.default.createFile(atPath: path, contents: Data(count: FlagFile.capacity - 10)))
        #expect(throws: StoreError.full) {
            try FlagFile(folder: folder.path).append(QuestionFlag(question: "a", fault: .outdated))
        }
        #expect(
            try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int == FlagFile.capacity - 10)
    }
}
