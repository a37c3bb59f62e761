import Testing

@testable import TerminalClient

struct PageTests {
    private func broken(_ line: Line, at width: Int?) -> String {
        Page(width: width, isColoured: false).text(of: [line])
    }

    @Test func linesAreBrokenBetweenWords() {
        let line = Line("one two three four", indent: 1, hanging: 3)
        #expect(broken(line, at: nil) == " one two three four\n")
        #expect(broken(line, at: 10) == " one two\n   three\n   four\n")
        #expect(broken(line, at: 18) == " one two three\n   four\n")
        #expect(broken(line, at: 19) == " one two three four\n")
    }

    @Test func aWordThatIsTooLongStaysWhole() {
        #expect(broken(Line("a unbreakable b"), at: 5) == "a\nunbreakable\nb\n")
    }

    @Test func wideCharactersTakeTwoColumns() {
        #expect(broken(Line("你好 世界"), at: 8) == "你好\n世界\n")
        #expect(broken(Line("你好 世界"), at: 9) == "你好 世界\n")
        #expect("e\u{301}".columns == 1)
    }

    @Test func codeIsNotBroken() {
        let lines = Line.paragraphs("say it\n```\nlet a =    1 + 2\n```")
        #expect(
            Page(width: 8, isColoured: false).text(of: lines) == "say it\n```\nlet a =    1 + 2\n```\n")
    }

    @Test func stylesAreColoursOnlyWhereThereAreColours() {
        let line = Line([
            .init(text: "Cover", style: .strong), .init(text: "age hit now", style: .good),
            .init(text: " or never", style: nil),
        ])
        #expect(broken(line, at: 40) == "Coverage hit now or never\n")
        #expect(
            Page(width: 12, isColoured: true).text(of: [line])
                == "\u{1B}[1mCover\u{1B}[0m\u{1B}[32mage hit\nnow\u{1B}[0m or never\n")
    }

    @Test func nobodysTextSteersTheTerminal() {
        #expect(
            broken(Line("a\u{1B}[2Jb\u{9b}c\u{202e}d\te"), at: nil)
                == "a\u{FFFD}[2Jb\u{FFFD}c\u{FFFD}d    e\n")
    }

    @Test(arguments: [1, 5, 9, 30])
    func whatIsSpokenIsBrokenWhereverItsPiecesEnd(size: Int) {
        let prompt =
            "Why does dropout help, and when does it not?\n\n```\nlet x = dropout(y, rate: 0.5)\n```\nSay."
        var spoken = SpokenText(width: 20)
        var out = ""
        for piece in prompt.pieces(of: size) { out += spoken.add(piece) }
        #expect(
            out == """
                Why does dropout
                help, and when does
                it not?

                ```
                let x = dropout(y, rate: 0.5)
                ```
                Say.
                """)
        #expect(spoken.said == prompt)
    }
}

extension String {
    /// Pieces that end between words, as a server sends them.
    fileprivate func pieces(of words: Int) -> [String] {
        var pieces = [""]
        var count = 0
        for character in self {
            let last = pieces[pieces.count - 1].last
            if let last, last.isWhitespace, !character.isWhitespace {
                count += 1
                if count % words == 0 { pieces.append("") }
            }
            pieces[pieces.count - 1].append(character)
        }
        return pieces
    }
}
