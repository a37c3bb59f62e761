import Testing

@testable import Transcripts

/// Which part of a text is shown, and what of it is marked.
struct PassageExcerptTests {
    private func shown(_ words: [String], in text: String) -> String {
        PassageExcerpt(of: words).excerpt(text).map { $0.isHit ? "[\($0.text)]" : $0.text }.joined()
    }

    @Test(arguments: [
        (["average"], "Averaging many models.", "[Averaging] many models."),
        (["cafe"], "Im CAFÉ: cafés", "Im [CAFÉ]: [cafés]"), (["e"], "a e\u{301} b", "a [e\u{301}] b"),
        (["netz"], "neuronale Netze", "neuronale [Netze]"), (["x"], "", ""), (["42"], "is 42.", "is [42]."),
        (["none"], "\"many\" models", "\"many\" models"), (["家"], "家 族", "[家] 族"),
    ])
    func wordsAreFoundByTheirStems(words: [String], text: String, expected: String) {
        #expect(shown(words, in: text) == expected)
    }

    @Test func theMiddleOfALongTextIsShownWhereItIsFound() {
        let filler = (1...100).map { "a\($0)" }
        let text = (filler + ["needle", "and", "thread"] + filler).joined(separator: " ")
        let excerpt = shown(["thread", "needle"], in: text)
        #expect(excerpt.hasPrefix("…a87 ") && excerpt.hasSuffix(" a15…"))
        #expect(excerpt.contains("[needle] and [thread]"))
        #expect(shown(["a100"], in: text).hasSuffix("…"))
        #expect(shown(["nothing"], in: text).hasPrefix("a1 a2"))
    }

    @Test func whatIsFoundTwiceIsShownWhereMostOfItIs() {
        let filler = (1...40).map { "a\($0)" }
        let text = (["needle"] + filler + ["needle", "thread"] + filler).joined(separator: " ")
        #expect(shown(["thread", "needle"], in: text).contains("[needle] [thread]"))
    }
}
