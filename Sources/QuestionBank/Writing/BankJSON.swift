import FoundationEssentials
import Marking

/// A bank as JSON: a list of questions with everything that an author wrote.
enum BankJSON {
    private struct Entry: Encodable {
        var id: String
        var topic: String
        var question: String
        var answer: String?
        var keyPoints: [String]
        var points: [KeyPoint]
        var difficulty: Difficulty?
        var tags: [String]
        var references: [String]
        var samples: [SampleAnswer]

        enum CodingKeys: String, CodingKey {
            case id, topic, question, answer, points, difficulty, tags, references, samples
            case keyPoints = "key_points"
        }
    }

    static func write(_ bank: Bank) -> String {
        let titles = bank.titles
        let entries = bank.questions.map { question in
            Entry(
                id: question.id, topic: titles[question.topic] ?? question.topic, question: question.prompt,
                answer: question.modelAnswer,
                keyPoints: question.keyPoints.filter { !$0.isMisconception }
                    .map { $0.gist.isEmpty ? $0.head : $0.head + ": " + $0.gist },
                points: question.keyPoints, difficulty: question.difficulty, tags: question.tags,
                references: question.references, samples: question.samples)
        }
        return encode(entries)
    }

    static func encode(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Only floating-point infinities fail to encode, and a bank has none.
        guard let data = try? encoder.encode(value) else { return "[]" }
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}
