public import Marking

/// What a seat did about one question. The words of every attempt are in the log; here is only what decides
/// how the interview goes on and what the report says.
public struct Response: Hashable, Sendable {
    /// How many answers were submitted.
    public var attempts = 0
    /// The coverage of the first attempt.
    public var firstCoverage: Double?
    /// The mark with the highest coverage, the earliest of equals.
    public var best: Mark?
    /// The attempt that ``best`` is about.
    public var bestAttempt: Int?
    /// In the order in which they were taken.
    public var hints: [Hint] = []
    /// The key points that follow-up questions were about.
    public var probed: [String] = []
    /// The key point of the follow-up question that waits for a reply.
    public var openProbe: String?
    /// The coverage with the candidate's own rulings, where there are any.
    public var ownCoverage: Double?
    public var isSkipped = false
    public var isModelAnswerRevealed = false
    /// How long it took to the first answer, in milliseconds, without pauses.
    public var elapsed: Int64?
    /// When it was asked, and what pauses there had been by then.
    var asked: (at: Timestamp, pauses: Int64)? {
        get { askedAt.map { ($0, pausesBefore) } }
        set { (askedAt, pausesBefore) = (newValue?.at, newValue?.pauses ?? 0) }
    }
    private var askedAt: Timestamp?
    private var pausesBefore: Int64 = 0
    /// The marks that are worth keeping, by attempt.
    var marks: [Int: Mark] = [:]
    /// The points that the candidate says were said after all, by attempt.
    var rulings: [Int: Set<String>] = [:]
    /// The words of the latest attempt, as long as a reply may be added to them.
    var latestText: String?

    public init() {}

    var latest: Mark? { marks[attempts] }

    /// The question is over: only the best and the latest attempt may still be talked about.
    mutating func close() {
        latestText = nil
        openProbe = nil
        marks = marks.filter { $0.key == bestAttempt || $0.key == attempts || rulings[$0.key] != nil }
    }
}

struct ResponseKey: Hashable {
    var seat: SeatID
    var question: Int
}

struct RequestKey: Hashable {
    var seat: SeatID
    var ref: Reference
}
