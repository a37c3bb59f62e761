public import Interviews
public import Scheduling

/// Where the log is kept. Every call waits for the disk or the network: ``LogWriter`` and ``LogReader`` keep
/// that off the loops.
public protocol EventStore: Sendable {
    /// Keeps appends, all of them in one transaction, and returns when they can no longer be lost.
    ///
    /// Events are numbered as they come, behind those that their interview has. An append that has no place harms
    /// none of the others.
    ///
    /// - Returns: One outcome for each append, in their order.
    /// - Throws: ``StoreError`` when nothing of all this is known to be kept. After a fault of the disk or the
    ///   network it may be kept all the same, so read the interview before deciding anew.
    func commit(_ appends: [Append]) throws(StoreError) -> [Appended]

    /// The events of an interview in some lanes that come after a seq, in order, at most `limit`; none where the
    /// interview is unknown.
    func events(
        of interview: InterviewID, lanes: Lanes, after seq: Int, limit: Int
    ) throws(StoreError) -> [RecordedEvent]

    /// The interview that was opened with a code.
    func interview(with code: RoomCode) throws(StoreError) -> InterviewID?

    /// The seq of the interview's last event; 0 where the interview is unknown.
    func latest(of interview: InterviewID) throws(StoreError) -> Int

    /// The same of several; those that are unknown are not in it.
    func latest(of interviews: [InterviewID]) throws(StoreError) -> [InterviewID: Int]

    /// How many interviews are kept.
    func interviewCount() throws(StoreError) -> Int

    /// The interviews that a visitor has opened or has a seat in, as far as the log knows.
    func interviews(of visitor: String) throws(StoreError) -> [InterviewID]

    /// The interviews whose names come after one, in the order of names, at most `limit`: when each was opened and how
    /// many events it has.
    func heads(after interview: InterviewID?, limit: Int) throws(StoreError) -> [LogHead]

    /// Whether an interview has such a seat. Costs little beside reading the interview.
    func hasSeat(_ holder: SeatHolder, in interview: InterviewID) throws(StoreError) -> Bool

    /// What a visitor was asked about, in no order: of the questions they were asked the latest so many.
    func reviews(of visitor: String, latest count: Int) throws(StoreError) -> [Review]

    /// Forgets a visitor: what they were asked about, and which interviews were theirs. The interviews stay, and
    /// nothing in them says whose they were.
    func forget(_ visitor: String) throws(StoreError)

    /// Deletes an interview for good, with the questions that no other one asks.
    ///
    /// - Returns: Whether there was one.
    @discardableResult
    func erase(_ interview: InterviewID) throws(StoreError) -> Bool

    /// Deletes for good what was done in one seat of an interview, with its links and notes, and keeps that it was.
    ///
    /// - Returns: The event that says so; `nil` where there is no such seat, or not any more.
    func erase(
        _ seat: SeatID, of interview: InterviewID, at now: Timestamp
    ) throws(StoreError) -> RecordedEvent?
}

/// Whose a seat may be.
public enum SeatHolder: Hashable, Sendable {
    /// Whoever knows the secret with this digest.
    case secret(digest: String)
    case visitor(String)
}

/// How far an interview's log goes.
public struct LogHead: Hashable, Sendable {
    public var interview: InterviewID
    public var opened: Timestamp
    /// The seq of the last event.
    public var latest: Int

    public init(interview: InterviewID, opened: Timestamp, latest: Int) {
        (self.interview, self.opened, self.latest) = (interview, opened, latest)
    }
}

extension EventStore {
    public func latest(of interviews: [InterviewID]) throws(StoreError) -> [InterviewID: Int] {
        var all: [InterviewID: Int] = [:]
        for interview in interviews {
            let seq = try latest(of: interview)
            if seq > 0 { all[interview] = seq }
        }
        return all
    }

    /// Everything that a visitor was asked about, in no order.
    public func reviews(of visitor: String) throws(StoreError) -> [Review] {
        try reviews(of: visitor, latest: .max)
    }

    /// All events of an interview that come after a seq.
    public func events(of interview: InterviewID, after seq: Int = 0) throws(StoreError) -> [RecordedEvent] {
        try events(of: interview, lanes: .all, after: seq, limit: .max)
    }

    /// Events of an interview that come after a seq, at most `limit`.
    public func events(
        of interview: InterviewID, after seq: Int, limit: Int
    ) throws(StoreError) -> [RecordedEvent] {
        try events(of: interview, lanes: .all, after: seq, limit: limit)
    }
}
