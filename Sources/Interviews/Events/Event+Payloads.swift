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
        /// ``Choice/alternatives``
        public var alternatives: [[Question]]?
        /// Digest of the secret by which the visitor who opened it is known.
        public var visitor: String?
        /// `nil` where somebody practises alone.
        public var room: RoomRules?
        /// By which others find the room.
        public var code: RoomCode?
        /// `nil` is the first.
        public var format: Format?

        public init(
            settings: Settings, bank: String, topics: [Topic], questions: [Question],
            alternatives: [[Question]]? = nil, visitor: String? = nil, room: RoomRules? = nil,
            code: RoomCode? = nil, format: Format? = .current
        ) {
            self.settings = settings
            self.bank = bank
            self.topics = topics
            self.questions = questions
            self.alternatives = alternatives
            self.visitor = visitor
            self.room = room
            self.code = code
            self.format = format
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
        /// Where the difficulty adapts: which of the alternatives is asked.
        public var level: Difficulty?
        /// Who asked for it, if anybody did.
        public var seat: SeatID?
        public var ref: Reference?
        /// The only seat that it is asked, where each moves on alone.
        public var `for`: SeatID?
        /// Who is in the hot seat.
        public var answering: SeatID?

        public init(
            question: Int, level: Difficulty? = nil, seat: SeatID? = nil, ref: Reference? = nil,
            for only: SeatID? = nil, answering: SeatID? = nil
        ) {
            self.question = question
            self.level = level
            self.seat = seat
            self.ref = ref
            self.for = only
            self.answering = answering
        }
    }

    public struct Answered: Hashable, Sendable, Codable {
        public var seat: SeatID
        public var ref: Reference
        public var question: Int
        /// Counted from 1 for each seat and question.
        public var attempt: Int
        /// All that counts for this attempt; with the reply to a follow-up question the answer before it too.
        public var text: String
        public var mark: Mark
        public var reply: Reply?
        /// The time was up already.
        public var isLate: Bool?

        public init(
            seat: SeatID, ref: Reference, question: Int, attempt: Int, text: String, mark: Mark,
            reply: Reply? = nil, isLate: Bool? = nil
        ) {
            self.seat = seat
            self.ref = ref
            self.question = question
            self.attempt = attempt
            self.text = text
            self.mark = mark
            self.reply = reply
            self.isLate = isLate
        }

        /// The part of the text that replies to a follow-up question.
        public struct Reply: Hashable, Sendable, Codable {
            /// The key point that was asked about.
            public var point: String
            /// Where the reply begins, in UTF-16 code units.
            public var start: Int

            public init(point: String, start: Int) {
                self.point = point
                self.start = start
            }
        }
    }

    public struct ModelAnswerRevealed: Hashable, Sendable, Codable {
        public var seat: SeatID
        public var ref: Reference
        public var question: Int
        /// Where the model answer says its key points; `nil` where nothing is known of it.
        public var said: [Said]?

        /// Places at most.
        public static let mostSaid = 200

        /// A place in the model answer.
        public struct Said: Hashable, Sendable, Codable {
            /// ``KeyPoint/id``
            public var point: String
            /// Offset of the first UTF-16 code unit.
            public var start: Int
            /// Offset after the last UTF-16 code unit.
            public var end: Int

            public init(point: String, start: Int, end: Int) {
                self.point = point
                self.start = start
                self.end = end
            }
        }

        public init(seat: SeatID, ref: Reference, question: Int, said: [Said]? = nil) {
            self.seat = seat
            self.ref = ref
            self.question = question
            self.said = said
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
            /// The time for all questions was up.
            case timeUp
        }

        public var reason: Reason
        public var seat: SeatID?
        public var ref: Reference?
        /// The question that was current when this was decided, where it must still be.
        public var after: Int?

        public init(reason: Reason, seat: SeatID? = nil, ref: Reference? = nil, after: Int? = nil) {
            self.reason = reason
            self.seat = seat
            self.ref = ref
            self.after = after
        }
    }
}
