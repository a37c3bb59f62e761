public import Interviews

/// Events that were decided together and are kept together or not at all.
public struct Append: Hashable, Sendable {
    public var interview: InterviewID
    /// The ``RecordedEvent/seq`` of the last event that the decision knew; 0 where the interview must be new.
    public var after: Int
    /// In the order in which they happened; at least one.
    public var events: [Event]
    /// The time that all of these events get.
    public var at: Timestamp
    /// What the events say about the visitor's memory; kept with them.
    public var reviews: [QuestionReview]
    /// Comes back with the outcome and means nothing to the log.
    public var ticket: UInt64

    public init(
        interview: InterviewID, after: Int, events: [Event], at: Timestamp, reviews: [QuestionReview] = [],
        ticket: UInt64 = 0
    ) {
        precondition(after >= 0 && !events.isEmpty, "an append has a place and at least one event")
        self.interview = interview
        self.after = after
        self.events = events
        self.at = at
        self.reviews = reviews
        self.ticket = ticket
    }
}

/// What the store says to an append.
public enum Outcome: Hashable, Sendable {
    /// The events are kept, and this is what the log made of them.
    case recorded([RecordedEvent])
    /// Nothing was kept, because the interview's last event is another one than the decision knew.
    case conflict(latest: Int)
}
