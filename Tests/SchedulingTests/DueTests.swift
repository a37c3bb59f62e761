import Scheduling
import Testing

struct DueTests {
    /// Intervals after the first review, of the stabilities .212, 1.2931, 2.3065 and 8.2956 days.
    @Test(arguments: [(Rating.again, 2), (.hard, 2), (.good, 3), (.easy, 9)])
    func aPointIsDueFromTheFirstMomentOfItsDay(rating: Rating, day: Int) {
        let history = ReviewHistory([review("nets-1", "a", rating, in: "i", at: november(1, 23, 59))])
        let midnight = november(day)
        #expect(history.due(at: midnight - 1).isEmpty)
        #expect(history.nextDue(after: midnight - 1) == midnight)
        #expect(history.due(at: midnight).lines == ["nets-1: a"])
        #expect(history.nextDue(after: midnight) == nil)
        #expect(history.due(at: november(30)).lines == ["nets-1: a"])
    }

    @Test func whatWasReviewedTodayIsNotDueToday() {
        let reviews = interview("i", on: "nets-1", at: november(1), [.again, .good, .hard])
        #expect(ReviewHistory(reviews).due(at: november(9)).lines == ["nets-1: 0, 2, 1"])
        let again = interview("j", on: "nets-1", at: november(9), [.again, .again, .good])
        #expect(ReviewHistory(reviews + again).due(at: november(9, 23, 59)).isEmpty)
    }

    @Test func theMostOverdueComesFirst() throws {
        let history = ReviewHistory([
            review("nets-1", "fresh", .good, in: "i", at: november(1)),
            review("nets-1", "stale", .hard, in: "i", at: november(1)),
            review("nets-2", "missed", .again, in: "i", at: november(1)),
            review("nets-3", "easy", .easy, in: "i", at: november(1)),
            review("stats-1", "b", .good, in: "i", at: november(1)),
            review("stats-1", "a", .good, in: "i", at: november(1)),
        ])
        let due = history.due(at: november(5))
        #expect(due.lines == ["nets-2: missed", "nets-1: stale, fresh", "stats-1: a, b"])
        #expect(due.map(\.topic) == ["nets", "nets", "stats"])
        let missed = try #require(due.first?.points.first)
        let expected = FSRS().retrievability(
            of: MemoryState(stability: 0.212, difficulty: 6.4133), afterDays: 4)
        #expect(near(missed.retrievability, expected))
    }

    @Test func topicsFilter() {
        let history = ReviewHistory([
            review("nets-1", "a", .again, in: "i", at: november(1)),
            review("stats-1", "a", .good, in: "i", at: november(1)),
        ])
        #expect(history.due(at: november(4), topics: ["stats"]).lines == ["stats-1: a"])
        #expect(history.due(at: november(4), topics: ["stats", "nets"]).count == 2)
        #expect(history.due(at: november(4), topics: ["cooking"]).isEmpty)
        #expect(history.nextDue(after: november(1), topics: ["stats"]) == november(3))
        #expect(history.nextDue(after: november(1)) == november(2))
        #expect(history.nextDue(after: november(2)) == november(3))
    }

    @Test func whoWantsToForgetLessIsAskedSooner() {
        let reviews = [review("nets-1", "a", .easy, in: "i", at: november(1))]
        let eager = ReviewHistory(reviews, scheduler: FSRS(desiredRetention: 0.95))
        #expect(eager.due(at: november(4)).lines == ["nets-1: a"])
        #expect(ReviewHistory(reviews).due(at: november(4)).isEmpty)
    }
}
