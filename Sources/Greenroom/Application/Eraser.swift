public import Interviews
import Pages
package import Transcripts

/// Deletes what is a visitor's for good: what they practised alone, the rooms that they host, and in another's room
/// their own part, of which the host keeps that there was one.
package struct Eraser: Sendable {
    let store: any EventStore
    let keeper: LibraryKeeper

    package init(store: any EventStore, keeper: LibraryKeeper) {
        (self.store, self.keeper) = (store, keeper)
    }

    /// - Parameter interview: `nil` for everything.
    /// - Returns: What is gone; `nil` where there is nothing of theirs.
    package func erase(
        _ interview: InterviewID?, of visitor: String, at now: Timestamp
    ) throws(StoreError) -> Erasure? {
        guard let interview else {
            var erasure = Erasure()
            for one in try store.interviews(of: visitor) {
                guard let reading = Reading(try store.events(of: one)) else { continue }
                if Self.isTheirs(reading.interview, visitor) {
                    erasure.interviews.append(one)
                } else {
                    erasure.seats += try eraseSeats(of: reading.interview, visitor, at: now)
                }
            }
            try keeper.erase(erasure.interviews)
            try keeper.forget(visitor)
            return erasure
        }
        guard let reading = Reading(try store.events(of: interview)) else { return nil }
        if Self.isTheirs(reading.interview, visitor) {
            try keeper.erase([interview])
            return Erasure(interviews: [interview])
        }
        let seats = try eraseSeats(of: reading.interview, visitor, at: now)
        return seats.isEmpty ? nil : Erasure(seats: seats)
    }

    private static func isTheirs(_ interview: Interview, _ visitor: String) -> Bool {
        switch Scope.of(interview, for: .visitor(visitor)) {
        case .room: true
        case .seat: interview.rules == nil
        case nil: false
        }
    }

    /// All that the visitor has in a room: who came twice has two.
    private func eraseSeats(
        of interview: Interview, _ visitor: String, at now: Timestamp
    ) throws(StoreError) -> [RecordedEvent] {
        var erased: [RecordedEvent] = []
        for seat in interview.seats where interview.visitor(of: seat.id) == visitor {
            if let event = try keeper.erase(seat.id, of: interview.id, at: now) { erased.append(event) }
        }
        return erased
    }
}

/// What was deleted.
public struct Erasure: Hashable, Sendable {
    /// They are gone.
    public var interviews: [InterviewID] = []
    /// The events that say which seats of other interviews are empty now.
    public var seats: [RecordedEvent] = []
}
