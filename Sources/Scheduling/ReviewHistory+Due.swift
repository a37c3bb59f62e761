/// A question with key points that are due.
public struct DueQuestion: Hashable, Sendable {
    public let topic: String
    public let question: String
    /// The least likely to be recalled first.
    public let points: [DuePoint]
}

public struct DuePoint: Hashable, Sendable {
    public let point: String
    /// The probability, 0...1, that memory still holds the point.
    public let retrievability: Double
}

extension ReviewHistory {
    /// What is due at a moment, in milliseconds since 1970: every key point whose interval since its last
    /// review ends before that UTC day does, by question, the most overdue first.
    ///
    /// A review on the day itself always puts a point off to a later day, so that what is due can be finished.
    ///
    /// - Parameter topics: Only these; all where it is empty.
    public func due(at moment: Int64, topics: Set<String> = []) -> [DueQuestion] {
        let today = UTCDay(at: moment)
        let due = points.filter { $0.dueDay <= today && $0.isAmong(topics) }
        return Dictionary(grouping: due, by: \.question).values.map { dueQuestion($0, on: today) }
            .sorted { ($0.urgency, $0.question) < ($1.urgency, $1.question) }
    }

    /// How many key points that were known of before the UTC day of a moment, in milliseconds since 1970, have been
    /// practised on it.
    public func practised(at moment: Int64) -> Int {
        let today = UTCDay(at: moment)
        return points.count { $0.cameBack(on: today) }
    }

    /// When the next key point falls due that is not due at this moment yet, both in milliseconds since 1970:
    /// the first moment of a UTC day. `nil` where none is left.
    public func nextDue(after moment: Int64, topics: Set<String> = []) -> Int64? {
        let today = UTCDay(at: moment)
        return points.lazy.filter { $0.dueDay > today && $0.isAmong(topics) }.map(\.dueAt).min()
    }

    /// The probability, 0...1, that memory holds a point on a day.
    func retrievability(of point: ScheduledPoint, on day: UTCDay) -> Double {
        scheduler.retrievability(of: point.memory, afterDays: Double(day.days(since: point.lastDay)))
    }

    private func dueQuestion(_ points: [ScheduledPoint], on day: UTCDay) -> DueQuestion {
        let due = points.map { DuePoint(point: $0.point, retrievability: retrievability(of: $0, on: day)) }
        return DueQuestion(
            topic: points[0].topic, question: points[0].question,
            points: due.sorted { ($0.retrievability, $0.point) < ($1.retrievability, $1.point) })
    }
}

extension ScheduledPoint {
    fileprivate func isAmong(_ topics: Set<String>) -> Bool {
        topics.isEmpty || topics.contains(topic)
    }
}

extension DueQuestion {
    fileprivate var urgency: Double { points[0].retrievability }
}
