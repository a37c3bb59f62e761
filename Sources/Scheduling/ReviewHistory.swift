/// Everything a visitor was asked about, folded into what is remembered of it: the answer to "what is due?",
/// "how ready am I?" and "which questions did I have lately?".
///
/// A value of its reviews alone: their order doesn't matter, and nothing here asks the time. Of each key point
/// the first review in an interview counts and the others in that interview don't: what is said at the second
/// attempt, after the mark was seen, says little about memory. Days are UTC's.
///
/// Give it only reviews of key points that are still in the bank: what nobody can be asked any more would be
/// due for ever.
public struct ReviewHistory: Sendable {
    public let scheduler: FSRS
    /// Every key point seen, by question and point.
    public let points: [ScheduledPoint]
    /// When each question was last asked, in milliseconds since 1970: to avoid repeating those of late.
    public let seenQuestions: [String: Int64]
    /// The coverage of every interview by topic, oldest first.
    let coverages: [String: [TopicReadiness.Coverage]]

    public init(_ reviews: [Review], scheduler: FSRS = FSRS()) {
        var folding = ReviewFolding(scheduler: scheduler)
        for index in Self.order(of: reviews) { folding.add(reviews[index]) }
        self.scheduler = scheduler
        points = folding.finishedPoints()
        seenQuestions = folding.questions.reduce(into: [:]) { $0[$1.question] = $1.at }
        coverages = folding.finishedCoverages()
    }

    /// The indices of reviews in their order. They are nearly always of different moments, and comparing
    /// numbers is much cheaper than moving names about.
    private static func order(of reviews: [Review]) -> [Int] {
        let moments = reviews.map(\.at)
        return moments.indices.sorted {
            moments[$0] == moments[$1] ? reviews[$0] < reviews[$1] : moments[$0] < moments[$1]
        }
    }
}
