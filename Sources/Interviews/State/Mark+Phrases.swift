import Marking

extension Mark {
    /// How much of what somebody said for a point is shown to others, in characters.
    static let longestPhrase = 160

    /// For each point that was said the words that it rests on, from the first to the last.
    func phrases(in answer: String) -> [String: String] {
        var phrases: [String: String] = [:]
        let units = answer.utf16
        for point in points where point.verdict == .hit || point.verdict == .partial {
            guard let start = point.evidence.map(\.start).min(), let end = point.evidence.map(\.end).max(),
                0 <= start, start < end, end <= units.count
            else { continue }
            let from = units.index(units.startIndex, offsetBy: start)
            let to = units.index(units.startIndex, offsetBy: end)
            let words = String(answer[from..<to]).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            phrases[point.keyPoint] =
                words.count <= Self.longestPhrase ? words : words.prefix(Self.longestPhrase - 1) + "…"
        }
        return phrases
    }
}
