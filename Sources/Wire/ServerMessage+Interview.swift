public import Interviews
public import QuestionBank

extension ServerMessage {
    public struct Opened: Hashable, Sendable, Codable {
        public var ref: Reference?
        public var interview: InterviewID
        public var seat: SeatID
        /// The secret of the seat. Only in the direct reply to `open`, never again.
        public var token: String?
        public var seq: Int
        public var at: String
        public var topics: [TopicName]
        /// How many questions the interview has.
        public var count: Int
        /// Only to whoever opened it: it tells which questions are to come.
        public var seed: String?
        public var pace: Settings.Pace
        /// ``Bank/hash``
        public var bank: String
        public var mode: Settings.Mode
        public var score: Settings.Score
        public var difficulty: Settings.DifficultyPlan
        public var order: Settings.Order
        public var weights: TopicWeights?
        public var limit: Settings.TimeLimit?
        public var purpose: Settings.Purpose
        /// No number of questions was asked for: the time decides.
        public var openEnded: Bool
        /// By which others find the room; absent where somebody practises alone.
        public var code: RoomCode?
        public var room: RoomView?
    }

    /// A question is about to be spoken. Presentation only.
    public struct Asking: Hashable, Sendable, Codable {
        public var interview: InterviewID
        public var question: QuestionHead

        public init(interview: InterviewID, question: QuestionHead) {
            self.interview = interview
            self.question = question
        }
    }

    /// The next words of the prompt. Presentation only.
    public struct Delta: Hashable, Sendable, Codable {
        public var interview: InterviewID
        public var question: Int
        public var text: String

        public init(interview: InterviewID, question: Int, text: String) {
            self.interview = interview
            self.question = question
            self.text = text
        }
    }

    /// A question was asked: the whole prompt.
    public struct Asked: Hashable, Sendable, Codable {
        public var ref: Reference?
        public var interview: InterviewID
        public var seq: Int
        public var at: String
        public var question: QuestionHead
        /// The only one who answers, in the hot seat.
        public var `for`: SeatID?
        public var clock: ClockView?
    }

    /// Which question of the interview, and what may be known of it before it is answered.
    public struct QuestionHead: Hashable, Sendable, Codable {
        /// Index in the interview, from 0.
        public var index: Int
        /// How many questions the interview has.
        public var of: Int
        public var id: String
        public var topic: TopicName
        public var difficulty: Difficulty?
        /// The prompt in Markdown; absent in `asking`.
        public var prompt: String?
        /// What prompt, key points, follow-up questions and hints are written in, as a BCP 47 code; absent for English.
        public var lang: String?
        /// A story of one's own: its points are a list to tick, and no share of them is told.
        public var checklist: Bool?
    }

    /// An answer is kept. Its mark comes with it, in a realistic interview only after the end.
    public struct Answered: Hashable, Sendable, Codable {
        public var ref: Reference?
        public var interview: InterviewID
        public var seq: Int
        public var at: String
        public var question: Int
        public var attempt: Int
        /// All that counts for this attempt; a reply to a follow-up question stands behind the answer before it.
        public var text: String
        public var mark: MarkView?
        public var probe: Event.Answered.Reply?
        /// The time was up already; `true` or absent.
        public var late: Bool?
        public var clock: ClockView?
    }

    public struct Revealed: Hashable, Sendable, Codable {
        public var ref: Reference?
        public var interview: InterviewID
        public var seq: Int
        public var at: String
        public var question: Int
        /// The model answer in Markdown, if the bank has one.
        public var answer: String?
        /// Where it says its key points.
        public var said: [Event.ModelAnswerRevealed.Said]?
    }

    public struct Skipped: Hashable, Sendable, Codable {
        public var ref: Reference?
        public var interview: InterviewID
        public var seq: Int
        public var at: String
        public var question: Int
    }

    public struct Ended: Hashable, Sendable, Codable {
        public var ref: Reference?
        public var interview: InterviewID
        public var seq: Int
        public var at: String
        public var reason: Event.Ended.Reason
        /// Absent in a room, where everybody asks for one's own.
        public var report: ReportView?
    }

    /// The seat is held again. `missed` are the messages since the `seq` that was given.
    public struct Resumed: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        public var seat: SeatID
        /// The interview's last `seq`.
        public var seq: Int
        /// There are more to ask for.
        public var more: Bool
        public var missed: [StampedMessage]
        public var clock: ClockView?

        public init(
            ref: Reference, interview: InterviewID, seat: SeatID, seq: Int, more: Bool,
            missed: [StampedMessage], clock: ClockView? = nil
        ) {
            self.ref = ref
            self.interview = interview
            self.seat = seat
            self.seq = seq
            self.more = more
            self.missed = missed
            self.clock = clock
        }
    }
}
