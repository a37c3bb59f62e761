import Scheduling
import Testing

struct ReviewHistoryTests {
    @Test func nothingWasReviewed() {
        let history = ReviewHistory([])
        #expect(history.points.isEmpty)
        #expect(history.seenQuestions.isEmpty)
        #expect(history.due(at: november(9)).isEmpty)
        #expect(history.nextDue(after: november(9)) == nil)
        #expect(history.readiness(at: november(9)).isEmpty)
    }

    @Test func theOrderOfTheReviewsDoesNotMatter() {
        var reviews = [Review]()
        for day in 1...6 {
            // Two interviews of the same moment, as from two tabs.
            for (name, rating) in [("a\(day)", Rating.good), ("b\(day)", .again)] {
                reviews += ["nets-1", "nets-2", "stats-1"].map {
                    review($0, "p", rating, in: name, at: november(day, 9))
                }
            }
        }
        let history = ReviewHistory(reviews)
        var numbers = SystemRandomNumberGenerator()
        for _ in 0..<20 {
            let shuffled = ReviewHistory(reviews.shuffled(using: &numbers))
            #expect(shuffled.points == history.points)
            #expect(shuffled.seenQuestions == history.seenQuestions)
            #expect(shuffled.due(at: november(9)) == history.due(at: november(9)))
            #expect(shuffled.readiness(at: november(9)) == history.readiness(at: november(9)))
        }
    }

    @Test func onlyTheFirstReviewOfAPointInAnInterviewCounts() {
        let first = review("nets-1", "a", .again, in: "i", at: november(1, 9))
        let retry = review("nets-1", "a", .easy, in: "i", at: november(1, 10))
        #expect(ReviewHistory([retry, first]).points == ReviewHistory([first]).points)
        #expect(
            ReviewHistory([retry, first]).readiness(at: november(1, 11))
                == ReviewHistory([first]).readiness(at: november(1, 11)))

        let later = review("nets-1", "a", .easy, in: "j", at: november(1, 10))
        #expect(ReviewHistory([later, first]).points != ReviewHistory([first]).points)
    }

    @Test func pointsOfTheSameNameInTwoQuestionsAreTwo() {
        let history = ReviewHistory([
            review("nets-2", "a", .good, in: "i", at: november(1)),
            review("nets-1", "b", .hard, in: "i", at: november(2)),
            review("nets-1", "c", .easy, in: "i", at: november(3)),
            review("nets-1", "a", .again, in: "i", at: november(4)),
        ])
        #expect(
            history.points.map { "\($0.question) \($0.point)" }
                == ["nets-1 a", "nets-1 b", "nets-1 c", "nets-2 a"])
        #expect(history.points.map(\.lastRating) == [.again, .hard, .easy, .good])
    }

    /// As after the server's clock was set back.
    @Test func whatWillOnlyBeReviewedIsRecalledByThen() throws {
        let history = ReviewHistory([review("nets-1", "a", .good, in: "i", at: november(9))])
        #expect(history.readiness(at: november(1)).map(\.recall) == [1])
        #expect(history.due(at: november(1)).isEmpty)
    }

    @Test func anEveningAndTheNextMorningAreADayApart() throws {
        let evening = review("nets-1", "a", .good, in: "i", at: november(1, 23, 50))
        let morning = review("nets-1", "a", .good, in: "j", at: november(2, 7))
        let scheduler = FSRS()
        let once = scheduler.next(nil, rating: .good, afterDays: 0)
        #expect(
            ReviewHistory([evening, morning]).points.map(\.memory)
                == [scheduler.next(once, rating: .good, afterDays: 1)])
    }

    @Test func momentsBefore1970HaveTheirDaysToo() {
        let history = ReviewHistory([review("nets-1", "a", .again, in: "i", at: -1)])
        #expect(history.points.map(\.dueAt) == [0])
        #expect(history.due(at: -1).isEmpty)
        #expect(history.due(at: 0).lines == ["nets-1: a"])
    }

    @Test func aQuestionWasSeenWhenItWasLastAsked() {
        let history = ReviewHistory([
            review("nets-1", "a", .good, in: "j", at: november(4, 9)),
            review("nets-1", "b", .good, in: "i", at: november(1, 9)),
            review("stats-1", "a", .good, in: "i", at: november(1, 10)),
        ])
        #expect(history.seenQuestions == ["nets-1": november(4, 9), "stats-1": november(1, 10)])
    }

    @Test func aQuestionThatMovedTakesItsPointsAlong() {
        var old = review("nets-1", "a", .again, in: "i", at: november(1))
        old.topic = "networks"
        let history = ReviewHistory([old, review("nets-1", "b", .again, in: "j", at: november(2))])
        #expect(history.points.map(\.topic) == ["nets", "nets"])
        #expect(history.readiness(at: november(3)).map(\.topic) == ["nets"])
        #expect(history.due(at: november(3), topics: ["nets"]).lines == ["nets-1: a, b"])
        #expect(history.due(at: november(3), topics: ["networks"]).isEmpty)
    }
}
