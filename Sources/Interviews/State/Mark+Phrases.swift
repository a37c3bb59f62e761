import Marking

extension Mark {
    /// How much of what somebody said for a point is shown to others, in characters.
    static let longestPhrase = 160

    /// For each point that was said the sentence that says most of it: others cannot tell from a word or two alone what
    /// was meant.
    func phrases(in answer: String) -> [String: String] {
        // Of a question without key points the answer itself is what was said.
        if points.isEmpty { return ["": Self.shortened(answer[...])] }
        var phrases: [String: String] = [:]
        let count = answer.utf16.count
        let ends = Self.sentenceEnds(of: answer)
        for point in points where point.verdict == .hit || point.verdict == .partial {
            // How much of the evidence each sentence holds, and where in it that begins.
            var found: [Int: (words: Int, first: Int)] = [:]
            for range in point.evidence {
                guard 0 <= range.start, range.start < range.end, range.end <= count else { continue }
                let sentence = ends.partitioningIndex { $0 > range.start }
                let before = found[sentence] ?? (0, range.start)
                found[sentence] = (
                    before.words + range.end - range.start, min(before.first, range.start)
                )
            }
            let best = found.max { ($0.value.words, -$0.key) < ($1.value.words, -$1.key) }
            guard let (sentence, value) = best, ends.indices.contains(sentence) else { continue }
            let start = sentence == 0 ? 0 : ends[sentence - 1]
            phrases[point.keyPoint] = Self.excerpt(answer, start..<ends[sentence], about: value.first)
        }
        return phrases
    }

    /// Where the sentences and lines of a text end, in UTF-16 code units; the last is the end of the text. A full stop
    /// before a small letter ends none.
    private static func sentenceEnds(of text: String) -> [Int] {
        var ends: [Int] = []
        var offset = 0
        // A sign that may end a sentence was seen, and after it only space, from that place on.
        var stop: Int?
        var hasSpace = false
        for scalar in text.unicodeScalars {
            let width = UTF16.width(scalar)
            if scalar.properties.isWhitespace {
                if scalar == "\n" || scalar == "\r" {
                    ends.append(offset + width)
                    (stop, hasSpace) = (nil, false)
                } else if stop != nil {
                    hasSpace = true
                }
            } else if ".!?…。！？".unicodeScalars.contains(scalar) {
                (stop, hasSpace) = (offset + width, false)
            } else if let place = stop {
                if hasSpace {
                    if !scalar.properties.isLowercase { ends.append(place) }
                    stop = nil
                } else if !")]\"'”’»“".unicodeScalars.contains(scalar) {
                    stop = nil
                } else {
                    stop = offset + width
                }
            }
            offset += width
        }
        if ends.last != offset { ends.append(offset) }
        return ends
    }

    /// A sentence, or of a long one what comes from the clause on that holds a place.
    private static func excerpt(_ answer: String, _ range: Range<Int>, about place: Int) -> String {
        let units = answer.utf16
        func index(_ offset: Int) -> String.Index { units.index(units.startIndex, offsetBy: offset) }
        let whole = answer[index(range.lowerBound)..<index(range.upperBound)]
        let text = collapsed(whole)
        guard text.count > longestPhrase else { return text }
        let before = answer[index(range.lowerBound)..<index(place)]
        guard let clause = before.lastIndex(where: { ",;:–—".contains($0) }) else { return shortened(whole) }
        return shortened("… \(answer[answer.index(after: clause)..<index(range.upperBound)])")
    }

    private static func shortened(_ text: some StringProtocol) -> String {
        let words = collapsed(text)
        guard words.count > longestPhrase else { return words }
        let start = words.prefix(longestPhrase - 1)
        // Between two words, unless there is no such place near.
        guard let space = start.lastIndex(of: " "), start.distance(from: space, to: start.endIndex) < 30
        else { return "\(start)…" }
        return "\(start[..<space])…"
    }

    private static func collapsed(_ text: some StringProtocol) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension [Int] {
    /// The first place from which on a condition holds, in what is sorted by it.
    fileprivate func partitioningIndex(where belongs: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
