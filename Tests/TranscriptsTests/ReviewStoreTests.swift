import Interviews
import Scheduling
import Testing
import Transcripts

/// What every store does with reviews.
struct ReviewStoreTests {
    private func review(
        _ visitor: String, at milliseconds: Int64 = 5, _ ratings: (String, Rating)...
    ) -> QuestionReview {
        QuestionReview(
            visitor: visitor, topic: "swift", question: "swift/arc",
            at: Timestamp(milliseconds: milliseconds),
            ratings: ratings.map { QuestionReview.PointRating(point: $0, rating: $1) })
    }

    private func append(_ interview: InterviewID, after: Int, _ reviews: QuestionReview...) -> Append {
        Append(
            interview: interview, place: after == 0 ? .opening : .next,
            events: [after == 0 ? .sampleOpening : .answer("x")],
            at: Append.sampleTime, reviews: reviews)
    }

    @Test(arguments: StoreUnderTest.allCases)
    func reviewsAreKeptWithTheirEventsAndForTheirVisitor(kind: StoreUnderTest) throws {
        let store = try kind.open()
        let interview = InterviewID.fresh
        _ = try store.commit([append(interview, after: 0, review("ann", ("counts", .again), ("weak", .good)))]
        )
        let expected = [("counts", Rating.again), ("weak", .good)].map { point, rating in
            Review(
                topic: "swift", question: "swift/arc", point: point, interview: interview.text, at: 5,
                rating: rating)
        }
        #expect(try store.reviews(of: "ann").sorted() == expected.sorted())
        #expect(try store.reviews(of: "ben") == [])
    }

    @Test(arguments: StoreUnderTest.allCases)
    func theLatestCome(kind: StoreUnderTest) throws {
        let store = try kind.open()
        for moment in Int64(1)...20 {
            let rated = review("ann", at: moment * 7 % 23, ("counts", .good), ("weak", .again))
            _ = try store.commit([append(.fresh, after: 0, rated)])
        }
        let moments = (Int64(1)...20).map { $0 * 7 % 23 }.sorted().suffix(3)
        #expect(Set(try store.reviews(of: "ann", latest: 3).map(\.at)) == Set(moments))
        #expect(try store.reviews(of: "ann", latest: 3).count == 6)
        #expect(try store.reviews(of: "ann").count == 40)
    }

    @Test(arguments: StoreUnderTest.allCases)
    func aLaterRulingChangesTheRatingAndNotTheTime(kind: StoreUnderTest) throws {
        let store = try kind.open()
        let interview = InterviewID.fresh
        _ = try store.commit([append(interview, after: 0, review("ann", at: 5, ("counts", .again)))])
        _ = try store.commit([append(interview, after: 1, review("ann", at: 9, ("counts", .good)))])
        let reviews = try store.reviews(of: "ann")
        #expect(reviews.map(\.rating) == [.good])
        #expect(reviews.map(\.at) == [5])
    }

    @Test(arguments: StoreUnderTest.allCases)
    func whatHasNoPlaceLeavesNoReview(kind: StoreUnderTest) throws {
        let store = try kind.open()
        let outcomes = try store.commit([append(.fresh, after: 3, review("ann", ("counts", .again)))])
        #expect(outcomes == [.gone])
        #expect(try store.reviews(of: "ann") == [])
    }

    @Test(arguments: StoreUnderTest.allCases)
    func forgettingTakesOneVisitorsReviewsAndNoInterview(kind: StoreUnderTest) throws {
        let store = try kind.open()
        let interview = InterviewID.fresh
        _ = try store.commit([
            append(interview, after: 0, review("ann", ("counts", .again)), review("ben", ("counts", .good)))
        ])
        try store.forget("ann")
        #expect(try store.reviews(of: "ann") == [])
        #expect(try store.reviews(of: "ben").count == 1)
        #expect(try store.latest(of: interview) == 1)
    }
}
