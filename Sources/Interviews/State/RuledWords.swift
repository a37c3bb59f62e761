import Marking

/// A person's decision that a point counts as said, and the words it was made for. It holds for the words: it stands
/// in every attempt that has them too.
struct RuledWords: Hashable, Sendable {
    /// The attempt that it was made for.
    let attempt: Int
    private let verdict: Verdict
    /// Of a misconception the words that it was found in, else those that say the point. Without any, nothing is
    /// known but the attempt.
    private let words: [String]

    /// - Parameters:
    ///   - ranges: the words as they were marked; none means the whole answer.
    ///   - text: `nil` where it is not kept any more.
    init(attempt: Int, ranges: [TextRange], of text: String?, over point: PointMark?) {
        self.attempt = attempt
        verdict = point?.verdict ?? .missed
        guard let text else {
            words = []
            return
        }
        if verdict == .held {
            words = Self.evidence(of: point, in: text)
        } else {
            words = ranges.isEmpty ? [text] : ranges.compactMap { text.words(at: $0) }
        }
    }

    /// Whether it stands for what the matcher says of the point in another attempt.
    func stand(over point: PointMark, in text: String) -> Bool {
        guard !words.isEmpty else { return false }
        switch point.verdict {
        case .hit, .avoided:
            return false
        case .contradicted where verdict != .contradicted:
            // Something was added that takes it back.
            return false
        case .partial, .missed, .contradicted:
            let text = text.inWords
            return words.allSatisfy { text.contains($0.inWords) }
        case .held:
            let known = words.map(\.inWords)
            return verdict == .held
                && Self.evidence(of: point, in: text).allSatisfy { piece in
                    known.contains { $0.contains(piece.inWords) }
                }
        }
    }

    private static func evidence(of point: PointMark?, in text: String) -> [String] {
        (point?.evidence ?? []).compactMap { text.words(at: TextRange(start: $0.start, end: $0.end)) }
    }
}

extension String {
    /// The words in a range, white space made single. `nil` where the range is not in the text, cuts a character or
    /// has no word.
    func words(at range: TextRange) -> String? {
        let units = utf16
        guard 0 <= range.start, range.start < range.end, range.end <= units.count,
            let start = units.index(units.startIndex, offsetBy: range.start).samePosition(in: self),
            let end = units.index(units.startIndex, offsetBy: range.end).samePosition(in: self)
        else { return nil }
        let words = self[start..<end].split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// The same for texts that differ in nothing but case, white space, and what stands around their words; between
    /// blanks, so that no word is found within another.
    fileprivate var inWords: String {
        let around: Set<Character> = [
            ".", ",", ";", ":", "!", "?", "\"", "'", "“", "”", "„", "‘", "’", "(", ")", "…",
        ]
        let words = lowercased().split(whereSeparator: \.isWhitespace).map { word in
            var word = word
            while let last = word.last, around.contains(last) { word.removeLast() }
            while let first = word.first, around.contains(first) { word.removeFirst() }
            return word
        }.filter { !$0.isEmpty }
        return " " + words.joined(separator: " ") + " "
    }
}
