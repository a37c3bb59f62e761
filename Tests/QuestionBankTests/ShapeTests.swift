import Foundation
import Marking
import QuestionBank
import Testing

/// One small document for each shape and trap, with what must come out.
@Suite struct ShapeTests {
    struct Expected: Decodable, Sendable {
        struct Item: Decodable, Sendable {
            var question: String
            var answerStart: String
            var answerEnd: String
            var topic: String?
            var hasAnswer: Bool?
            var difficulty: String?
            var tags: [String]?
            var flags: [String]?
            var keyPoints: [String]?

            enum CodingKeys: String, CodingKey {
                case question, topic, difficulty, tags, flags
                case answerStart = "answer_start"
                case answerEnd = "answer_end"
                case hasAnswer = "has_answer"
                case keyPoints = "key_points"
            }
        }
        var expected: [Item]
    }

    static let all: [String: Expected] = {
        guard let data = FileManager.default.contents(atPath: Fixture.shapes + "/expected.json"),
            let all = try? JSONDecoder().decode([String: Expected].self, from: data)
        else { return [:] }
        return all
    }()

    @Test func thereAreTwentySixShapes() {
        #expect(Self.all.count == 26)
    }

    @Test(arguments: all.keys.sorted())
    func shapeComesOutAsExpected(name: String) throws {
        let items = try #require(Self.all[name]).expected
        let reading = try Fixture.read(name, in: Fixture.shapes)
        #expect(reading.problems.isEmpty)
        var rest = reading.questions
        for item in items {
            let index =
                rest.firstIndex { words($0.prompt) == words(item.question) }
                ?? rest.firstIndex { words($0.prompt).hasPrefix(words(item.question)) }
            let found = try #require(index, "\(item.question) is missing")
            check(rest.remove(at: found), item, in: reading)
        }
        #expect(rest.map(\.prompt) == [])
    }

    private func check(_ question: Question, _ item: Expected.Item, in reading: DocumentReading) {
        let answer = question.modelAnswer ?? ""
        if item.hasAnswer == false {
            #expect(answer.isEmpty)
            #expect(question.flags.contains(.withoutAnswer))
        } else {
            #expect(words(answer).hasPrefix(words(item.answerStart)))
            #expect(words(answer).hasSuffix(words(item.answerEnd)) || answer.hasSuffix(item.answerEnd))
        }
        if let topic = item.topic {
            #expect(Fixture.title(of: question, in: reading).map(words) == words(topic))
        }
        if let difficulty = item.difficulty {
            #expect(question.difficulty?.rawValue == (difficulty == "expert" ? "hard" : difficulty))
        }
        if let tags = item.tags { #expect(question.tags == tags) }
        let expected = Set((item.flags ?? []).map { $0 == "partial_link" ? Flag.partialAnswer.rawValue : $0 })
        let flags = Set(question.flags.map(\.rawValue)).intersection(["truncated", "partialAnswer"])
        #expect(flags == expected)
        for point in item.keyPoints ?? [] {
            #expect(question.keyPoints.contains { words($0.head) == words(point) }, "\(point)")
        }
    }
}
