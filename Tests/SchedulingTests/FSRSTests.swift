import Scheduling
import Testing

struct FSRSTests {
    private let scheduler = FSRS()

    /// What reviews, each so many days after the one before, leave in memory.
    private func memory(after reviews: [(rating: Rating, days: Int)]) throws -> MemoryState {
        var memory: MemoryState?
        for (rating, days) in reviews { memory = scheduler.next(memory, rating: rating, afterDays: days) }
        return try #require(memory)
    }

    @Test(arguments: [0.5, 1, 30, 4000])
    func stabilityIsTheDaysUntilNineOfTenAreRecalled(stability: Double) {
        let memory = MemoryState(stability: stability, difficulty: 5)
        #expect(near(scheduler.retrievability(of: memory, afterDays: stability), 0.9))
        #expect(scheduler.retrievability(of: memory, afterDays: 0) == 1)
    }

    /// As when a clock was set back.
    @Test func nothingIsRecalledBetterThanCertainly() {
        let memory = MemoryState(stability: 2, difficulty: 5)
        #expect(scheduler.retrievability(of: memory, afterDays: -3) == 1)
    }

    @Test(arguments: Rating.allCases)
    func theFirstRatingSetsTheStability(rating: Rating) throws {
        #expect(
            try memory(after: [(rating, 0)]).stability == FSRS.defaultWeights[rating.rawValue - 1])
    }

    @Test func aBetterRatingNeverLeavesLess() throws {
        for days in [0, 1, 3, 30, 400] {
            let stabilities = try Rating.allCases.map {
                try memory(after: [(.good, 0), (.good, 2), ($0, days)]).stability
            }
            #expect(stabilities == stabilities.sorted())
            #expect(Set(stabilities).count > 1)
        }
    }

    @Test func sayingItAgainOnTheSameDayGainsLittle() throws {
        let once = try memory(after: [(.good, 0)])
        let twice = try memory(after: [(.good, 0), (.good, 0)])
        let nextDay = try memory(after: [(.good, 0), (.good, 1)])
        #expect(twice.stability >= once.stability)
        #expect(twice.stability - once.stability < 0.2 * (nextDay.stability - once.stability))
    }

    /// `test_same_day_hard_review_does_not_decrease_stability` of py-fsrs.
    @Test func hardOnTheSameDayTakesNothingAway() throws {
        #expect(
            try memory(after: [(.good, 0), (.hard, 0)]).stability == memory(after: [(.good, 0)]).stability)
    }

    /// `test_stability_lower_bound` and `test_repeated_correct_reviews` of py-fsrs.
    @Test func stabilityAndDifficultyStayInTheirBounds() throws {
        let missed = try memory(after: Array(repeating: (.again, 2), count: 1000))
        #expect(missed.stability == FSRS.minimumStability)
        #expect(missed.difficulty > 9.9 && missed.difficulty <= 10)
        #expect(scheduler.interval(for: missed) == 1)

        let easy = try memory(after: Array(repeating: (.easy, 0), count: 10))
        #expect(easy.difficulty == 1)
        let known = try memory(after: (0..<40).map { (.easy, $0 * 10_000) })
        #expect(known.stability.isFinite)
        #expect(scheduler.interval(for: known) == 36_500)
    }

    @Test func whoWantsToForgetLessRepeatsSooner() {
        let memory = MemoryState(stability: 100, difficulty: 5)
        let intervals = [0.7, 0.8, 0.9, 0.95].map { FSRS(desiredRetention: $0).interval(for: memory) }
        #expect(intervals == intervals.sorted(by: >))
        #expect(intervals[2] == 100)
    }
}
