import Marking

/// What the full-text index holds of an answer, and how it is asked.
public enum PassageWords {
    /// Around what was searched for, in an excerpt. No text holds them: see ``clean(_:)``.
    static let hitStart: Character = "\u{2}"
    static let hitEnd: Character = "\u{3}"

    /// A text without control characters but white space.
    static func clean(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isControl($0) }))
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 && scalar != "\n" && scalar != "\t" && scalar != "\r"
    }

    static func sign(visitor: Int) -> String { "zv\(visitor)z" }
    static func sign(topic: String) -> String { "zt\(hash(topic))z" }
    static func sign(verdict: Verdict) -> String { "zs\(verdict.rawValue)z" }
    static func sign(missed point: PointName) -> String { "zm\(hash(point.question + "#" + point.point))z" }

    /// FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/): signs need no more than to be the same every time.
    private static func hash(_ text: String) -> String {
        String(text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 36)
    }

    /// What the index is asked: all signs, and all words by their beginnings. Each is a string of FTS5, in which a
    /// quotation mark is written twice, so that nothing a visitor types is read as a query.
    static func match(signs: [String], words: [String]) -> String {
        (signs.map { "signs : \(quoted($0))" } + words.map { "{answer prompt missed} : \(quoted($0)) *" })
            .joined(separator: " AND ")
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// The words of what somebody typed, without signs; no more than ``TranscriptQuery/maximumWords``.
    public static func words(of typed: String) -> [String] {
        typed.prefix(400).split { !$0.isLetter && !$0.isNumber }.prefix(TranscriptQuery.maximumWords).map(
            String.init)
    }

    /// An excerpt as the index gives it, in pieces.
    static func pieces(of excerpt: String) -> [Passage.Piece] {
        var pieces: [Passage.Piece] = []
        var (text, isHit) = ("", false)
        func end() {
            if !text.isEmpty { pieces.append(.init(text: text, isHit: isHit)) }
            text = ""
        }
        for scalar in excerpt.unicodeScalars {
            switch Character(scalar) {
            case hitStart:
                end()
                isHit = true
            case hitEnd:
                end()
                isHit = false
            default:
                text.unicodeScalars.append(scalar)
            }
        }
        end()
        return pieces
    }
}
