public import Interviews

extension ClientMessage {
    /// Opens a new interview.
    public struct Open: Hashable, Sendable, Codable {
        public var ref: Reference
        /// ``Topic/id``s to choose from; empty for all.
        public var topics: [String]
        /// 1...``Settings/maximumCount``; as many as there are where it is absent.
        @BoundedIfPresent<QuestionCount> public var count: Int?
        /// Drawn by the server where it is absent.
        public var seed: String?
        public var pace: Settings.Pace
        /// A document of one's own, as `pasted` named it; the server's bank where it is absent.
        public var document: String?
        public var mode: Settings.Mode?
        public var score: Settings.Score?
        public var difficulty: Settings.DifficultyPlan?
        public var order: Settings.Order?
        /// How many turns topics get for each turn of the others.
        public var weights: [String: Bounded<TopicWeight>]?
        public var limit: Settings.TimeLimit?
        /// Rather questions that this visitor has not met lately. A seed decides everything, so with one it
        /// changes nothing.
        public var fresh: Bool?
        /// The beginning of the bank's hash that a shared set-up was made with.
        public var bank: String?
        /// Key points that are due for this visitor today.
        public var due: Bool?
        public var again: Again?
        /// Drawn by the client, with ``secret``: asked for again, anywhere, it is the same interview. Drawn by the
        /// server where it is absent.
        public var interview: InterviewID?
        /// The secret of the seat: 256 random bits in base64url.
        public var secret: SeatSecret?
        /// Where it is opened for several.
        public var room: Room?

        public init(
            ref: Reference, topics: [String] = [], count: Int? = nil, seed: String? = nil,
            pace: Settings.Pace = .natural
        ) {
            self.ref = ref
            self.topics = topics
            self.count = count
            self.seed = seed
            self.pace = pace
        }
    }

    /// Points of an interview, to be practised once more.
    public struct Again: Hashable, Sendable, Codable {
        /// An interview that this connection holds a seat in.
        public var interview: InterviewID
        /// 1...``maximumPoints``
        public var points: [Point]

        public static let maximumPoints = 1000

        public struct Point: Hashable, Sendable, Codable {
            /// Index of the question in that interview.
            @Bounded<QuestionIndex> public var question: Int
            /// ``KeyPoint/id``
            public var point: String

            public init(question: Int, point: String) {
                self.question = question
                self.point = point
            }
        }

        public init(interview: InterviewID, points: [Point]) {
            self.interview = interview
            self.points = points
        }
    }
}

extension Settings {
    /// What an `open` asks for.
    package init(_ open: ClientMessage.Open, seed: String, purpose: Purpose) {
        self.init(topics: open.topics, count: open.count, seed: seed, pace: open.pace)
        mode = open.mode ?? mode
        score = open.score ?? score
        difficulty = open.difficulty ?? difficulty
        order = open.order ?? order
        weights = open.weights?.mapValues(\.wrappedValue) ?? weights
        limit = open.limit
        self.purpose = purpose
    }
}
