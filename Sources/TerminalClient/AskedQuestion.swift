import Marking
import Wire

/// A question that was asked, with what became of it.
struct AskedQuestion: Hashable, Sendable {
    var head: ServerMessage.QuestionHead
    var attempts: [ServerMessage.Answered] = []
    var isSkipped = false
    /// The follow-up question that waits for a reply.
    var probe: ServerMessage.Probed?
    /// What was not found may be named: it was asked for, or the model answer was.
    var isOpen = false
    /// Points that a hint has named.
    var hinted: Set<String> = []

    init(head: ServerMessage.QuestionHead) {
        self.head = head
    }

    /// The points of a mark that the question still keeps to itself: found in no attempt, named by no hint, and not
    /// shown otherwise. Those that nobody needs, because their group is complete, are no secret.
    func unnamed(in mark: MarkView) -> Set<String> {
        guard !isOpen else { return [] }
        let met = attempts.compactMap(\.mark).flatMap(\.points).filter { $0.verdict != .missed }.map(\.id)
        let known = hinted.union(met)
        return Set(
            mark.points.filter { point in
                point.verdict == .missed && !point.misconception && !known.contains(point.id)
                    && mark.group(of: point)?.isComplete != true
            }.map(\.id))
    }
}

extension MarkView {
    /// The group of which some points are enough that a point is in.
    func group(of point: PointView) -> Tally.Group? {
        guard let group = point.group, let groups = tally?.groups, groups.indices.contains(group) else {
            return nil
        }
        return groups[group]
    }
}
