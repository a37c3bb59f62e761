/// A key point that a visitor was asked about, with what its reviews left in memory.
public struct ScheduledPoint: Hashable, Sendable {
    /// The question's topic when the question was last asked.
    public internal(set) var topic: String
    public let question: String
    /// Unique in its question.
    public let point: String
    public private(set) var memory: MemoryState
    public private(set) var lastRating: Rating
    private let firstDay: UTCDay
    private(set) var lastDay: UTCDay
    private(set) var dueDay: UTCDay

    /// From when on the point is due: the first moment of a UTC day, in milliseconds since 1970.
    public var dueAt: Int64 { dueDay.start }

    init(first review: Review, by scheduler: FSRS) {
        topic = review.topic
        question = review.question
        point = review.point
        memory = scheduler.next(nil, rating: review.rating, afterDays: 0)
        lastRating = review.rating
        firstDay = UTCDay(at: review.at)
        lastDay = firstDay
        dueDay = lastDay + scheduler.interval(for: memory)
    }

    /// It was known of before that day, and on that day it was asked again.
    func cameBack(on day: UTCDay) -> Bool { lastDay == day && firstDay < day }

    /// Adds a review that is not older than the last one.
    mutating func fold(_ review: Review, by scheduler: FSRS) {
        let day = UTCDay(at: review.at)
        memory = scheduler.next(memory, rating: review.rating, afterDays: day.days(since: lastDay))
        lastRating = review.rating
        lastDay = day
        dueDay = day + scheduler.interval(for: memory)
    }
}
