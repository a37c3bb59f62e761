import Marking

/// A person's decision that a point counts as said, or of a story that it doesn't, and the words it was made for. It
/// holds for the words: it stands in every attempt that has them too.
struct RuledWords: Hashable, Sendable {
    /// The attempt that it was made for.
    let attempt: Int
    /// Whether the point was found, and the one who told the story says that it isn't in it.
    let takesBack: Bool
    private let verdict: Verdict
    /// Of a misconception, and of what is taken back, the words that it was found in, else those that say the point.
    /// Without any, nothing is known but the attempt.
    private let words: [String]

    /// - Parameters:
    ///   - ranges: the words as they were marked; none means the whole answer.
    ///   - text: `nil` where it is not kept any more.
    ///   - isOwn: whether it is the candidate's: a host's word that something was said is true of what was found.
    init(attempt: Int, ranges: [TextRange], of text: String?, over point: PointMark?, isOwn: Bool = false) {
        self.attempt = attempt
        verdict = point?.verdict ?? .missed
        takesBack = isOwn && verdict == .hit
        guard let text else {
            words = []
            return
        }
        if verdict == .held || takesBack {
            words = Self.evidence(of: point, in: text)
        } else {
            words = ranges.isEmpty ? [text] : ranges.compactMap { text.words(at: $0) }
        }
    }

    /// Whether it stands for what the matcher says of the point in another attempt.
    func stand(over point: PointMark, in text: String) -> Bool {
        guard !words.isEmpty else { return false }
        if takesBack { return point.verdict == .hit && isFound(point, in: text) }
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
            return verdict == .held && isFound(point, in: text)
        }
    }

    /// Whether a point was found in no other words than these.
    private func isFound(_ point: PointMark, in text: String) -> Bool {
        let known = words.map(\.inWords)
        return Self.evidence(of: point, in: text).allSatisfy { piece in
            known.contains { $0.contains(piece.inWords) }
        }
    }

    /// Whether it was made for the same words.
    func isAlike(_ other: RuledWords) -> Bool {
        !words.isEmpty && words.map(\.inWords) == other.words.map(\.inWords)
    }

    /// Where the words stand in a text that has them; nowhere for those of a misconception, which the mark says.
    func places(in text: String) -> [TextRange] {
        guard verdict != .held, !takesBack else { return [] }
        let known = text.placedWords
        return words.compactMap { piece in
            let wanted = piece.placedWords.map(\.word)
            guard !wanted.isEmpty, wanted.count <= known.count else { return nil }
            for first in 0...(known.count - wanted.count)
            where known[first..<first + wanted.count].map(\.word) == wanted {
                return TextRange(start: known[first].start, end: known[first + wanted.count - 1].end)
            }
            return nil
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
        " " + placedWords.map(\.word).joined(separator: " ") + " "
    }

    /// The words in lower case, without what stands around them, each with its place in UTF-16 code units.
    fileprivate var placedWords: [(word: String, start: Int, end: Int)] {
        let around: Set<Character> = [
            ".", ",", ";", ":", "!", "?", "\"", "'", "“", "”", "„", "‘", "’", "(", ")", "…",
        ]
        var place = 0
        var last = startIndex
        return split(whereSeparator: \.isWhitespace).compactMap { word in
            var word = word
            while let last = word.last, around.contains(last) { word.removeLast() }
            while let first = word.first, around.contains(first) { word.removeFirst() }
            guard !word.isEmpty else { return nil }
            place += utf16.distance(from: last, to: word.startIndex)
            last = word.startIndex
            return (word.lowercased(), place, place + word.utf16.count)
        }
    }
}
