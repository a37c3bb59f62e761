import Marking
import QuestionBank

/// What a coach makes of a question and of the latest mark for it.
struct Coach {
    let question: Question
    /// `nil` before the first answer.
    let mark: Mark?

    /// How many follow-up questions a question gets.
    static let maximumProbes = 2

    /// The key points that are still to be said, the most valuable first: required ones, then by weight. Of a
    /// group that has as many as it needs none is missing.
    var openPoints: [KeyPoint] {
        let verdicts = Dictionary(
            (mark?.points ?? []).map { ($0.keyPoint, $0.verdict) }, uniquingKeysWith: { first, _ in first })
        let tally = mark.map { Tally($0, in: question.rubric) }
        let open = question.keyPoints.filter { point in
            !point.isMisconception && verdicts[point.id] != .hit && tally?.stillNeeds(point) != false
        }
        return open.enumerated().sorted { one, other in
            let (left, right) = (one.element, other.element)
            if left.isRequired != right.isRequired { return left.isRequired }
            return left.weight != right.weight ? left.weight > right.weight : one.offset < other.offset
        }.map(\.element)
    }

    /// The next step towards the point that was hinted at last, or the first towards the next one.
    func nextHint(after taken: [Hint]) -> Hint? {
        let open = openPoints
        if let last = taken.last, last.step < Hint.steps,
            let point = open.first(where: { $0.id == last.point })
        {
            return Hint(point, step: last.step + 1, in: question)
        }
        let point = open.first { point in !taken.contains { $0.point == point.id } }
        return point.map { Hint($0, step: 1, in: question) }
    }

    /// How many hints can still be had.
    func hintsLeft(after taken: [Hint]) -> Int {
        var taken = taken
        var count = 0
        while let hint = nextHint(after: taken) {
            taken.append(hint)
            count += 1
        }
        return count
    }

    /// The point that the interviewer asks about now: the most valuable that the answer missed and that no
    /// follow-up question was about.
    func pointToProbe(after asked: [String]) -> KeyPoint? {
        guard asked.count < Self.maximumProbes else { return nil }
        let partial = Set((mark?.points ?? []).filter { $0.verdict == .partial }.map(\.keyPoint))
        return openPoints.first { !partial.contains($0.id) && !asked.contains($0.id) }
    }
}
