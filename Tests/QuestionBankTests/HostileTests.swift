import QuestionBank
import Testing

/// Documents that nobody wrote in good faith end in a clear word, and soon.
@Suite struct HostileTests {
    /// Debug builds are many times slower than what people run.
    static let patience = Duration.seconds(20)

    static let refused: [(String, [UInt8], UnreadableReason)] = [
        ("NUL", Array("# Topic\n\n## What is \u{0}?\n".utf8), .binary),
        ("an executable", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 3, 0, 62, 0], .binary),
        ("one endless line", Array(repeating: UInt8(ascii: "a"), count: 3 << 20), .lineTooLong(line: 1)),
        (
            "an endless line further down",
            Array("# Topic\n\n".utf8) + Array(repeating: UInt8(ascii: "["), count: 3 << 20),
            .lineTooLong(line: 3)
        ),
    ]

    @Test(arguments: refused.indices)
    func documentIsRefused(index: Int) {
        let (name, bytes, reason) = Self.refused[index]
        let reading = readDocument(bytes, name: name)
        #expect(reading.failure == reason)
        #expect(reading.problems.map(\.rule) == [.unreadable])
        #expect(reading.questions.isEmpty)
    }

    static let endured: [(String, String)] = [
        ("nested bullets", String(repeating: "- ", count: 50_000)),
        (
            "bullets ever deeper",
            (0..<300).map { String(repeating: " ", count: $0 * 2) + "- What is \($0)?\n" }.joined()
        ),
        ("many bullets", String(repeating: "* What is it?\n", count: 8_000)),
        ("unclosed fences", String(repeating: "    ```js\nx\n", count: 5_000)),
        ("fences of growing length", (3..<300).map { String(repeating: "`", count: $0) + "\n" }.joined()),
        ("open details", String(repeating: "<details><summary>What is it?\n", count: 5_000)),
        ("open brackets", "# What is it?\n\n" + String(repeating: "[", count: 60_000)),
        (
            "many sources in brackets",
            "# What is it?\n\nIt is one. " + String(repeating: "[a 1996] [b] ", count: 60_000)
        ),
        ("open links", String(repeating: "### What is [this](\n", count: 5_000)),
        ("stars", "## What?\n" + String(repeating: "*", count: 60_000)),
        ("quotes", "question,answer\n" + String(repeating: "\"a,", count: 20_000)),
        ("deep JSON", String(repeating: "[", count: 50_000)),
        ("deep objects", String(repeating: "{\"a\":", count: 30_000)),
        ("open comments", String(repeating: "<!--\n", count: 5_000)),
        ("markers only", String(repeating: "Q:\nA:\n", count: 5_000)),
        ("tables", String(repeating: "| a | b |\n", count: 8_000)),
        ("deletions", "#separator:tab\n" + String(repeating: "{{c1::", count: 8_000) + "\tback\n"),
    ]

    @Test(arguments: endured.indices)
    func documentIsReadInTime(index: Int) {
        let (name, text) = Self.endured[index]
        let clock = ContinuousClock()
        let time = clock.measure {
            let loaded = LoadedBank(documents: [readDocument(text, name: name)])
            _ = loaded.bank.export(.markdown)
        }
        #expect(time < Self.patience, "\(name)")
    }

    /// Somebody's whole book is no answer, in a document of whatever kind; the questions beside it are asked.
    @Test(arguments: [
        (
            "own.md", "# T\n\n## What is a?\n\n### Key points\n\n- **A**: a letter.\n\n### Model answer\n\n",
            "\n\n## What is b?\n\n### Key points\n\n- **B**: a letter.\n"
        ),
        ("found.md", "# T\n\n## What is a?\n\n", "\n\n## What is b?\n\nThe second letter of the alphabet.\n"),
        ("cards.txt", "Q: What is a?\nA: ", "\n\nQ: What is b?\nA: The second letter of the alphabet.\n"),
    ])
    func anEndlessAnswerIsLeftOut(name: String, start: String, end: String) {
        let line = "It is the first letter of the alphabet.\n"
        func reading(_ length: Int) -> DocumentReading {
            readDocument(
                start + String(repeating: line, count: length / line.utf8.count) + end, name: name)
        }
        let kept = reading(Question.longest / 2)
        #expect(kept.questions.map { $0.prompt.suffix(2) } == ["a?", "b?"])
        let bounded = reading(Question.longest)
        #expect(bounded.questions.map { $0.prompt.suffix(2) } == ["b?"])
        #expect(bounded.report.questions == 1)
        #expect(bounded.problems.map(\.rule) == [.tooLong])
        #expect(bounded.problems.first?.severity == .error)
    }

    @Test func dataOnOneLongLineIsNoEndlessLine() {
        let card = "{\"question\": \"What is \\u00e9 (N)?\", \"answer\": \"A letter.\"}"
        let cards = (0..<20_000).map { card.replacing("N", with: "\($0)") }
        let text = "[" + cards.joined(separator: ",") + "]"
        #expect(text.utf8.count > 1 << 20)
        #expect(readDocument(text, name: "cards.json").questions.count == 20_000)
        #expect(readDocument(text + "x", name: "cards.json").failure == .lineTooLong(line: 1))
    }

    @Test func otherEncodingsAreUnderstood() {
        let latin =
            Array("Q: What is na".utf8) + [0xEF] + Array("ve Bayes?\nA: A classifier \u{2D} simple".utf8) + [
                0x85
            ]
        #expect(readDocument(latin, name: "latin.txt").questions.first?.prompt == "What is naïve Bayes?")
        let units = Array("Q: What is ½?\nA: A half.".utf16)
        let wide: [UInt8] =
            [0xFF, 0xFE] + units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(readDocument(wide, name: "wide.txt").questions.first?.prompt == "What is ½?")
    }
}
