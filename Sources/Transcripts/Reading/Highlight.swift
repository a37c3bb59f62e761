import Interviews
import Marking

/// Cuts an answer into pieces of which each belongs to the same key points throughout.
public enum Highlight {
    /// A part of an answer.
    public struct Piece: Hashable, Sendable {
        public var text: String
        /// Whose evidence covers it, in the order of the spans.
        public var points: [String]

        public init(text: String, points: [String]) {
            self.text = text
            self.points = points
        }
    }

    /// A place in an answer that belongs to a key point.
    public struct Span: Hashable, Sendable {
        /// Offset of the first UTF-16 code unit.
        public var start: Int
        /// Offset after the last UTF-16 code unit.
        public var end: Int
        /// ``KeyPoint/id``
        public var point: String

        public init(start: Int, end: Int, point: String) {
            (self.start, self.end, self.point) = (start, end, point)
        }
    }

    /// The pieces of a text, in order; joined they are the text again. Spans may overlap. What of them lies outside
    /// the text is cut off, empty ones are ignored, and one that would cut a character as people see it (an emoji, a
    /// letter with its accents) is widened to hold all of it.
    public static func pieces(of text: String, _ spans: [Span]) -> [Piece] {
        let characters = Characters(text)
        let widened = spans.compactMap { span -> Span? in
            let start = min(max(span.start, 0), characters.length)
            let end = min(max(span.end, 0), characters.length)
            guard start < end else { return nil }
            return Span(
                start: characters.start(atOrBefore: start), end: characters.start(atOrAfter: end),
                point: span.point)
        }
        let cuts = Set([0, characters.length] + widened.flatMap { [$0.start, $0.end] }).sorted()
        return zip(cuts, cuts.dropFirst()).map { from, to in
            var points: [String] = []
            for span in widened where span.start <= from && span.end >= to && !points.contains(span.point) {
                points.append(span.point)
            }
            return Piece(text: characters.text(from, to), points: points)
        }
    }

    /// Where the characters of a text begin, in UTF-16 code units.
    private struct Characters {
        private let units: String.UTF16View
        private let string: String
        private var starts: [Int] = []
        private(set) var length = 0

        init(_ text: String) {
            (string, units) = (text, text.utf16)
            starts.reserveCapacity(text.utf8.count)
            for character in text {
                starts.append(length)
                length += character.utf16.count
            }
        }

        func start(atOrBefore offset: Int) -> Int {
            let place = firstPlace(atOrAfter: offset)
            guard place < starts.count else { return length }
            return starts[place] == offset ? offset : starts[place - 1]
        }

        func start(atOrAfter offset: Int) -> Int {
            let place = firstPlace(atOrAfter: offset)
            return place < starts.count ? starts[place] : length
        }

        func text(_ from: Int, _ to: Int) -> String {
            let start = units.index(units.startIndex, offsetBy: from)
            return String(string[start..<units.index(start, offsetBy: to - from)])
        }

        private func firstPlace(atOrAfter offset: Int) -> Int {
            var (low, high) = (0, starts.count)
            while low < high {
                let middle = (low + high) / 2
                if starts[middle] < offset { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }
}

extension Attempt {
    /// The answer in pieces: the matcher's evidence for what counts, and the words that a person marked.
    public func pieces() -> [Highlight.Piece] {
        let evidence = (mark?.points ?? []).flatMap { point in
            point.evidence.map { Highlight.Span(start: $0.start, end: $0.end, point: point.keyPoint) }
        }
        let marked = rulings.filter(\.isSaid).flatMap { ruling in
            ruling.ranges.map { Highlight.Span(start: $0.start, end: $0.end, point: ruling.point) }
        }
        return Highlight.pieces(of: text, evidence + marked)
    }
}
