/// An answer beside what it should say, as in the public collections of human-graded short answers.
///
/// In JSON: `{"id", "question", "reference": text or list, "key_points": list, "answer"}`; either of the two is enough.
public struct Pair: Hashable, Sendable, Codable {
    public var id: String
    public var question: String
    /// Full answers, each of which would do by itself.
    public var references: [String]
    /// What a full answer says, one by one; where there are some, the references are not used.
    public var keyPoints: [String]
    public var answer: String

    enum CodingKeys: String, CodingKey {
        case id, question, answer
        case references = "reference"
        case keyPoints = "key_points"
    }

    public init(
        id: String, question: String = "", references: [String] = [], keyPoints: [String] = [], answer: String
    ) {
        self.id = id
        self.question = question
        self.references = references
        self.keyPoints = keyPoints
        self.answer = answer
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(String.self, forKey: .id)
        question = try container.decodeIfPresent(String.self, forKey: .question) ?? ""
        answer = try container.decode(String.self, forKey: .answer)
        keyPoints = try container.decodeIfPresent([String].self, forKey: .keyPoints) ?? []
        if let one = try? container.decode(String.self, forKey: .references) {
            references = [one]
        } else {
            references = try container.decodeIfPresent([String].self, forKey: .references) ?? []
        }
    }
}

/// What is foretold of a ``Pair``: how a person would grade the answer.
public struct Prediction: Hashable, Sendable, Codable {
    public var id: String
    /// 0...1, the calibrated coverage.
    public var predicted: Double
    /// How far each key point is said, or each reference where there are no key points, 0...1.
    public var points: [Double]
}
