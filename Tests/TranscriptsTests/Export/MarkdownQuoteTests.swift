import Testing

@testable import Transcripts

/// Words that somebody may write, or paste, or try.
enum HostileText {
    static let all = [
        "", " ", "\n", "\n\n", "plain words", "two\nlines", "a paragraph\n\nand another",
        "ends with a break\n",
        "\r\n", "dos\r\nlines\r\n", "old mac\rlines", "  leading and trailing  ", "\ttab\t",
        "# heading", "- list\n- of\n+ things\n* here", "1. one\n2) two", "> quoted\n>> twice", "---", "===",
        "***",
        "`code` and **bold** and _it_ and ~~gone~~", "```swift\nlet a = 1\n```", "~~~\nfence\n~~~", "~~~~~~~",
        "def f():\n    return 1\n", "\tindented", "    if a < b && c > d {\n\t}", "<script>alert(1)</script>",
        "<!-- greenroom {\"at\":1} -->", "-->", "--!>", "&lt; &#60; &amp; &#x3c;", "\\ \\\\ \\n \\> ends \\",
        "ends with two \\\\", "[link](javascript:alert(1)) ![x](x)", "| a | b |\n|---|---|",
        "$x^2$ {{mustache}}",
        "=1+1", "@SUM(A1)", "Ünïcödé, Привет, 你好, مرحبا, 🙂 👨‍👩‍👧 🇩🇪", "e\u{301} \u{FEFF} \u{200B} \u{202E}turned",
        "\u{2028}line\u{2029}paragraph\u{85}next", "nul \0 bell \u{7} escape \u{1B}[31m",
        "\u{301}begins with a mark",
        "\u{A0}hard space\u{A0}", "\"quotes\" and 'more'", String(repeating: "a ", count: 4000),
    ]
}

struct MarkdownQuoteTests {
    private func readBack(_ text: String) -> String? {
        let block = MarkdownQuote.lines(text)
        let document = (block + ["", "after"]).joined(separator: "\n")
        let lines = document.split(separator: "\n", omittingEmptySubsequences: false)
        guard let (read, count) = MarkdownQuote.read(lines[...]) else { return nil }
        return count == block.count ? read : nil
    }

    @Test(arguments: HostileText.all)
    func whatWasWrittenIsReadBackToTheByte(text: String) {
        #expect(readBack(text).map { Array($0.utf8) } == Array(text.utf8))
    }

    /// Whatever stands together: a thousand texts of pieces that mean something in Markdown, the same every time.
    @Test func anyTextIsReadBackToTheByte() {
        let pieces = [
            "a", " ", "\n", "\r", "\t", "~", "`", "\\", ">", "<", "#", "-", "1.", "&", "#32;", ";", "*", "_",
            "    ", "é",
            "\u{301}", "🙂", "\u{202E}", "\0",
        ]
        var state: UInt64 = 7
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        for _ in 0..<1000 {
            let text = (0..<next(24)).map { _ in pieces[next(pieces.count)] }.joined()
            #expect(readBack(text).map { Array($0.utf8) } == Array(text.utf8))
        }
    }

    @Test(arguments: HostileText.all)
    func outsideCodeNothingOpensATag(text: String) {
        let block = MarkdownQuote.lines(text)
        guard block.first?.hasPrefix("~~~") == false else { return }
        #expect(block.allSatisfy { $0.hasPrefix(">") })
        #expect(!block.joined(separator: "\n").replacing("\\<", with: "").contains("<"))
    }

    @Test func proseIsReadable() {
        #expect(
            MarkdownQuote.lines("It's a test, e.g. 50 % (or so).\nNext line.") == [
                "> It's a test, e.g. 50 % (or so).\\", "> Next line.",
            ])
    }
}

struct SafeMarkdownTests {
    @Test func codeStaysAndTagsGo() {
        #expect(
            SafeMarkdown.quoted("What is `a < b`?\n\n```cpp\nvector<int> v;\n```\n<b>x</b>") == [
                "> What is `a < b`?", ">", "> ```cpp", "> vector<int> v;", "> ```", "> &lt;b>x&lt;/b>",
            ])
    }

    /// A fence that a list holds ends with the list.
    @Test func aFenceWithinAListHidesNothing() {
        let lines = SafeMarkdown.quoted("- a\n  ```\nx <script>")
        #expect(lines.last == "> x &lt;script>")
    }
}
