import Marking

/// One question of an import, as `bank import --json` lists it: every question found, repeated ones too.
public struct ImportRecord: Hashable, Sendable, Codable {
    public var file: String
    public var line: Int
    public var topic: String
    public var question: String
    public var answer: String
    public var keyPoints: [String]
    public var flags: [Flag]

    enum CodingKeys: String, CodingKey {
        case file, line, topic, question, answer, flags
        case keyPoints = "key_points"
    }
}

extension DocumentReading {
    /// The document's questions, in its order.
    public var records: some Sequence<ImportRecord> {
        let titles = Dictionary(topics.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        return questions.lazy.map { question in
            ImportRecord(
                file: question.source.file, line: question.source.line,
                topic: titles[question.topic] ?? question.topic,
                question: question.prompt, answer: question.modelAnswer ?? "",
                keyPoints: question.keyPoints.map { $0.gist.isEmpty ? $0.head : $0.head + ": " + $0.gist },
                flags: question.flags.sorted { $0.rawValue < $1.rawValue })
        }
    }
}
