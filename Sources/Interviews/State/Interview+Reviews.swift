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
            var response = response(of: answered.seat, to: answered.question)
            guard response.record(answered, isLate: false, elapsed: nil) else { return nil }
            return review(of: answered.question, by: answered.seat, response, at: now)
        case .disputed(let disputed) where disputed.attempt == 1 && rules == nil:
            return review(
                disputed.question, disputed.seat, disputed.point, isSaid: !disputed.isWithdrawn, at: now)
        case .ruled(let ruled) where ruled.attempt == 1:
            return review(
                ruled.question, ruled.seat, ruled.point, isSaid: ruled.isSaid && !ruled.isWithdrawn, at: now)
        default:
            return nil
        }
    }

    private func review(
        _ question: Int, _ seat: SeatID, _ point: String, isSaid: Bool, at now: Timestamp
    ) -> QuestionReview? {
        guard questions.indices.contains(question) else { return nil }
        var response = response(of: seat, to: question)
        response.rule(attempt: 1, point: point, isSaid: isSaid, in: questions[question].rubric)
        return review(of: question, by: seat, response, at: now)
    }

    private func review(
        of index: Int, by seat: SeatID, _ response: Response, at now: Timestamp
    ) -> QuestionReview? {
        let visitor = seats[seat]?.seat.visitor ?? (rules == nil ? opening?.visitor : nil)
        guard let visitor, let mark = response.marks[1], questions.indices.contains(index) else { return nil }
        let question = questions[index]
        let ruled = mark.ruled(said: response.rulings[1] ?? [], in: question.rubric)
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
