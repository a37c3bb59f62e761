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
        // By their places: a point is large, and only those that are open are wanted.
        let points = question.keyPoints
        let open = points.indices.filter { place in
            !points[place].isMisconception && verdicts[points[place].id] != .hit
                && tally?.stillNeeds(onePointOf: points[place].group) != false
        }
        return open.sorted { left, right in
            if points[left].isRequired != points[right].isRequired { return points[left].isRequired }
            return points[left].weight != points[right].weight
                ? points[left].weight > points[right].weight : left < right
        }.map { points[$0] }
    }

    /// The next step towards the point that was hinted at last, or the first towards the next one.
    func nextHint(after taken: [Hint]) -> Hint? {
        nextHint(after: taken, among: openPoints)
    }

    private func nextHint(after taken: [Hint], among open: [KeyPoint]) -> Hint? {
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
        let open = openPoints
        var taken = taken
        var count = 0
        while let hint = nextHint(after: taken, among: open) {
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
