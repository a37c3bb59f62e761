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
    /// The coverage with the rulings that stand, where there are any.
    public var ownCoverage: Double?
    public var isSkipped = false
    /// Of one who follows the hot seat: which points were heard there, and which after all not.
    public internal(set) var ticks: [String: Bool] = [:]
    /// The number of the event that revealed the model answer.
    public internal(set) var revealedBy: Int?
    /// How long it took to the first answer, in milliseconds, without pauses.
    public var elapsed: Int64?
    /// The marks that are worth keeping, by attempt.
    var marks: [Int: Mark] = [:]
    /// The points that count as said by a ruling, by attempt: the one it was made for, and others with the same words.
    var rulings: [Int: [String: RuledWords]] = [:]
    /// The words of the first, the best and the latest attempt, until the question is over.
    var texts: [Int: String] = [:]
    /// The points that wait for a host's ruling, by attempt.
    public internal(set) var claims: [Int: Set<String>] = [:]
    /// The attempts that came when the answers were closed.
    var late: Set<Int> = []
    /// In a room, what the best attempt says of each point, in the candidate's own words.
    public internal(set) var phrases: [String: String] = [:]

    public init() {}

    /// The words of the latest attempt, as long as a reply may be added to them.
    var latestText: String? { texts[attempts] }

    /// Whether the best attempt came when the answers were closed.
    public var isLate: Bool { bestAttempt.map(late.contains) ?? false }

    public func isLate(_ attempt: Int) -> Bool { late.contains(attempt) }

    /// Takes an answer. `false` where it is not the next attempt.
    ///
    /// - Parameter elapsed: since the question was asked, in milliseconds.
    mutating func record(
        _ answered: Event.Answered, isLate: Bool, elapsed: Int64?, in rubric: Rubric
    ) -> Bool {
        guard answered.attempt == attempts + 1 else { return false }
        attempts += 1
        marks[answered.attempt] = answered.mark
        openProbe = nil
        isSkipped = false
        if isLate { late.insert(answered.attempt) }
        firstCoverage = firstCoverage ?? answered.mark.coverage
        self.elapsed = self.elapsed ?? elapsed
        if (best?.coverage ?? -1) < answered.mark.coverage {
            best = answered.mark
            bestAttempt = answered.attempt
        }
        texts[answered.attempt] = answered.text
        texts = texts.filter { [1, bestAttempt, attempts].contains($0.key) }
        if !rulings.isEmpty {
            for attempt in rulings.keys.sorted() { carry(rulings[attempt] ?? [:], to: answered.attempt) }
            ownCoverage = standing(in: rubric)?.coverage
        }
        return true
    }

    /// Notes that a verdict is disputed, or no longer.
    mutating func claim(attempt: Int, point: String, isWithdrawn: Bool) {
        if isWithdrawn {
            claims[attempt]?.remove(point)
            if claims[attempt]?.isEmpty == true { claims[attempt] = nil }
        } else {
            claims[attempt, default: []].insert(point)
        }
    }

    /// The verdict on a point of an attempt that may still be talked about.
    public func verdict(on point: String, of attempt: Int) -> Verdict? {
        marks[attempt]?.verdict(on: point)
    }

    /// The question is over: only the best and the latest attempt may still be talked about.
    mutating func close() {
        texts = [:]
        openProbe = nil
        marks = marks.filter {
            $0.key == bestAttempt || $0.key == attempts || rulings[$0.key] != nil || claims[$0.key] != nil
        }
    }
}
