import Interviews
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
    static func sign(period: Int64) -> String { "zp\(period)z" }
    static func sign(topic: String) -> String { "zt\(hash(topic))z" }
    static func sign(verdict: Verdict) -> String { "zs\(verdict.rawValue)z" }
    static func sign(missed point: PointName) -> String { "zm\(hash(point.question + "#" + point.point))z" }

    /// FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/): signs need no more than to be the same every time.
    private static func hash(_ text: String) -> String {
        String(text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 36)
    }

    /// In which thirty days since 1970 an interview was opened, so that the words of a month are not looked for in all
    /// the others.
    static func period(of moment: Timestamp) -> Int64 { moment.milliseconds / (30 * 86_400_000) }

    /// The periods of a stretch of time; `nil` where they are too many to be asked for, or have no end.
    static func periods(from: Timestamp?, until: Timestamp?) -> ClosedRange<Int64>? {
        guard let from, let until, from.milliseconds <= until.milliseconds else { return nil }
        let (first, last) = (period(of: from), period(of: until))
        return last - first < 25 ? first...last : nil
    }

    /// What the index is asked: all signs, one of the periods, and all words by their beginnings. Each is a string of
    /// FTS5, in which a quotation mark is written twice, so that nothing a visitor types is read as a query.
    static func match(signs: [String], periods: ClosedRange<Int64>?, words: [String]) -> String {
        var parts = signs.map { "signs : \(quoted($0))" }
        if let periods {
            parts.append(
                "(\(periods.map { "signs : \(quoted(sign(period: $0)))" }.joined(separator: " OR ")))")
        }
        parts += words.map { "{answer prompt missed} : \(quoted($0)) *" }
        return parts.joined(separator: " AND ")
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
