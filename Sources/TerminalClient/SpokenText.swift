/// A prompt that comes in pieces, broken at a terminal's width as it comes.
public struct SpokenText: Hashable, Sendable {
    private let width: Int
    private var column = 0
    /// What was said, as it came.
    public private(set) var said = ""
    /// Spaces that are written once a word follows on the same line.
    private var gap = 0
    private var isCode = false
    private var line = ""

    public init(width: Int) { self.width = width }

    /// What to write for a further piece, which ends between words.
    public mutating func add(_ piece: String) -> String {
        said += piece
        var out = ""
        var word = ""
        for character in piece {
            if character == "\n" {
                out += take(&word) + "\n"
                if line.drop(while: { $0 == " " }).hasPrefix("```") { isCode.toggle() }
                (column, gap, line) = (0, 0, "")
            } else if character == " " {
                out += take(&word)
                gap += 1
                line.append(" ")
            } else {
                word.append(character)
                line.append(character)
            }
        }
        return out + take(&word)
    }

    private mutating func take(_ word: inout String) -> String {
        guard !word.isEmpty else { return "" }
        defer { (word, gap) = ("", 0) }
        let text = word.printable
        let columns = text.columns
        if column > 0, !isCode, !line.hasPrefix("```"), column + gap + columns > width {
            column = columns
            return "\n" + text
        }
        column += gap + columns
        return String(repeating: " ", count: gap) + text
    }
}
