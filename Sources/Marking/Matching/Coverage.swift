/// The weighted share of its key points that an answer says.
///
/// A point that is hit counts in full, one that is said in part by its strength, a missed or contradicted one not at
/// all. Of a
/// group the best points count, as many as are needed. Without a required point at most 0.8 can be reached. A
/// misconception that is held takes a fifth of the coverage for each unit of its weight; avoiding it gives nothing.
enum Coverage {
    static func of(_ marks: [PointMark], in rubric: Rubric) -> Double {
        var said = 0.0
        var all = 0.0
        var kept = 1.0
        var ceiling = 1.0
        var groups: [[(credit: Double, weight: Double)]] = Array(repeating: [], count: rubric.groups.count)
        for (point, mark) in zip(rubric.keyPoints, marks) {
            let weight = point.weight > 0 ? point.weight : 1
            if point.isMisconception {
                if mark.verdict == .held { kept *= max(0, 1 - Tuning.heldShare * weight) }
                continue
            }
            if point.isRequired, mark.verdict != .hit { ceiling = 1 - Tuning.requiredGap }
            let credit = credit(of: mark)
            if let group = point.group, groups.indices.contains(group) {
                groups[group].append((credit, weight))
            } else {
                said += credit * weight
                all += weight
            }
        }
        for (group, members) in zip(rubric.groups, groups) where !members.isEmpty {
            let needed = min(max(1, group.needed), members.count)
            let weight = members.reduce(0) { $0 + $1.weight } / Double(members.count)
            let best = members.map(\.credit).sorted(by: >).prefix(needed)
            said += best.reduce(0, +) * weight
            all += Double(needed) * weight
        }
        return all > 0 ? min(said / all, ceiling) * kept : 0
    }

    private static func credit(of mark: PointMark) -> Double {
        switch mark.verdict {
        case .hit: 1
        case .partial: (mark.strength - Tuning.floor) / (Tuning.hit - Tuning.floor)
        case .missed, .contradicted, .avoided, .held: 0
        }
    }
}
