import FoundationEssentials
import JSONReading

@testable import Transcripts

/// A folder for one test, gone with the test.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/transcripts-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}

extension TemporaryFolder {
    /// The names of the files whose bytes hold a text, be it in an answer that is packed in them.
    func files(holding text: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).filter { name in
            let bytes = try Data(contentsOf: URL(filePath: path + "/" + name))
            return bytes.firstRange(of: Data(text.utf8)) != nil
                || Self.answers(packedIn: bytes).contains { $0.contains(text) }
        }
    }

    /// Answers that are packed anywhere, in what was deleted too.
    private static func answers(packedIn bytes: Data) -> [String] {
        var answers: [String] = []
        var rest = bytes
        while let start = rest.firstRange(of: Data(#""packed":""#.utf8)) {
            rest = rest[start.upperBound...]
            let packed = String(decoding: rest.prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
            let payload = #"{"kind":"answered","seat":"c1","ref":"a","packed":"\#(packed)"}"#
            guard let stored = try? JSONTextDecoder.decode(StoredEvent.self, from: payload) else { continue }
            answers.append("\(stored.event(visitor: nil) { _ in preconditionFailure("no question") })")
        }
        return answers
    }
}
