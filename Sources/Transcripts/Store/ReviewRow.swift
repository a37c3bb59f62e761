import Interviews
import JSONReading
import JSONWriting
import Scheduling

/// A question's reviews as the stores keep them.
struct ReviewRow: Hashable, Sendable {
    var interview: String
    var question: String
    var topic: String
    var at: Int64
    /// A JSON object: key point to rating.
    var ratings: String

    init(interview: String, question: String, topic: String, at: Int64, ratings: String) {
        self.interview = interview
        self.question = question
        self.topic = topic
        self.at = at
        self.ratings = ratings
    }

    init(_ review: QuestionReview, of interview: InterviewID) {
        let ratings = Dictionary(
            review.ratings.map { ($0.point, $0.rating.rawValue) }, uniquingKeysWith: { first, _ in first })
        guard let text = try? JSONText.of(ratings) else {
            preconditionFailure("names and numbers that JSON cannot hold")
        }
        self.init(
            interview: interview.text, question: review.question, topic: review.topic,
            at: review.at.milliseconds, ratings: text)
    }

    /// What a hand has spoilt counts as not there.
    var reviews: [Review] {
        let ratings = (try? JSONTextDecoder.decode([String: Int].self, from: ratings)) ?? [:]
        return ratings.compactMap { point, number in
            Rating(rawValue: number).map {
                Review(
                    topic: topic, question: question, point: point, interview: interview, at: at, rating: $0)
            }
        }
    }
}
