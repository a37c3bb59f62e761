import CCrypto
import FoundationEssentials
import JSONReading
import QuestionBank

/// A question as the stores keep it: once, whatever number of interviews asks it.
struct QuestionRow: Hashable, Sendable {
    /// SHA-256 of the body.
    var digest: [UInt8]
    var body: String

    /// - Throws: ``StoreError/failed(code:)`` where JSON cannot say it.
    init(_ question: Question) throws(StoreError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(OrderedQuestion(question)) else {
            throw .failed(code: "question not encodable")
        }
        body = String(decoding: bytes, as: UTF8.self)
        digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        unsafe SHA256(Array(bytes), bytes.count, &digest)
    }

    static func question(body: String) throws -> Question {
        try JSONTextDecoder.decode(OrderedQuestion.self, from: body).whole
    }
}

/// A question whose JSON is always the same: a set has no order of its own.
private struct OrderedQuestion: Codable {
    var question: Question
    var flags: [Flag]

    init(_ question: Question) {
        self.question = question
        flags = question.flags.sorted { $0.rawValue < $1.rawValue }
        self.question.flags = []
    }

    var whole: Question {
        var question = question
        question.flags = Set(flags)
        return question
    }
}
