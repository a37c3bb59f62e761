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
            if scalar.isSpace {
                if scalar == "\n" || scalar == "\r" {
                    ends.append(offset + width)
                    (stop, hasSpace) = (nil, false)
                } else if stop != nil {
                    hasSpace = true
                }
            } else if scalar.endsSentences {
                (stop, hasSpace) = (offset + width, false)
            } else if let place = stop {
                if hasSpace {
                    if !scalar.isSmall { ends.append(place) }
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
        // Counting characters costs more than counting bytes, of which there are at least as many.
        guard text.utf8.count > longestPhrase, text.count > longestPhrase else { return text }
        let before = answer[index(range.lowerBound)..<index(place)]
        guard let clause = before.lastIndex(where: { ",;:–—".contains($0) }) else { return shortened(whole) }
        return shortened("… \(answer[answer.index(after: clause)..<index(range.upperBound)])")
    }

    private static func shortened(_ text: some StringProtocol) -> String {
        let words = collapsed(text)
        guard words.utf8.count > longestPhrase, words.count > longestPhrase else { return words }
        let start = words.prefix(longestPhrase - 1)
        // Between two words, unless there is no such place near.
        guard let space = start.lastIndex(of: " "), start.distance(from: space, to: start.endIndex) < 30
        else { return "\(start)…" }
        return "\(start[..<space])…"
    }

    private static func collapsed(_ text: some StringProtocol) -> String {
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
            return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var isApart = false
        for byte in text.utf8 {
            guard !Unicode.Scalar(byte).isSpace else {
                isApart = !bytes.isEmpty
                continue
            }
            if isApart { bytes.append(UInt8(ascii: " ")) }
            bytes.append(byte)
            isApart = false
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// What Unicode says of a character, and of most of them without having to look it up: whoever reads a crowded room again
/// asks that of every character in it.
extension Unicode.Scalar {
    fileprivate var isSpace: Bool {
        isASCII ? value == 0x20 || (0x09...0x0d).contains(value) : properties.isWhitespace
    }

    fileprivate var isSmall: Bool {
        isASCII ? (0x61...0x7a).contains(value) : properties.isLowercase
    }

    fileprivate var endsSentences: Bool {
        switch self {
        case ".", "!", "?", "…", "。", "！", "？": true
        default: false
        }
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
