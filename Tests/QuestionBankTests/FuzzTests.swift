import Foundation
import QuestionBank
import Testing

/// Feeds the reader with documents put together at random from pieces that mean something to it. Whatever comes out
/// must survive being written and read again. `GREENROOM_FUZZ_SECONDS` says how long, `GREENROOM_FUZZ_SEED` where to
/// begin.
@Suite struct FuzzTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let seconds = environment["GREENROOM_FUZZ_SECONDS"].flatMap(Int.init) ?? 4
    private static let seed = environment["GREENROOM_FUZZ_SEED"].flatMap(UInt64.init) ?? 1

    @Test func anythingIsReadAndWhatIsReadCanBeWritten() {
        let clock = ContinuousClock()
        let end = clock.now + .seconds(Self.seconds)
        var seed = Self.seed
        while clock.now < end {
            var random = SplitMix(state: seed)
            let document = Self.document(&random)
            let time = clock.measure { Self.check(document, seed: seed) }
            #expect(time < .seconds(10), "seed \(seed)")
            seed += 1
        }
    }

    private static func check(_ document: [UInt8], seed: UInt64) {
        let loaded = LoadedBank(documents: [readDocument(document, name: "fuzz.md")])
        let ids = loaded.bank.questions.map(\.id)
        #expect(Set(ids).count == ids.count, "seed \(seed)")
        guard !loaded.problems.contains(where: { $0.severity == .error }) else { return }
        let files = loaded.bank.export(.markdown)
        let again = LoadedBank(documents: files.map { readDocument($0.text, name: $0.name) })
        #expect(
            again.bank.hash == loaded.bank.hash,
            "seed \(seed): \(String(decoding: document, as: UTF8.self).debugDescription)")
    }

    private static func document(_ random: inout SplitMix) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 1...60, using: &random) {
            bytes += (pieces.randomElement(using: &random) ?? "").utf8
            if Int.random(in: 0..<3, using: &random) > 0 { bytes.append(UInt8(ascii: "\n")) }
            if Int.random(in: 0..<40, using: &random) == 0 {
                bytes.append(UInt8.random(in: 1...255, using: &random))
            }
        }
        return bytes
    }

    private static let pieces = [
        "# ", "## ", "### ", "#### Answer: ", "###### 1. ", "What is it?", "Why do we use `x`?", "Q: ",
        "Q1. ", "A: ",
        "Ans:- ", "**Question:** ", "**Answer : **", "** Answer **:", "- ", "* ", "  - ", "    ", "\t", "1. ",
        "2) ", "> ",
        "```", "```js", "````", "~~~", "---", "***", "<details>", "<summary>How?</summary>", "</details>",
        "<br/>",
        "<!-- ", " -->", "[↑ Back to top](#top)", "[a](#a)", "| a | b |", "| --- | --- |", "**bold** text",
        "Head: some text that says more.", "- **Term**: meaning", "  - **Solution**: do it", "Key points",
        "Model answer",
        "### Key points", "### Model answer", "*Difficulty: easy · Id: a-b*", "  - Also: this; that",
        "- Any 2 of:",
        "References:", "Source: x", "Good to hear", "TODO", "Answer here", "👶", "⭐⭐", "é", "𝐖𝐡𝐚𝐭 is bold?",
        "\u{FEFF}",
        "{\"q\":\"What?\",\"a\":\"That\"}", "[", "]", "(", ")", "question,answer", "\"a, \"\"b\"\"\",c",
        "a\tb", "#separator:tab",
        "{{c1::hidden}}", "What?;;;That.", "~~### Q3~~", "??? success \"Answer\"", "\\# not", "\\", "_",
        "&lt;b&gt;", "C#",
        "Slow database", "a sentence. Then Two", ";", ":", ",",
    ]
}

/// A small generator with a state that can be written down (Steele, Lea and Flood 2014).
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
