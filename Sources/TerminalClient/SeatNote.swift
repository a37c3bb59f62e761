public import Interviews
import Wire

/// What it takes to go on with an interview later.
public struct SeatNote: Hashable, Sendable, Codable {
    /// The server's address; nil for the one within the program, on the same data folder.
    public var server: String?
    public var interview: InterviewID
    /// The secret of the seat.
    public var token: String
    /// Lines that were typed and not sent.
    public var draft: [String]
    /// The room that it is in; `nil` where somebody practises alone.
    public var code: RoomCode?
    /// What the candidate is called there.
    public var name: String?
}

/// What kind of interview is wanted.
public struct SetUp: Hashable, Sendable {
    /// Ids or titles of topics; empty for all.
    public var topics: [String]
    /// nil: as many as there are.
    public var count: Int?
    public var seed: String?
    public var pace: Settings.Pace
    public var mode = Settings.Mode.coached
    public var score = Settings.Score.coverage
    public var difficulty = Settings.DifficultyPlan.any
    public var order = Settings.Order.mixed
    public var limit: Settings.TimeLimit?
    /// Rather questions that were not asked lately.
    public var isFresh = false
    /// The key points that are due for this visitor.
    public var isDue = false
    /// A room to come into, instead of an interview of one's own.
    public var entry: RoomEntry?

    public init(topics: [String], count: Int?, seed: String?, pace: Settings.Pace) {
        self.topics = topics
        self.count = count
        self.seed = seed
        self.pace = pace
    }

    func request(_ ref: Reference, topics: [String]) -> ClientMessage {
        var open = ClientMessage.Open(ref: ref, topics: topics, count: count, seed: seed, pace: pace)
        open.mode = mode
        open.score = score
        open.difficulty = difficulty
        open.order = order
        open.limit = limit
        // What is the usual is left out, for servers that know of nothing else.
        open.fresh = isFresh ? true : nil
        open.due = isDue ? true : nil
        return .open(open)
    }
}
