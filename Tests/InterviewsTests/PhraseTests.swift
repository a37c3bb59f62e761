import Marking
import Testing

@testable import Interviews

/// What of an answer stands for a point when all see it.
struct PhraseTests {
    /// What is shown for a point that rests on these words of an answer.
    private func phrase(of answer: String, resting words: String...) throws -> String? {
        let evidence = try words.map { word in
            let place = try #require(answer.firstRange(of: word))
            let start = place.lowerBound.utf16Offset(in: answer)
            return Evidence(start: start, end: start + word.utf16.count, rule: "")
        }
        let point = PointMark(keyPoint: "p", verdict: .hit, strength: 1, evidence: evidence)
        return Mark(points: [point], coverage: 1, remarks: [], matcher: "m").phrases(in: answer)["p"]
    }

    @Test(
        arguments: [
            ("I ask first. A heavy model ranks these. Then I test.", "ranks", "A heavy model ranks these."),
            ("Rank them, e.g. by clicks.\nTest it later.", "clicks", "Rank them, e.g. by clicks."),
            ("Rank them.\nTest  it\tlater", "later", "Test it later"),
            ("Rank them.\r\n \u{b}Test\u{c}it\u{1f}later \t", "later", "Test it\u{1f}later"),
            ("Rank them.\u{a0}\u{2028}Test\u{85}it\u{3000}später ", "später", "Test it später"),
            ("A threshold of 0.5 is “fine.” Is it? Move it!", "threshold", "A threshold of 0.5 is “fine.”"),
            ("Ist es so? Größer wird’s 😀 nie. Doch!", "nie", "Größer wird’s 😀 nie."),
            ("ranks", "ranks", "ranks"),
        ])
    func itIsTheSentenceAroundTheWords(answer: String, word: String, expected: String) throws {
        #expect(try phrase(of: answer, resting: word) == expected)
    }

    @Test func ofSeveralSentencesItIsTheOneThatSaysMostOfIt() throws {
        let answer = "Clicks are cheap. Watch time and retention count. Skips are not."
        #expect(
            try phrase(of: answer, resting: "Clicks", "Watch time", "retention", "Skips")
                == "Watch time and retention count.")
        #expect(try phrase(of: answer, resting: "Skips", "Clicks") == "Clicks are cheap.")
    }

    @Test func aLongSentenceBeginsWithTheClauseOfTheWordsAndEndsBetweenTwo() throws {
        let long = Array(repeating: "before this comes that", count: 10).joined(separator: ", ")
        let text = try #require(
            try phrase(of: "\(long), but a canary shows it, \(long).", resting: "canary"))
        #expect(text.hasPrefix("… but a canary shows it, before this") && text.count <= Mark.longestPhrase)
        #expect(text.hasSuffix("…") && !text.dropLast().hasSuffix(" "))
        let endless = String(repeating: "x", count: 500)
        #expect(try phrase(of: endless, resting: "xxx")?.count == Mark.longestPhrase)
    }

    @Test func wordsThatAreNotThereAreNoPhrase() {
        let point = PointMark(
            keyPoint: "p", verdict: .hit, strength: 1, evidence: [Evidence(start: 3, end: 90, rule: "")])
        #expect(Mark(points: [point], coverage: 1, remarks: [], matcher: "m").phrases(in: "short").isEmpty)
    }
}
