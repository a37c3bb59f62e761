import Marking
import Testing

struct TallyTests {
    /// Two points that stand alone, "any 2 of" three, and a misconception.
    private let rubric = Rubric(
        question: "Why?",
        keyPoints: [
            KeyPoint(id: "a", head: "A"), KeyPoint(id: "b", head: "B"),
            KeyPoint(id: "x", head: "X", group: 0), KeyPoint(id: "y", head: "Y", group: 0),
            KeyPoint(id: "z", head: "Z", group: 0), KeyPoint(id: "myth", head: "M", isMisconception: true),
        ], groups: [Rubric.Group(needed: 2)])

    private func tally(_ verdicts: [Verdict]) -> Tally {
        let points = zip(rubric.keyPoints, verdicts).map {
            PointMark(keyPoint: $0.id, verdict: $1, strength: 0, evidence: [])
        }
        return Tally(Mark(points: points, coverage: 0, remarks: [], matcher: "x"), in: rubric)
    }

    @Test(
        arguments: [
            ([.hit, .hit, .hit, .missed, .hit, .avoided], 4, 0, 2),
            ([.hit, .hit, .hit, .hit, .hit, .held], 4, 0, 3),
            ([.missed, .partial, .hit, .partial, .missed, .avoided], 1, 2, 1),
            ([.missed, .contradicted, .hit, .hit, .partial, .avoided], 2, 0, 2),
            ([], 0, 0, 0),
        ] as [([Verdict], Int, Int, Int)])
    func aGroupCountsForAsManyAsItNeeds(verdicts: [Verdict], found: Int, inPart: Int, said: Int) {
        let tally = tally(verdicts)
        #expect((tally.found, tally.inPart, tally.needed) == (found, inPart, 4))
        #expect(tally.groups.map(\.said) == [said] && tally.groups.map(\.needed) == [2])
    }

    @Test func ofACompleteGroupNoneIsMissing() {
        let complete = tally([.missed, .hit, .hit, .missed, .hit, .avoided])
        let groups = rubric.keyPoints.prefix(5).map(\.group)
        #expect(groups.map(complete.stillNeeds) == [true, true, false, false, false])
        let open = tally([.missed, .hit, .hit, .missed, .missed, .avoided])
        #expect(groups.allSatisfy(open.stillNeeds))
    }
}
