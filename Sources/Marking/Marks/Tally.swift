/// How many of the points that a full answer needs were said. Of a group of which some are enough ("any 2 of 4")
/// only as many are needed, and only as many count.
public struct Tally: Hashable, Sendable, Codable {
    /// "Any 2 of 4".
    public struct Group: Hashable, Sendable, Codable {
        /// How many of its points are enough.
        public var needed: Int
        /// How many of its points were said, which may be more than are needed.
        public var said: Int
        /// None of its points is missing any more.
        public var isComplete: Bool { said >= needed }
    }

    /// Points that were said.
    public var found = 0
    /// Points that were said in part, beside those that were found.
    public var inPart = 0
    /// Points that a full answer says, misconceptions aside.
    public var needed = 0
    /// In the order of ``Rubric/groups``; a group without points needs none.
    public var groups: [Group] = []

    public init(_ mark: Mark?, in rubric: Rubric) {
        let verdicts = Dictionary(
            (mark?.points ?? []).map { ($0.keyPoint, $0.verdict) }, uniquingKeysWith: { first, _ in first })
        var members = Array(repeating: (all: 0, said: 0, inPart: 0), count: rubric.groups.count)
        let points = rubric.keyPoints
        for place in points.indices where !points[place].isMisconception {
            let verdict = verdicts[points[place].id]
            let (said, inPart) = (verdict == .hit, verdict == .partial)
            if let group = points[place].group, members.indices.contains(group) {
                members[group].all += 1
                members[group].said += said ? 1 : 0
                members[group].inPart += inPart ? 1 : 0
            } else {
                needed += 1
                found += said ? 1 : 0
                self.inPart += inPart ? 1 : 0
            }
        }
        for (group, member) in zip(rubric.groups, members) {
            let enough = min(max(1, group.needed), member.all)
            needed += enough
            found += min(member.said, enough)
            inPart += min(member.inPart, max(0, enough - member.said))
            groups.append(Group(needed: enough, said: member.said))
        }
    }

    /// Whether a point can still be missing: not where its group has as many as it needs.
    ///
    /// - Parameter group: of the point; `nil` where it stands alone.
    public func stillNeeds(onePointOf group: Int?) -> Bool {
        guard let group, groups.indices.contains(group) else { return true }
        return !groups[group].isComplete
    }
}
