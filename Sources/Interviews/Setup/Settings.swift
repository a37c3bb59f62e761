/// How an interview was set up.
public struct Settings: Hashable, Sendable {
    /// The ids of the topics to choose from; empty for all.
    public var topics: [String]
    /// How many questions were wanted, 1...``maximumCount``; `nil` for as many as there are.
    public var count: Int?
    /// Together with the bank's hash it decides which questions are asked in which order.
    public var seed: String
    public var pace: Pace
    public var mode = Mode.coached
    public var score = Score.coverage
    public var difficulty = DifficultyPlan.any
    public var order = Order.mixed
    /// How many turns a topic gets for each turn of the others, 1...``maximumWeight``; 1 where it is not named.
    public var weights: [String: Int] = [:]
    /// `nil`: take all the time you want.
    public var limit: TimeLimit?
    public var purpose = Purpose.drawn

    public static let maximumCount = 60
    public static let maximumWeight = 9
    /// In UTF-16 code units.
    public static let maximumSeedLength = 64

    public init(topics: [String], count: Int?, seed: String, pace: Pace) {
        self.topics = topics
        self.count = count
        self.seed = seed
        self.pace = pace
    }
}

extension Settings {
    /// How fast the interviewer speaks: presentation only.
    public enum Pace: String, Hashable, Sendable, Codable, CaseIterable {
        case slow, natural, fast, instant
    }

    public enum Mode: String, Hashable, Sendable, Codable, CaseIterable {
        /// The mark after each answer, hints, follow-up questions, further attempts.
        case coached
        /// The interviewer takes the answer and moves on; marks come at the end.
        case realistic
    }

    /// How the result is shown: presentation only.
    public enum Score: String, Hashable, Sendable, Codable, CaseIterable {
        case coverage
        /// The points that were said and those that were not, never a number.
        case points
    }

    public enum DifficultyPlan: String, Hashable, Sendable, Codable, CaseIterable {
        case any, easy, medium, hard
        /// The easy questions come first.
        case rising
        /// Each question as hard as the answer before it suggests; see ``Interview/nextLevel``.
        case adaptive
    }

    public enum Order: String, Hashable, Sendable, Codable, CaseIterable {
        /// Topics take turns.
        case mixed
        /// One topic after the other.
        case byTopic
    }

    public enum Purpose: String, Hashable, Sendable, Codable, CaseIterable {
        /// Questions drawn by the seed.
        case drawn
        /// Key points that the visitor is about to forget.
        case due
        /// Chosen points of an earlier interview.
        case again
    }

    /// How long answers may take.
    public struct TimeLimit: Hashable, Sendable, Codable {
        public enum Scope: String, Hashable, Sendable, Codable, CaseIterable {
            case question, interview
        }

        public var per: Scope
        /// 15...14,400
        public var seconds: Int

        public static let allowedSeconds = 15...14_400

        public init(per: Scope, seconds: Int) {
            self.per = per
            self.seconds = seconds
        }
    }
}
