import Testing
import Transcripts

struct HighlightTests {
    private static let family = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}"

    private static func span(_ start: Int, _ end: Int, _ point: String) -> Highlight.Span {
        Highlight.Span(start: start, end: end, point: point)
    }

    @Test(arguments: [
        ("plain words", [span(0, 5, "a")], ["plain:a", " words:"]),
        ("one two three", [span(0, 7, "a"), span(4, 13, "b")], ["one :a", "two:a+b", " three:b"]),
        ("one", [span(0, 3, "a"), span(0, 3, "a")], ["one:a"]),
        ("one", [span(-5, 99, "a")], ["one:a"]),
        ("one", [span(2, 2, "a"), span(3, 1, "b"), span(7, 9, "c")], ["one:"]),
        ("ab", [span(1, 2, "a")], ["a:", "b:a"]),
        // Half of a surrogate pair, a letter without its accent, one of a family.
        ("x🙂y", [span(2, 3, "a")], ["x:", "🙂:a", "y:"]),
        ("e\u{301}tude", [span(1, 2, "a")], ["e\u{301}:a", "tude:"]),
        ("e\u{301}tude", [span(2, 6, "a")], ["e\u{301}:", "tude:a"]),
        ("a \(family) b", [span(4, 5, "a")], ["a :", "\(family):a", " b:"]),
        ("one\r\ntwo", [span(0, 4, "a")], ["one\r\n:a", "two:"]),
        ("", [span(0, 1, "a")], []),
    ])
    func evidenceCoversWholeCharacters(text: String, spans: [Highlight.Span], expected: [String]) {
        let pieces = Highlight.pieces(of: text, spans)
        #expect(pieces.map { "\($0.text):\($0.points.joined(separator: "+"))" } == expected)
        #expect(pieces.map(\.text).joined() == text)
    }

    @Test func anyRangesLeaveTheTextWhole() {
        let text = "Dropout 🙂 e\u{301}\u{327} 🇨🇭🇩🇪 \(Self.family)\r\n נקודה ½ ﷽"
        for start in stride(from: -3, to: text.utf16.count + 3, by: 1) {
            for end in stride(from: start - 2, to: text.utf16.count + 3, by: 3) {
                let pieces = Highlight.pieces(
                    of: text, [Self.span(start, end, "a"), Self.span(end, start, "b")])
                #expect(pieces.map(\.text).joined() == text)
                #expect(pieces.map(\.text.count).reduce(0, +) == text.count)
            }
        }
    }
}
