public import Interviews

/// Reads a log that a server may be writing at the same time. Changes nothing.
public protocol LogArchive: Sendable {
    /// The interviews that have an event of a kind, in the order in which they had it first.
    func interviews(with kind: Event.Kind) throws(StoreError) -> [InterviewID]

    /// The interviews whose names begin or end like this, at most a hundred. Those of one hour begin alike.
    func interviews(named part: String) throws(StoreError) -> [InterviewID]

    /// The notes on a seat's transcript; none where the log was written before there were any.
    func notes(of interview: InterviewID, seat: SeatID) throws(StoreError) -> [Note]

    /// All events of an interview, in order.
    func events(of interview: InterviewID) throws(StoreError) -> [RecordedEvent]
}
