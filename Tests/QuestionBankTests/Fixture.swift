import Foundation
import QuestionBank
import Testing

/// Documents that lie beside the tests.
enum Fixture {
    static let shapes = folder("Fixtures/Shapes")
    static let seedShapes = folder("../Fixtures/SeedShapes")

    static func folder(_ name: String) -> String {
        let parts = #filePath.split(separator: "/").dropLast()
        return "/" + parts.joined(separator: "/") + "/" + name
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try #require(FileManager.default.contents(atPath: path)))
    }

    static func read(_ name: String, in folder: String) throws -> DocumentReading {
        readDocument(try bytes(folder + "/" + name), name: name)
    }

    static func title(of question: Question, in reading: DocumentReading) -> String? {
        reading.topics.first { $0.id == question.topic }?.title
    }
}

/// Text as a comparison of documents sees it: words only, links by their text.
func words(_ text: String) -> String {
    var rest = Substring(text)
    var plain = ""
    while let open = rest.range(of: "](") {
        plain += rest[..<open.lowerBound]
        let after = rest[open.upperBound...]
        guard let close = after.firstIndex(of: ")") else { break }
        rest = after[after.index(after: close)...]
    }
    plain += rest
    let scalars = plain.lowercased().unicodeScalars.map {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_" ? Character($0) : " "
    }
    return String(scalars).split(separator: " ").joined(separator: " ")
}
