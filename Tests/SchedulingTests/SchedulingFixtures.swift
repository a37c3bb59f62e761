import Scheduling

/// A moment in November 2026, in milliseconds since 1970, UTC.
func november(_ day: Int, _ hour: Int = 0, _ minute: Int = 0) -> Int64 {
    let first: Int64 = 1_793_491_200_000
    return first + Int64(((day - 1) * 24 + hour) * 60 + minute) * 60_000
}

/// A review of key point `point` of question `question`, whose topic is what stands before its `-`.
func review(
    _ question: String, _ point: String, _ rating: Rating, in interview: String, at moment: Int64
) -> Review {
    Review(
        topic: String(question.prefix { $0 != "-" }), question: question, point: point, interview: interview,
        at: moment, rating: rating)
}

/// One interview: a review of a point of its own for each rating, points named `0`, `1`, …
func interview(
    _ name: String, on question: String, at moment: Int64, _ ratings: [Rating]
) -> [Review] {
    ratings.enumerated().map { review(question, "\($0.offset)", $0.element, in: name, at: moment) }
}

extension [DueQuestion] {
    /// `nets-1: a, b` for each question.
    var lines: [String] {
        map { "\($0.question): \($0.points.map(\.point).joined(separator: ", "))" }
    }
}
