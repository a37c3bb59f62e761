import Foundation
import Marking
import QuestionBank
import Testing

/// One small document for each kind of shape that people have, with what must come out.
@Suite struct KindTests {
    struct Expected: Decodable {
        var question: String
        /// Empty where there is no answer, absent where nothing is said of it.
        var answerStart: String?
        var answerEnd: String?
        var topic: String?
        var keyPointsWithout: [String]?

        enum CodingKeys: String, CodingKey {
            case question, topic
            case answerStart = "answer_start"
            case answerEnd = "answer_end"
            case keyPointsWithout = "key_points_without"
        }
    }

    private static let folder = Fixture.folder("Fixtures/Kinds")

    static let documents: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { !$0.hasSuffix(".expected.json") }.sorted()
    }()

    @Test func thereAreDocumentsOfManyKinds() {
        #expect(Self.documents.count == 65)
    }

    @Test(arguments: documents)
    func everyKindIsRead(name: String) throws {
        let stem = try #require(name.split(separator: ".").first)
        let data = try Fixture.bytes(Self.folder + "/" + stem + ".expected.json")
        let expected = try JSONDecoder().decode([Expected].self, from: Data(data))
        let reading = try Fixture.read(name, in: Self.folder)
        #expect(reading.questions.count == expected.count, "\(reading.questions.map(\.prompt))")
        for item in expected { try check(item, in: reading) }
    }

    /// What is read can be written in our own format and is the same bank when read again.
    @Test func everyKindComesBack() throws {
        for name in Self.documents {
            let loaded = LoadedBank(documents: [try Fixture.read(name, in: Self.folder)])
            let files = loaded.bank.export(.markdown)
            let again = LoadedBank(documents: files.map { readDocument($0.text, name: $0.name) })
            #expect(again.bank.hash == loaded.bank.hash, "\(name)")
            #expect(again.check().filter { $0.severity == .error } == [], "\(name)")
        }
    }

    private func check(_ item: Expected, in reading: DocumentReading) throws {
        let wanted = letters(item.question)
        let question = try #require(
            reading.questions.first { letters($0.prompt) == wanted }
                ?? reading.questions.first { letters($0.prompt).hasPrefix(wanted) },
            "\(item.question) is missing")
        let answer = question.modelAnswer ?? ""
        if item.answerStart == "" {
            #expect(answer.isEmpty)
        } else if let start = item.answerStart {
            #expect(letters(answer).hasPrefix(letters(start)), "\(answer)")
            if let end = item.answerEnd { #expect(letters(answer).hasSuffix(letters(end)), "\(answer)") }
        }
        if let topic = item.topic {
            #expect(Fixture.title(of: question, in: reading).map(letters) == letters(topic))
        }
        for part in item.keyPointsWithout ?? [] {
            #expect(!question.keyPoints.contains { $0.head.hasPrefix(part) || $0.gist.hasPrefix(part) })
        }
    }

    private func letters(_ text: String) -> String {
        var plain = ""
        var depth = 0
        for character in text.precomposedStringWithCompatibilityMapping.lowercased() {
            if character == "<" { depth = 1 }
            if depth == 0, character.isLetter || character.isNumber { plain.append(character) }
            if character == ">" { depth = 0 }
        }
        return plain
    }
}
