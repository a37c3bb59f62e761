import FoundationEssentials
import Interviews

/// An event as the stores keep it: its kind, to search by, and the event itself as JSON.
struct EventRow: Hashable, Sendable {
    var kind: String
    var payload: String

    /// The parts stand in the order of their declarations; sets and dictionaries have none.
    ///
    /// - Throws: ``StoreError/failed(code:)`` where the event holds what JSON cannot say, as an infinite number.
    init(_ event: Event) throws(StoreError) {
        do {
            payload = try JSONText.of(event)
        } catch {
            throw .failed(code: "event not encodable")
        }
        kind = event.kind.rawValue
    }

    /// Reads back what a store kept.
    static func event(payload: String, interview: InterviewID, seq: Int) throws(StoreError) -> Event {
        do {
            return try JSONDecoder().decode(Event.self, from: Data(payload.utf8))
        } catch {
            throw .unreadable(interview, seq: seq)
        }
    }
}
