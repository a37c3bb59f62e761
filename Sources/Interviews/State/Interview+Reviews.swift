import Marking
import QuestionBank
public import Scheduling

/// What the first attempt at a question says about its candidate's memory of the key points.
public struct QuestionReview: Hashable, Sendable {
    /// Digest of the visitor's secret.
    public var visitor: String
    public var topic: String
    public var question: String
    /// When it was answered. A later ruling changes the ratings, not the time.
    public var at: Timestamp
    public var ratings: [PointRating]

    public struct PointRating: Hashable, Sendable {
        /// ``KeyPoint/id``
        public var point: String
        public var rating: Rating

        public init(point: String, rating: Rating) {
            self.point = point
            self.rating = rating
        }
    }

    public init(visitor: String, topic: String, question: String, at: Timestamp, ratings: [PointRating]) {
        self.visitor = visitor
        self.topic = topic
        self.question = question
        self.at = at
        self.ratings = ratings
    }
}

extension Interview {
    /// The review that follows from an event that is proposed; `nil` where there is none. Only first attempts say
    /// what somebody remembers; whoever tries again has just seen the feedback.
    public func review(proposing event: Event, at now: Timestamp) -> QuestionReview? {
        switch event {
        case .answered(let answered) where answered.attempt == 1:
            guard questions.indices.contains(answered.question) else { return nil }
            var response = response(of: answered.seat, to: answered.question)
            let rubric = questions[answered.question].rubric
            guard response.record(answered, isLate: false, elapsed: nil, in: rubric) else { return nil }
            return review(of: answered.question, by: answered.seat, response, at: now)
        case .disputed(let disputed) where rules == nil:
            return review(of: disputed.question, by: disputed.seat, at: now) { response, rubric in
                response.rule(
                    attempt: disputed.attempt, point: disputed.point, ranges: disputed.ranges,
                    stands: !disputed.isWithdrawn, isOwn: true, in: rubric)
            }
        case .ruled(let ruled):
            return review(of: ruled.question, by: ruled.seat, at: now) { response, rubric in
                response.rule(
                    attempt: ruled.attempt, point: ruled.point, ranges: ruled.ranges,
                    stands: ruled.isSaid && !ruled.isWithdrawn, in: rubric)
            }
        default:
            return nil
        }
    }

    /// `nil` where a ruling leaves the first attempt as it was: it was about words that came later.
    private func review(
        of question: Int, by seat: SeatID, at now: Timestamp, ruling: (inout Response, Rubric) -> Void
    ) -> QuestionReview? {
        guard questions.indices.contains(question) else { return nil }
        let before = response(of: seat, to: question)
        var response = before
        ruling(&response, questions[question].rubric)
        guard response.ruledPoints(of: 1) != before.ruledPoints(of: 1) else { return nil }
        return review(of: question, by: seat, response, at: now)
    }

    private func review(
        of index: Int, by seat: SeatID, _ response: Response, at now: Timestamp
    ) -> QuestionReview? {
        guard let visitor = visitor(of: seat), let mark = response.marks[1], questions.indices.contains(index)
        else { return nil }
        let question = questions[index]
        let ruled = response.ruled(mark, of: 1, in: question.rubric)
        let open = Set(Coach(question: question, mark: ruled).openPoints.map(\.id))
        let hinted = Set(response.hints.map(\.point))
        let ratings = ruled.points.compactMap { point -> QuestionReview.PointRating? in
            let rating: Rating
            switch point.verdict {
            case .hit: rating = hinted.contains(point.keyPoint) ? .hard : .good
            case .partial: rating = .hard
            case .missed, .contradicted:
                // Of a group that is complete the others were not missed.
                guard open.contains(point.keyPoint) else { return nil }
                rating = .again
            case .avoided, .held: return nil
            }
            return QuestionReview.PointRating(point: point.keyPoint, rating: rating)
        }
        return QuestionReview(
            visitor: visitor, topic: question.topic, question: question.id, at: now, ratings: ratings)
    }
}
