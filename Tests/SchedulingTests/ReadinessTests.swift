import Scheduling
import Testing

struct ReadinessTests {
    private func nets(_ reviews: [Review], at moment: Int64) throws -> TopicReadiness {
        try #require(ReviewHistory(reviews).readiness(at: moment).first { $0.topic == "nets" })
    }

    /// The states after interviews, one a day, each a list of ratings.
    private func state(_ interviews: [[Rating]]) throws -> TopicReadiness.State {
        let reviews = interviews.enumerated().flatMap { day, ratings in
            interview("i\(day)", on: "nets-1", at: november(day + 1, 9), ratings)
        }
        return try nets(reviews, at: november(interviews.count, 10)).state
    }

    /// Right after the review, when FSRS gives every point a retrievability of 1.
    @Test(arguments: [(Rating.again, 0), (.hard, 0.5), (.good, 1), (.easy, 1)])
    func whatWasMissedIsNotRecalled(rating: Rating, recall: Double) throws {
        let reviews = interview("i", on: "nets-1", at: november(1, 9), [rating])
        #expect(try nets(reviews, at: november(1, 10)).recall == recall)
    }

    @Test func aMissedPointCountsOnceItWasSaid() throws {
        let missed = interview("i", on: "nets-1", at: november(1, 9), [.again])
        #expect(try nets(missed, at: november(2)).recall == 0)
        let said = missed + interview("j", on: "nets-1", at: november(2, 9), [.good])
        #expect(try nets(said, at: november(2, 10)).recall == 1)
        let missedOnceMore = said + interview("k", on: "nets-1", at: november(3, 9), [.again])
        #expect(try nets(missedOnceMore, at: november(3, 10)).recall == 0)
    }

    @Test func recallIsTheMeanOverThePointsAndFades() throws {
        let reviews = interview("i", on: "nets-1", at: november(1, 9), [.good, .hard, .again, .good])
        #expect(try nets(reviews, at: november(1, 10)).recall == 0.625)
        let scheduler = FSRS()
        let good = scheduler.next(nil, rating: .good, afterDays: 0)
        let hard = scheduler.next(nil, rating: .hard, afterDays: 0)
        let recalls = [
            scheduler.retrievability(of: good, afterDays: 10) * 2,
            scheduler.retrievability(of: hard, afterDays: 10) / 2,
        ]
        #expect(near(try nets(reviews, at: november(11)).recall, recalls.reduce(0, +) / 4))
    }

    @Test(arguments: [
        (8, 0, true), (7, 0, false), (8, 2, true), (8, 3, false), (40, 10, true), (40, 11, false),
        (0, 8, false),
    ])
    func readyIsWhoRecallsEightOfTenOfEightPointsOrMore(said: Int, missed: Int, isReady: Bool) throws {
        let ratings = Array(repeating: Rating.good, count: said) + Array(repeating: .again, count: missed)
        #expect(try state([ratings]) == (isReady ? .ready : .notYet))
    }

    @Test func readinessIsLostWithTime() throws {
        let reviews = interview("i", on: "nets-1", at: november(1, 9), Array(repeating: .good, count: 8))
        #expect(try nets(reviews, at: november(2)).state == .ready)
        #expect(try nets(reviews, at: november(30)).state == .notYet)
    }

    @Test(arguments: [
        // One interview has nothing to be better than.
        ([1.0], TopicReadiness.State.notYet),
        // Against the first one.
        ([0, 0.5], .improving), ([0.5, 0.5], .notYet), ([0.5, 0], .notYet),
        ([0, 0, 0.5], .improving), ([0, 1, 0, 0, 0], .notYet), ([0, 0, 0, 0, 0.5], .improving),
        // Against the three before, not the first.
        ([1, 0, 0, 0.5, 0.5, 0.5], .improving), ([0.5, 0, 0, 0.5, 0, 0], .notYet),
        ([0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5], .notYet), ([1, 1, 0, 0, 0, 0, 0, 0.5], .improving),
    ])
    func improvingIsWhoSaysMoreThanBefore(coverages: [Double], expected: TopicReadiness.State) throws {
        // A single key point: whatever is recalled of it, eight were not seen.
        let rating: [Double: Rating] = [0: .again, 0.5: .hard, 1: .good]
        #expect(try state(coverages.map { [try #require(rating[$0])] }) == expected)
    }

    @Test func improvingWantsFiveHundredths() throws {
        // Of 20 key points; the mean is of both interviews, so two more said make one.
        let missed = Array(repeating: Rating.again, count: 20)
        #expect(try state([missed, [.good, .good] + missed.dropLast(2)]) == .improving)
        #expect(try state([missed, [.good, .hard] + missed.dropLast(2)]) == .notYet)
    }

    @Test func theTrendIsTheCoverageOfTheLatestTwelveInterviews() throws {
        let reviews = (1...14).flatMap { day in
            interview("i\(day)", on: "nets-1", at: november(day, 9), [.good, day < 14 ? .again : .hard])
                + interview("i\(day)", on: "stats-1", at: november(day, 8), [.again])
        }
        let trend = try nets(reviews, at: november(20)).trend
        #expect(trend.map(\.at) == (3...14).map { november($0, 9) })
        #expect(trend.map(\.coverage) == Array(repeating: 0.5, count: 11) + [0.75])
    }

    @Test func everyTopicHasItsPointsAndWhatOfThemIsDue() {
        let reviews =
            interview("i", on: "stats-1", at: november(1, 9), [.good, .again])
            + interview("j", on: "nets-1", at: november(1, 10), [.easy])
            + interview("j", on: "nets-2", at: november(1, 10), [.hard, .hard])
        let topics = ReviewHistory(reviews).readiness(at: november(2))
        #expect(topics.map(\.topic) == ["nets", "stats"])
        #expect(topics.map(\.points) == [3, 2])
        #expect(topics.map(\.due) == [2, 1])
    }
}
