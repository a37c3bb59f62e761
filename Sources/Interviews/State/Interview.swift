public import QuestionBank

/// One run through chosen questions: the fold of its events. Solo and group are the same thing; an interview
/// has seats. A value: nothing here waits, performs, or asks the time.
public struct Interview: Sendable {
    /// Where the interview stands.
    public enum Phase: Hashable, Sendable {
        /// No event was applied yet.
        case notOpened
        /// Open, but no question was asked yet.
        case lobby
        /// The question with this index is being asked or answered.
        case asking(Int)
        case ended(Event.Ended.Reason)
    }

    /// In UTF-16 code units.
    public static let maximumAnswerLength = 20_000

    public let id: InterviewID
    /// The number of the last event applied; 0 before the first.
    public private(set) var seq = 0
    public internal(set) var phase = Phase.notOpened
    /// How it was set up and with which questions; `nil` before the first event.
    public internal(set) var opening: Event.Opened?
    /// In the order in which they are asked. Where the difficulty adapts, those that are still to come may change.
    public internal(set) var questions: [Question] = []
    /// In the order in which they were taken.
    public internal(set) var seats: [Seat] = []
    /// How many of the questions were asked: they are asked in order.
    public internal(set) var askedCount = 0
    /// `nil` where there is no limit.
    public internal(set) var clock: Clock?
    /// Whether the time is up.
    public internal(set) var isClosed = false
    var responses: [ResponseKey: Response] = [:]
    var requests: [RequestKey: Int] = [:]
    var pausedSince: Timestamp?
    /// How long the clock was stopped on purpose so far, in milliseconds.
    var pauses: Int64 = 0

    public init(id: InterviewID) {
        self.id = id
    }

    public var settings: Settings? { opening?.settings }

    public var isPaused: Bool { pausedSince != nil }

    /// Whether candidates may see marks, model answers and what else gives the key points away.
    public var showsMarks: Bool {
        if case .ended = phase { return true }
        return settings?.mode != .realistic
    }

    /// What a seat did about a question; an untouched ``Response`` where it did nothing yet.
    public func response(of seat: SeatID, to question: Int) -> Response {
        responses[ResponseKey(seat: seat, question: question)] ?? Response()
    }

    public func seat(_ id: SeatID) -> Seat? {
        seats.first { $0.id == id }
    }

    /// Folds an event that came back from the log and says what to tell whom.
    ///
    /// Total and idempotent: an event that was applied before changes nothing, and so does one that leaves a
    /// gap behind ``seq``; whoever finds `seq` unmoved has to read the missing ones first.
    @discardableResult
    public mutating func apply(_ recorded: RecordedEvent) -> [Notice] {
        guard recorded.interview == id, recorded.seq == seq + 1 else { return [] }
        seq = recorded.seq
        if let request = recorded.event.request {
            let key = RequestKey(seat: request.seat, ref: request.ref)
            if requests[key] == nil { requests[key] = recorded.seq }
        }
        guard changeState(by: recorded.event, at: recorded.at) else { return [] }
        return [notice(of: recorded)]
    }
}
