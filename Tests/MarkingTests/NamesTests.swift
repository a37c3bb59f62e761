import Marking
import Testing

/// Answers that only list the names of the points.
struct NamesTests {
    private let heads = ["Let them do it", "Regular talks", "Honest feedback", "What you learned"]

    private func matcher(gist: String = "that is a matter of patience") -> Matcher {
        Matcher(
            Rubric(
                question: "Tell me of a person whom you taught.",
                keyPoints: heads.enumerated().map {
                    KeyPoint(id: "\($0.offset)", head: $0.element, gist: gist)
                }))
    }

    @Test(arguments: [", ", "\n", ". ", "; ", "\n- ", " ", " and ", " / ", " | "])
    func theNamesAloneAreAList(separator: String) {
        let mark = matcher().mark(heads.joined(separator: separator))
        #expect(mark.remarks.contains(.keywordList))
        #expect(mark.coverage <= 0.5)
    }

    @Test func soAreTheyInAnyOrderAndWithNumbers() {
        let text = heads.reversed().enumerated().map { "\($0.offset + 1). \($0.element)" }
        #expect(matcher().mark(text.joined(separator: "\n")).remarks.contains(.keywordList))
    }

    @Test func namesThatAreExplainedAreNone() {
        let text = heads.map { "\($0): this took me months, as he was new to the work." }
        #expect(!matcher().mark(text.joined(separator: "\n")).remarks.contains(.keywordList))
    }

    @Test func aNameThatSaysItAllMayBeSaid() {
        let mark = matcher(gist: "").mark("Let them do it. Regular talks. Honest feedback. What you learned.")
        #expect(!mark.remarks.contains(.keywordList))
        #expect(mark.coverage > 0.5)
    }
}
