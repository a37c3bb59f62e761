import Interviews
public import Marking
public import QuestionBank

/// A line of the list of key points under an attempt: a point, or the points of which some are enough, as one.
public enum PointLine: Hashable, Sendable {
    case point(JudgedPoint)
    case group(JudgedGroup)
}

/// A key point and what was said of it.
public struct JudgedPoint: Hashable, Sendable {
    public var keyPoint: KeyPoint
    /// The matcher's.
    public var verdict: Verdict
    public var evidence: [Evidence]
    /// Where a person decided; stands beside the matcher's.
    public var ruling: Attempt.PersonsRuling?
    public var claim: Attempt.Claim?
    /// The attempt for which it was ruled that this is said (of a misconception: not said), where that stands.
    public var ruledWith: Int?
    /// Whether it was found in a story and does not count by its teller's own ruling.
    public var isTakenBack: Bool

    /// Whether it counts as said, a person's word before the matcher's.
    public var isFound: Bool { !isTakenBack && (ruledWith != nil || verdict == .hit) }
}

/// "Any 2 of 4".
public struct JudgedGroup: Hashable, Sendable {
    /// How many of its points are enough.
    public var needed: Int
    public var points: [JudgedPoint]

    public var found: Int { points.count(where: \.isFound) }
    public var isComplete: Bool { found >= needed }
    /// Those that were not said and need not be.
    public var notNeeded: [JudgedPoint] { isComplete ? points.filter { !$0.isFound } : [] }
}

extension Attempt {
    /// What was said of each key point, in the rubric's order; a group stands where its first point does. None where
    /// the reader may not see the mark.
    public func lines(of question: Question) -> [PointLine] {
        guard let mark else { return [] }
        let marks = Dictionary(
            mark.points.map { ($0.keyPoint, $0) }, uniquingKeysWith: { first, _ in first })
        func judged(_ point: KeyPoint) -> JudgedPoint {
            let silent: Verdict = point.isMisconception ? .avoided : .missed
            return JudgedPoint(
                keyPoint: point, verdict: marks[point.id]?.verdict ?? silent,
                evidence: marks[point.id]?.evidence ?? [],
                ruling: rulings.last { $0.point == point.id }, claim: claims.last { $0.point == point.id },
                ruledWith: standing[point.id], isTakenBack: takenBack.contains(point.id))
        }
        var lines: [PointLine] = []
        var isListed: Set<Int> = []
        for point in question.keyPoints {
            guard let group = point.group, question.groups.indices.contains(group), !point.isMisconception
            else {
                lines.append(.point(judged(point)))
                continue
            }
            guard isListed.insert(group).inserted else { continue }
            let members = question.keyPoints.filter { $0.group == group && !$0.isMisconception }
            let needed = min(max(1, question.groups[group].needed), members.count)
            lines.append(.group(JudgedGroup(needed: needed, points: members.map(judged))))
        }
        return lines
    }
}
