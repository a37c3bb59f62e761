/// What people say of a question's points, rightly and wrongly, each as a whole: the points' own wording and phrasings
/// on one side, their misstatements and the misconceptions on the other.
///
/// Single words do not tell `boosting fits the errors of the trees before` from `boosting makes the errors of the trees
/// before`. So a sentence of an answer is laid beside all of them, and what it is nearest to tells what it says.
struct Statements: Sendable {
    /// Whose statement it is: a point's number, whether it says the point or something wrong about it, and its place
    /// among those.
    fileprivate struct Owner: Sendable {
        var point: Int32
        var isRight: Bool
        var place: UInt16
    }

    private var owners: [Owner] = []
    /// The weight of each statement as a whole.
    private var totals: [Float] = []
    /// In one row for all elements: how many points have it in their wording, then the statements that have it; the last
    /// of each is marked. Most elements are of one statement, and no more than one point's: that stands in ``elements``
    /// itself, marked.
    private var postings: [UInt16] = []
    private let elements: CompactTable<UInt16>
    private let points: Int

    /// The most statements, and the most elements of all together, that are kept: several times what the largest
    /// question of the built-in bank has.
    private static let most = (statements: 2048, postings: 1 << 16 - 1)

    var isEmpty: Bool { owners.isEmpty }

    /// Empty where nothing is said to be wrong: then there is nothing to tell apart.
    init(_ points: [KeyPoint], _ language: Language) {
        self.points = points.count
        guard points.contains(where: { $0.misstatements?.isEmpty == false }) else {
            elements = CompactTable([])
            return
        }
        let commonness = Self.commonness(of: points, language)
        var lists: [UInt64: [UInt16]] = [:]
        var count = 0
        for (number, point) in points.enumerated() {
            for (texts, isRight) in [
                (Self.wordings(of: point), !point.isMisconception),
                (point.misstatements ?? [], point.isMisconception),
            ] {
                for (place, text) in texts.enumerated() {
                    var found: [UInt64: Float] = [:]
                    Self.forEachElement(of: Tokenizer.tokens(of: text, language).list[...]) { element in
                        found[element.key] = element.weight / Self.dampening(commonness[element.key] ?? 0)
                    }
                    count += found.count + found.keys.count { lists[$0] == nil }
                    guard !found.isEmpty, place <= UInt16.max, owners.count < Self.most.statements,
                        count <= Self.most.postings
                    else { continue }
                    for key in found.keys { lists[key, default: []].append(UInt16(owners.count)) }
                    owners.append(Owner(point: Int32(number), isRight: isRight, place: UInt16(place)))
                    totals.append(found.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value })
                }
            }
        }
        var pairs: [(UInt32, UInt16)] = []
        for (key, list) in lists.sorted(by: { $0.key < $1.key }) {
            let common = commonness[key] ?? 0
            let isSingle = list.count == 1 && common < 2
            guard isSingle || postings.count < Self.last else { continue }
            pairs.append((UInt32(ofElement: key), isSingle ? list[0] | Self.last : UInt16(postings.count)))
            if isSingle { continue }
            postings.append(common)
            postings += list.dropLast() + [list[list.count - 1] | Self.last]
        }
        elements = CompactTable(pairs)
        (owners, totals, postings) = (owners.trimmed, totals.trimmed, postings.trimmed)
    }

    /// How many points have an element in their wording.
    private static func commonness(of points: [KeyPoint], _ language: Language) -> [UInt64: UInt16] {
        var result: [UInt64: (last: Int, count: UInt16)] = [:]
        for (number, point) in points.enumerated() {
            for text in wordings(of: point) {
                forEachElement(of: Tokenizer.tokens(of: text, language).list[...]) { element in
                    let known = result[element.key] ?? (-1, 0)
                    if known.last != number { result[element.key] = (number, known.count + 1) }
                }
            }
        }
        return result.mapValues(\.count)
    }

    /// What the weight of an element is divided by: what several points have tells them apart the less.
    @inline(__always)
    private static func dampening(_ commonness: UInt16) -> Float {
        commonness < 2 ? 1 : 0.5 + 0.5 * Float(commonness)
    }

    /// Head and gist together, the gist alone, and every phrasing.
    private static func wordings(of point: KeyPoint) -> [String] {
        (point.gist.isEmpty ? [point.head] : [point.head + ": " + point.gist, point.gist]) + point.phrasings
    }

    /// The words of a statement, by the points that the statements were made of.
    func text(_ statement: Int, of points: [KeyPoint]) -> String {
        let owner = owners[statement]
        let point = points[Int(owner.point)]
        let isWording = owner.isRight != point.isMisconception
        return (isWording ? Self.wordings(of: point) : point.misstatements ?? [])[Int(owner.place)]
    }

    /// Set in the last posting of an element.
    private static let last: UInt16 = 1 << 15

    /// How near a sentence, or the part of it that is nearest, is to what may be said: Tversky's index (Psychological
    /// Review 84, 1977) over words and pairs of words that follow each other, each by its weight; 0...1.
    struct Nearness: Sendable {
        /// By point: to the nearest statement that says it, and to the nearest that is wrong about it.
        var right: [Float]
        var wrong: [Float]
        var anyRight: Float = 0
        var anyWrong: Float = 0
        /// The statement that ``anyWrong`` is of, or -1.
        var nearestWrong = -1
        /// How many elements the sentence has.
        var size = 0
        var sentence: Int32
    }

    /// What of an index is the sentence's own weight; the rest is the statement's.
    private static let sentenceShare: Float = 0.6
    /// The fewest tokens of a part of a sentence, which ends as soon as another clause than its first has begun.
    private static let part = 9

    /// Lays the sentences of one answer beside the statements, one after the other.
    struct Reader: ~Copyable {
        /// An element of the sentence: its place among the statements' elements, or -1, and its weight.
        private struct Known {
            var place: Int
            var weight: Float
            var tokens: ClosedRange<Int>
        }

        private let statements: Statements
        private var known: [Known] = []
        /// By the place of each element, the last part that had it; by statement, the weight that this part
        /// shares with it.
        private var seen: [Int32]
        private var part: Int32 = 0
        private var shared: [Float]
        private var touched: [Int] = []

        init(_ statements: Statements) {
            self.statements = statements
            seen = Array(repeating: 0, count: statements.elements.capacity)
            shared = Array(repeating: 0, count: statements.owners.count)
            touched.reserveCapacity(statements.owners.count)
        }

        mutating func nearness(of sentence: ArraySlice<Token>) -> Nearness {
            look(up: sentence)
            var nearness = Nearness(
                right: Array(repeating: 0, count: statements.points),
                wrong: Array(repeating: 0, count: statements.points), size: known.count,
                sentence: sentence.first?.sentence ?? 0)
            compare(known.indices, from: sentence.startIndex, &nearness)
            // Elements stand in the order of their last tokens, so those of a part stand together.
            var (start, first) = (sentence.startIndex, 0)
            for end in sentence.indices.dropFirst(Statements.part)
            where end - start >= Statements.part && sentence[end].clause != sentence[start].clause {
                let next = known[first...].firstIndex { $0.tokens.upperBound >= end } ?? known.endIndex
                compare(first..<next, from: start, &nearness)
                (start, first) = (end, next)
            }
            if start > sentence.startIndex, sentence.endIndex - start >= Statements.part {
                compare(first..<known.endIndex, from: start, &nearness)
            }
            return nearness
        }

        private mutating func look(up sentence: ArraySlice<Token>) {
            known.removeAll(keepingCapacity: true)
            Statements.forEachElement(of: sentence) { element in
                let place = statements.elements.place(of: UInt32(ofElement: element.key))
                known.append(
                    Known(
                        place: place, weight: element.weight / Statements.dampening(commonness(at: place)),
                        tokens: element.tokens))
            }
        }

        @inline(__always)
        private func commonness(at place: Int) -> UInt16 {
            guard place >= 0 else { return 0 }
            let value = statements.elements[place: place]
            return value & Statements.last != 0 ? 0 : statements.postings[Int(value)]
        }

        /// Notes what is nearer to some elements, those apart that begin before a token, than what was noted before.
        private mutating func compare(_ elements: Range<Int>, from start: Int, _ nearness: inout Nearness) {
            part += 1
            var whole: Float = 0
            for element in known[elements] where element.tokens.lowerBound >= start {
                if element.place >= 0 {
                    guard seen[element.place] != part else { continue }
                    seen[element.place] = part
                    share(statements.elements[place: element.place], element.weight)
                }
                whole += element.weight
            }
            for index in touched {
                let both =
                    (1 - Statements.sentenceShare) * statements.totals[index] + Statements.sentenceShare
                    * whole
                nearness.note(index, of: statements.owners[index], shared[index] / both)
                shared[index] = 0
            }
            touched.removeAll(keepingCapacity: true)
        }

        private mutating func share(_ value: UInt16, _ weight: Float) {
            if value & Statements.last != 0 { return share(Int(value & ~Statements.last), weight) }
            var at = Int(value)
            repeat {
                at += 1
                share(Int(statements.postings[at] & ~Statements.last), weight)
            } while statements.postings[at] & Statements.last == 0
        }

        @inline(__always)
        private mutating func share(_ statement: Int, _ weight: Float) {
            if shared[statement] == 0 { touched.append(statement) }
            shared[statement] += weight
        }
    }

    /// A word, or two that follow each other.
    private struct Element {
        var key: UInt64
        var weight: Float
        /// Its places in the text's tokens.
        var tokens: ClosedRange<Int>
    }

    /// The words of a text that tell something, function words too, and the pairs of them that follow each other.
    @inline(__always)
    private static func forEachElement(of tokens: ArraySlice<Token>, _ body: (Element) -> Void) {
        var last: Element?
        for (index, token) in zip(tokens.indices, tokens) where token.kind != .joined {
            let isNegator = token.wordClass.contains(.negator)
            if token.key == 0, !isNegator, light[token.word] >= 0 { continue }
            let key = isNegator ? negator : token.key != 0 ? token.key : token.word
            let weight =
                token.key != 0
                ? Concept.weight(of: token, isInQuestion: false, isLoose: false)
                : isNegator ? negatorWeight : functionWeight
            let element = Element(key: key, weight: weight, tokens: index...index)
            body(element)
            if let last {
                body(
                    Element(
                        key: (last.key &* 0x9E37_79B9_7F4A_7C15) ^ key,
                        weight: pairShare * (last.weight + weight),
                        tokens: last.tokens.lowerBound...index))
            }
            last = element
        }
    }

    /// What a negator and any other function word count, and of the weights of two words that they follow each other.
    private static let negatorWeight: Float = 3
    private static let functionWeight: Float = 1.6
    private static let pairShare: Float = 0.35
    private static let negator = Hash.of("not")
    private static let light = IndexTable(
        [
            "a", "an", "the", "of", "to", "in", "on", "at", "and", "or", "so", "is", "are", "was", "were",
            "be",
            "been", "it", "its", "this", "that", "these", "those", "you", "i", "we", "they", "he", "she",
            "your",
            "our", "their", "with", "as", "by", "from", "into", "then", "there", "here", "would", "just",
            "really",
            "very",
        ].map { (Hash.of($0), 0) })
}

extension Statements.Nearness {
    fileprivate mutating func note(_ statement: Int, of owner: Statements.Owner, _ index: Float) {
        let point = Int(owner.point)
        if owner.isRight {
            right[point] = max(right[point], index)
            anyRight = max(anyRight, index)
        } else {
            wrong[point] = max(wrong[point], index)
            if index > anyWrong { (anyWrong, nearestWrong) = (index, statement) }
        }
    }
}
