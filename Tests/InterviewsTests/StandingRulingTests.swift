import Interviews
import Marking
import Testing

struct StandingRulingTests {
    private func dispute(
        _ rehearsal: inout Rehearsal, _ point: String, _ range: Range<Int>?, isWithdrawn: Bool = false,
        ref: String
    ) throws {
        let ranges = range.map { [TextRange(start: $0.lowerBound, end: $0.upperBound)] } ?? []
        let dispute = Command.Dispute(
            question: 0, attempt: 1, point: point, ranges: ranges, isWithdrawn: isWithdrawn)
        try rehearsal.perform(.dispute(dispute), ref: ref)
    }

    @Test func theMarkedWordsComeOutAsTheyWereWritten() throws {
        var rehearsal = try Rehearsal(count: 1)
        try rehearsal.perform(.answer(question: 0, text: "😀 it  halves\nthe cost"), ref: "a")
        try dispute(&rehearsal, "one", 3..<22, ref: "d")
        try dispute(&rehearsal, "two", nil, ref: "e")
        let rulings = Ruling.standing(in: rehearsal.log)
        #expect(rulings.map(\.keyPoint.id) == ["one", "two"])
        #expect(rulings.map(\.words) == [["it halves the cost"], []])
    }

    @Test func whatWasWithdrawnDoesNotStand() throws {
        var rehearsal = try Rehearsal(count: 1)
        try rehearsal.perform(.answer(question: 0, text: "it halves the cost"), ref: "a")
        try dispute(&rehearsal, "one", 0..<5, ref: "d")
        try dispute(&rehearsal, "one", nil, isWithdrawn: true, ref: "e")
        #expect(Ruling.standing(in: rehearsal.log).isEmpty)
    }

    @Test(arguments: [1..<2, 0..<1, 5..<500])
    func aRangeThatCutsACharacterOrIsNotInTheTextIsPassedOver(range: Range<Int>) throws {
        var rehearsal = try Rehearsal(count: 1)
        try rehearsal.perform(.answer(question: 0, text: "😀 halves"), ref: "a")
        try dispute(&rehearsal, "one", range, ref: "d")
        #expect(Ruling.standing(in: rehearsal.log).map(\.words) == [[]])
    }
}
