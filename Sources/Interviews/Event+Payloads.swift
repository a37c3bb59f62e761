public import Marking
public import QuestionBank

extension Event {
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

        public init(settings: Settings, bank: String, topics: [Topic], questions: [Question]) {
            self.settings = settings
            self.bank = bank
            self.topics = topics
            self.questions = questions
        }
    }

    public struct SeatTaken: Hashable, Sendable, Codable {
        public var seat: Seat
        public var ref: Reference?

        public init(seat: Seat, ref: Reference? = nil) {
            self.seat = seat
            self.ref = ref
        }
    }

    public struct QuestionAsked: Hashable, Sendable, Codable {
        /// Index of the question in the interview.
        public var question: Int
        /// Who asked for it, if anybody did.
        public var seat: SeatID?
        public var ref: Reference?

        public init(question: Int, seat: SeatID? = nil, ref: Reference? = nil) {
            self.question = question
            self.seat = seat
            self.ref = ref
        }
    }

    public struct Answered: Hashable, Sendable, Codable {
        public var seat: SeatID
        public var ref: Reference
        public var question: Int
        /// Counted from 1 for each seat and question.
        public var attempt: Int
        public var text: String
        public var mark: Mark

        public init(seat: SeatID, ref: Reference, question: Int, attempt: Int, text: String, mark: Mark) {
            self.seat = seat
            self.ref = ref
            self.question = question
            self.attempt = attempt
            self.text = text
            self.mark = mark
        }
    }

    public struct ModelAnswerRevealed: Hashable, Sendable, Codable {
        public var seat: SeatID
        public var ref: Reference
        public var question: Int

        public init(seat: SeatID, ref: Reference, question: Int) {
            self.seat = seat
            self.ref = ref
            self.question = question
        }
    }

    public struct QuestionSkipped: Hashable, Sendable, Codable {
        public var seat: SeatID
        public var ref: Reference
        public var question: Int

        public init(seat: SeatID, ref: Reference, question: Int) {
            self.seat = seat
            self.ref = ref
            self.question = question
        }
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

        public init(reason: Reason, seat: SeatID? = nil, ref: Reference? = nil) {
            self.reason = reason
            self.seat = seat
            self.ref = ref
        }
    }
}
