/// That a key point was, or was not, said in an interview.
public struct Review: Hashable, Sendable {
    /// The topic the question belonged to when it was asked.
    public var topic: String
    /// Unique in the bank.
    public var question: String
    /// The key point, unique in its question.
    public var point: String
    public var interview: String
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public var at: Int64
    public var rating: Rating

    public init(
        topic: String, question: String, point: String, interview: String, at: Int64, rating: Rating
    ) {
        self.topic = topic
        self.question = question
        self.point = point
        self.interview = interview
        self.at = at
        self.rating = rating
    }
}

extension Review: Comparable {
    /// By time; reviews of the same moment by everything else, so that their order never depends on the
    /// order in which they were read.
    public static func < (a: Review, b: Review) -> Bool {
        guard a.at == b.at else { return a.at < b.at }
        return (a.interview, a.question, a.point, a.topic, a.rating.rawValue)
            < (b.interview, b.question, b.point, b.topic, b.rating.rawValue)
    }
}
