public import Interviews

/// Events that were decided together and are kept together or not at all.
///
/// The log numbers them. Whether they count is said where they are folded: what was decided on an old state does no
/// harm there.
public struct Append: Hashable, Sendable {
    public enum Place: Hashable, Sendable {
        /// The interview is new.
        case opening
        /// Behind whatever is there.
        case next
    }

    public var interview: InterviewID
    public var place: Place
    /// In the order in which they happened; at least one.
    public var events: [Event]
    /// The time that all of these events get.
    public var at: Timestamp
    /// What the events say about the visitor's memory; kept with them.
    public var reviews: [QuestionReview]
    /// In which the interview was opened; `nil` is the first.
    public var format: Format?
    /// Comes back with the outcome and means nothing to the log.
    public var ticket: UInt64

    /// - Parameter format: where the events do not open it.
    public init(
        interview: InterviewID, place: Place, events: [Event], at: Timestamp, reviews: [QuestionReview] = [],
        in format: Format? = nil, ticket: UInt64 = 0
    ) {
        precondition(!events.isEmpty, "an append has at least one event")
        self.interview = interview
        self.place = place
        self.events = events
        self.at = at
        self.reviews = reviews
        self.format = if case .opened(let opened)? = events.first { opened.format } else { format }
        self.ticket = ticket
    }
}

/// What becomes of an append in the log.
public enum Appended: Hashable, Sendable {
    /// The events are kept, and these are their numbers.
    case recorded([RecordedEvent])
    /// Nothing was kept: an interview of that name is there already.
    case taken
    /// Nothing was kept: there is no such interview, or not any more.
    case gone
}
