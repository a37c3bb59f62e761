/// Turns lines into what a terminal is sent: broken at its width and coloured, or plain.
public struct Page: Hashable, Sendable {
    /// nil: lines are not broken.
    public var width: Int?
    public var isColoured: Bool

    public init(width: Int?, isColoured: Bool) {
        self.width = width
        self.isColoured = isColoured
    }

    /// What to write, each line with its end.
    public func text(of lines: [Line]) -> String {
        lines.map { text(of: $0) + "\n" }.joined()
    }

    private func text(of line: Line) -> String {
        var out = ""
        var column = 0
        var style: Line.Style?
        for (index, word) in words(of: line).enumerated() {
            let columns = word.text.columns
            if style != word.style { out += change(from: style, to: nil) }
            if let width, index > 0, !line.isVerbatim, !word.follows, column + word.gap + columns > width {
                out += "\n" + String(repeating: " ", count: line.hanging)
                column = line.hanging
            } else {
                let gap = word.gap + (index == 0 ? line.indent : 0)
                out += String(repeating: " ", count: gap)
                column += gap
            }
            if style != word.style { out += change(from: nil, to: word.style) }
            style = word.style
            out += word.text
            column += columns
        }
        return out + change(from: style, to: nil)
    }

    private struct Word {
        var text: String
        var style: Line.Style?
        /// Spaces in front of it.
        var gap: Int
        /// Belongs to the word before: only the style changes.
        var follows: Bool
    }

    private func words(of line: Line) -> [Word] {
        var words: [Word] = []
        var gap = 0
        var endsInWord = false
        for span in line.spans {
            let text = span.text.printable
            var word = ""
            var begins = endsInWord
            for character in text {
                if character == " " {
                    if !word.isEmpty {
                        words.append(Word(text: word, style: span.style, gap: gap, follows: begins))
                    }
                    if !word.isEmpty { gap = 0 }
                    (word, begins) = ("", false)
                    gap += 1
                } else {
                    word.append(character)
                }
            }
            endsInWord = !word.isEmpty
            guard endsInWord else { continue }
            words.append(Word(text: word, style: span.style, gap: gap, follows: begins))
            gap = 0
        }
        return words
    }

    /// ECMA-48 §8.3.117
    private func change(from old: Line.Style?, to new: Line.Style?) -> String {
        guard isColoured, old != new else { return "" }
        return "\u{1B}[\(new?.code ?? "0")m"
    }
}

extension Line.Style {
    /// The terminal's own colours: they suit its background.
    fileprivate var code: String {
        switch self {
        case .strong: "1"
        case .quiet: "2"
        case .good: "32"
        case .middling: "33"
        case .bad: "31"
        }
    }
}
