import Marking
import Testing

struct CoverageTests {
    private let apple = KeyPoint(id: "a", head: "Apples grow on trees")
    private let salt = KeyPoint(id: "s", head: "Salt dissolves in water")
    private let iron = KeyPoint(id: "i", head: "Iron rusts outdoors")

    private func coverage(_ points: [KeyPoint], groups: [Rubric.Group] = [], _ answer: String) -> Double {
        Matcher(Rubric(question: "Tell me something.", keyPoints: points, groups: groups)).mark(answer)
            .coverage
    }

    @Test func pointsCountByTheirWeight() {
        var heavy = apple
        heavy.weight = 3
        #expect(coverage([heavy, salt], "Apples grow on trees.") == 0.75)
        #expect(coverage([heavy, salt], "Salt dissolves in water.") == 0.25)
    }

    @Test func aGroupIsCompleteWithAsManyPointsAsItNeeds() {
        let points = [apple, salt, iron].map { point in
            var grouped = point
            grouped.group = 0
            return grouped
        }
        let groups = [Rubric.Group(needed: 2)]
        #expect(coverage(points, groups: groups, "Apples grow on trees. Iron rusts outdoors.") == 1)
        #expect(coverage(points, groups: groups, "Iron rusts outdoors.") == 0.5)
        #expect(coverage(points, groups: [Rubric.Group(needed: 9)], "Iron rusts outdoors.") < 0.34)
    }

    @Test func withoutARequiredPointCoverageIsNeverFull() {
        var required = apple
        required.isRequired = true
        required.weight = 0.01
        #expect(coverage([required, salt], "Salt dissolves in water.") == 0.8)
        #expect(coverage([required, salt], "Salt dissolves in water, apples grow on trees.") == 1)
    }

    @Test func aMisconceptionThatIsHeldTakesAFifth() {
        var wrong = iron
        wrong.isMisconception = true
        #expect(coverage([apple, wrong], "Apples grow on trees and iron rusts outdoors.") == 0.8)
        #expect(coverage([apple, wrong], "Apples grow on trees.") == 1)
    }

    @Test func aRubricWithoutPointsHasNoCoverage() {
        #expect(coverage([], "Apples grow on trees.") == 0)
    }
}
