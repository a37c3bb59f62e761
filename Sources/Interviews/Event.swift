public import Marking
public import QuestionBank

/// A fact about an interview that was committed to the log: the only thing that changes an interview.
///
/// An event carries enough to be applied late or twice without harm.
public enum Event: Hashable, Sendable {
    case opened(Opened)
    case seatTaken(SeatTaken)
    case questionAsked(QuestionAsked)
    case answered(Answered)
    case modelAnswerRevealed(ModelAnswerRevealed)
    case questionSkipped(QuestionSkipped)
    case ended(Ended)

    /// The interview exists. Its questions are kept whole, so that it can go on and be read for ever,
    /// whatever becomes of the bank.
    public struct Opened: Hashable, Sendable, Codable {
        public var settings: Settings
        /// ``Bank/hash`` of the bank that the questions come from.
        public var bank: String
        /// The topics of the questions, in the bank's order.
        public var topics: [Topic]
        /// In the order in which they are asked; at least one.
        public var questions: [Question]
    }

    public struct SeatTaken: Hashable, Sendable, Codable {
        public var seat: Seat
        public var ref: Reference?
    }

    public struct QuestionAsked: Hashable, Sendable, Codable {
        /// Index of the question in the interview.
        public var question: Int
        /// Who asked for it, if anybody did.
        public var seat: SeatID?
        public var ref: Reference?
    }

    public struct Answered: Hashable, Sendable, Codable {
        public var seat: SeatID
        public var ref: Reference
        public var question: Int
        /// Counted from 1 for each seat and question.
        public var attempt: Int
        public var text: String
        public var mark: Mark
    }

    public struct ModelAnswerRevealed: Hashable, Sendable, Codable {
        public var seat: SeatID
        public var ref: Reference
        public var question: Int
    }

    public struct QuestionSkipped: Hashable, Sendable, Codable {
        public var seat: SeatID
        public var ref: Reference
        public var question: Int
    }

    public struct Ended: Hashable, Sendable, Codable {
        public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
            /// Every question was asked and dealt with.
            case finished
            /// Somebody ended it before.
            case left
        }

        public var reason: Reason
        public var seat: SeatID?
        public var ref: Reference?
    }
}

extension Event {
    /// The request that this event answers, if a request caused it.
    public var request: (seat: SeatID, ref: Reference)? {
        switch self {
        case .opened: nil
        case .seatTaken(let taken): taken.ref.map { (taken.seat.id, $0) }
        case .questionAsked(let asked): Self.pair(asked.seat, asked.ref)
        case .answered(let answered): (answered.seat, answered.ref)
        case .modelAnswerRevealed(let revealed): (revealed.seat, revealed.ref)
        case .questionSkipped(let skipped): (skipped.seat, skipped.ref)
        case .ended(let ended): Self.pair(ended.seat, ended.ref)
        }
    }

    private static func pair(_ seat: SeatID?, _ ref: Reference?) -> (seat: SeatID, ref: Reference)? {
        guard let seat, let ref else { return nil }
        return (seat, ref)
    }
}

/// An event with its place in the log.
public struct RecordedEvent: Hashable, Sendable {
    public var interview: InterviewID
    /// Place among the interview's events, from 1 without gaps.
    public var seq: Int
    public var at: Timestamp
    public var event: Event

    public init(interview: InterviewID, seq: Int, at: Timestamp, event: Event) {
        self.interview = interview
        self.seq = seq
        self.at = at
        self.event = event
    }
}
