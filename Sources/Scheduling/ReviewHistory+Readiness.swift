extension ReviewHistory {
    /// How many interviews a trend shows at most.
    public static let trendLength = 12

    /// How ready the visitor is at a moment, in milliseconds since 1970, on every topic seen, by topic.
    ///
    /// *Recall* is the mean, over the topic's seen key points, of how likely each is said today: its
    /// retrievability, halved if it was last said in part or after a hint (`hard`), and 0 if it was last missed
    /// (`again`), until it is said once more. FSRS alone would hold that a missed point is known at once, as
    /// its model is of a card whose back was just read; whoever failed at everything would be ready.
    ///
    /// *Ready* is who has seen at least 8 key points of the topic and recalls .8 of them. *Improving* is who is
    /// not ready, but whose mean coverage in the latest 3 interviews on the topic is at least .05 above that of
    /// the 3 before; with fewer than 6 interviews, above that of the first one. Everybody else is *not yet*.
    public func readiness(at moment: Int64) -> [TopicReadiness] {
        let today = UTCDay(at: moment)
        return Dictionary(grouping: points, by: \.topic).map { topic, points in
            let recall = points.map { self.recall(of: $0, on: today) }.mean
            let coverages = self.coverages[topic] ?? []
            return TopicReadiness(
                topic: topic,
                state: state(recall: recall, points: points.count, coverages: coverages.map(\.coverage)),
                recall: recall, points: points.count, due: points.count { $0.dueDay <= today },
                trend: coverages.suffix(Self.trendLength))
        }
        .sorted { $0.topic < $1.topic }
    }

    private func recall(of point: ScheduledPoint, on day: UTCDay) -> Double {
        point.lastRating.share * retrievability(of: point, on: day)
    }

    private func state(recall: Double, points: Int, coverages: [Double]) -> TopicReadiness.State {
        if points >= 8 && recall >= 0.8 { return .ready }
        guard coverages.count > 1 else { return .notYet }
        let before = coverages.count < 6 ? coverages.prefix(1) : coverages.dropLast(3).suffix(3)
        // Sums of halves over counts: what is .05 on paper may be a little less in binary.
        return coverages.suffix(3).mean - before.mean >= 0.05 - 1e-9 ? .improving : .notYet
    }
}

extension Collection<Double> {
    fileprivate var mean: Double { reduce(0, +) / Double(count) }
}
