public import Interviews
public import Scheduling

/// Where the log is kept. Every call waits for the disk or the network: ``LogWriter`` and ``LogReader`` keep
/// that off the loops.
public protocol EventStore: Sendable {
    /// Keeps appends, all of them in one transaction, and returns when they can no longer be lost.
    ///
    /// An append that conflicts harms none of the others. Several appends to one interview follow each other:
    /// the second has to know of the first.
    ///
    /// - Returns: One outcome for each append, in their order.
    /// - Throws: ``StoreError`` when nothing of all this is known to be kept. After a fault of the disk or the
    ///   network it may be kept all the same, so read the interview before deciding anew.
    func commit(_ appends: [Append]) throws(StoreError) -> [Outcome]

    /// The events of an interview that come after a seq, in order, at most `limit`; none where the interview
    /// is unknown.
    func events(of interview: InterviewID, after seq: Int, limit: Int) throws(StoreError) -> [RecordedEvent]

    /// The seq of the interview's last event; 0 where the interview is unknown.
    func latest(of interview: InterviewID) throws(StoreError) -> Int

    /// How many interviews are kept.
    func interviewCount() throws(StoreError) -> Int

    /// What a visitor was asked about, in no order.
    func reviews(of visitor: String) throws(StoreError) -> [Review]

    /// Forgets what a visitor was asked about. The interviews stay.
    func forgetReviews(of visitor: String) throws(StoreError)
}

extension EventStore {
    /// All events of an interview that come after a seq.
    public func events(of interview: InterviewID, after seq: Int = 0) throws(StoreError) -> [RecordedEvent] {
        try events(of: interview, after: seq, limit: .max)
    }
}
