import Scheduling
import Testing

/// FSRS against its reference implementation, py-fsrs 6.3.2.
struct FSRSReferenceTests {
    @Test func theTablesAreComplete() {
        #expect(ReferenceCase.all.map(\.reviews.count) == [11, 9, 5, 5])
        #expect(ReferenceCase.all.map { $0.reviews.joined().count } == [78, 64, 36, 36])
    }

    @Test(arguments: ReferenceCase.all)
    func everyReviewLeavesWhatTheReferenceLeaves(reference: ReferenceCase) throws {
        for reviews in reference.reviews {
            var memory: MemoryState?
            for step in reviews {
                if let memory {
                    let recall = reference.scheduler.retrievability(of: memory, afterDays: Double(step.days))
                    #expect(near(recall, step.retrievability))
                }
                let next = reference.scheduler.next(memory, rating: step.rating, afterDays: step.days)
                #expect(near(next.stability, step.memory.stability))
                #expect(near(next.difficulty, step.memory.difficulty))
                #expect(reference.scheduler.interval(for: next) == step.interval)
                memory = next
            }
        }
    }

    /// The same through a history, each key point in interviews of its own.
    @Test func aHistoryFoldsReviewsAsTheReferenceDoes() throws {
        var reviews: [Review] = []
        for (point, steps) in ReferenceCase.standard.reviews.enumerated() {
            var at: Int64 = 1_800_000_000_000
            for (interview, step) in steps.enumerated() {
                at += Int64(step.days) * 86_400_000
                reviews.append(
                    Review(
                        topic: "nets", question: "nets-1", point: "\(point)",
                        // Apart by a second, so that those of one day have an order.
                        interview: "\(point)-\(interview)", at: at + Int64(interview) * 1000,
                        rating: step.rating))
            }
        }
        let history = ReviewHistory(reviews)
        for (point, steps) in ReferenceCase.standard.reviews.enumerated() {
            let scheduled = try #require(history.points.first { $0.point == "\(point)" })
            let last = try #require(steps.last)
            let days = steps.reduce(last.interval) { $0 + $1.days }
            #expect(near(scheduled.memory.stability, last.memory.stability))
            #expect(near(scheduled.memory.difficulty, last.memory.difficulty))
            #expect(scheduled.dueAt == (1_800_000_000_000 / 86_400_000 + Int64(days)) * 86_400_000)
        }
    }

    /// `test_review_card`: each review when the one before falls due. The reference has learning steps of some
    /// minutes there, which are intervals of 0 days; they have no part in the memory.
    @Test func publishedIntervals() {
        let published = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]
        let scheduler = FSRS()
        var memory: MemoryState?
        for (index, days) in ([0] + published.dropLast()).enumerated() {
            let rating: Rating = [6, 7].contains(index) ? .again : .good
            let next = scheduler.next(memory, rating: rating, afterDays: days)
            if published[index] > 0 { #expect(scheduler.interval(for: next) == published[index]) }
            memory = next
        }
    }

    /// `test_memo_state`, with the reference's own tolerance.
    @Test func publishedMemoryState() throws {
        var memory = FSRS().next(nil, rating: .again, afterDays: 0)
        for days in [0, 1, 3, 8, 21] { memory = FSRS().next(memory, rating: .good, afterDays: days) }
        #expect(abs(memory.stability - 53.62691) < 1e-4)
        #expect(abs(memory.difficulty - 6.3574867) < 1e-4)
    }
}
