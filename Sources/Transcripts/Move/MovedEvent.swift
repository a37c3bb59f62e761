import Interviews
import JSONReading
import QuestionBank

/// An event as a store keeps it, but for the numbers of its questions, which every store gives anew: here they count from
/// 1, and the questions stand beside it.
struct MovedEvent: Hashable, Sendable {
    var seq: Int
    var at: Int64
    var kind: String
    var lane: String?
    var payload: String
    var questions: [QuestionRow] = []

    /// - Parameters:
    ///   - payload: as the store keeps it.
    ///   - question: the question with a number.
    /// - Throws: ``StoreError/unreadable(_:seq:)``, and what `question` throws.
    init(
        of interview: InterviewID, seq: Int, at: Int64, kind: String, lane: String?, payload: String,
        question: (Int) throws -> Question
    ) throws {
        (self.seq, self.at, self.kind, self.lane, self.payload) = (seq, at, kind, lane, payload)
        guard let stored = try Self.asking(payload, kind: kind, of: interview, seq: seq) else { return }
        var questions: [QuestionRow] = []
        let event = try stored.event(visitor: nil, question: question)
        self.payload = try EventRow(event) { question in
            questions.append(try QuestionRow(question))
            return questions.count
        }.payload
        self.questions = questions
    }

    /// What another store keeps.
    ///
    /// - Parameter number: keeps a question, if it is not kept yet, and returns its number.
    func kept(
        of interview: InterviewID, number: (Question) throws -> Int
    ) throws -> (payload: String, questions: Set<Int>) {
        guard let stored = try Self.asking(payload, kind: kind, of: interview, seq: seq) else {
            return (payload, [])
        }
        let event = try stored.event(visitor: nil) { index in
            guard questions.indices.contains(index - 1) else { throw StoreError.corrupt }
            return try QuestionRow.question(body: questions[index - 1].body)
        }
        let row = try EventRow(event, number: number)
        return (row.payload, row.questions)
    }

    /// The event where it holds numbers of questions. Every other one is moved as it stands, even where this version
    /// could not read it.
    private static func asking(
        _ payload: String, kind: String, of interview: InterviewID, seq: Int
    ) throws -> StoredEvent? {
        guard [Event.Kind.opened, .planChanged].map(\.rawValue).contains(kind) else { return nil }
        guard let stored = try? JSONTextDecoder.decode(StoredEvent.self, from: payload) else {
            throw StoreError.unreadable(interview, seq: seq)
        }
        return stored.questions.isEmpty ? nil : stored
    }
}
