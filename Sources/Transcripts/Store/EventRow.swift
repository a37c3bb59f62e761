import Interviews
import JSONReading
import JSONWriting
import QuestionBank

/// An event as the stores keep it: its kind and lane, to search by, and the event itself as JSON.
///
/// Two things are kept beside the event, and put back when it is read. Questions, because the same ones are asked in
/// most interviews. And by which visitor it was, because that can be forgotten, while the event is for ever.
struct EventRow: Hashable, Sendable {
    var kind: String
    var lane: String?
    var payload: String
    var visitor: String?
    /// The numbers of the questions that it asks.
    var questions: Set<Int>

    /// The parts stand in the order of their declarations; sets and dictionaries have none.
    ///
    /// - Parameters:
    ///   - format: of its interview; `nil` where it is of no event that could be packed.
    ///   - number: keeps a question, if it is not kept yet, and returns its number.
    /// - Throws: ``StoreError/failed(code:)`` where the event holds what JSON cannot say, as an infinite number.
    init(_ event: Event, in format: Format? = nil, number: (Question) throws -> Int) throws {
        let stored = try StoredEvent(event, in: format, number: number)
        kind = event.kind.rawValue
        lane = event.lane?.text
        visitor = event.visitor
        questions = stored.questions
        payload = try stored.packed?.payload ?? Self.json(stored)
    }

    /// Reads back what a store kept.
    ///
    /// - Parameter question: the question with a number.
    /// - Throws: ``StoreError/unreadable(_:seq:)``, and what `question` throws.
    static func event(
        payload: String, visitor: String?, interview: InterviewID, seq: Int,
        question: (Int) throws -> Question
    ) throws -> Event {
        do {
            let stored = try JSONTextDecoder.decode(StoredEvent.self, from: payload)
            return try stored.event(visitor: visitor, question: question)
        } catch let error where error is DecodingError || error is PackedAnswer.Unreadable {
            throw StoreError.unreadable(interview, seq: seq)
        }
    }

    static func json(_ value: some Encodable) throws(StoreError) -> String {
        do {
            return try JSONText.of(value)
        } catch {
            throw .failed(code: "event not encodable")
        }
    }
}
