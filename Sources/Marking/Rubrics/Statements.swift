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
    /// The statements that have an element, in one row for all elements; the last of each is marked.
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
        var lists: [UInt64: [UInt16]] = [:]
        var count = 0
        for (number, point) in points.enumerated() {
            for (texts, isRight) in [
                (Self.wordings(of: point), !point.isMisconception),
                (point.misstatements ?? [], point.isMisconception),
            ] {
                for (place, text) in texts.enumerated() {
                    var found: [UInt64: Float] = [:]
                    Self.forEachElement(of: Tokenizer.tokens(of: text, language).list[...]) { found[$0] = $1 }
                    count += found.count
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
        postings.reserveCapacity(count)
        for (key, list) in lists.sorted(by: { $0.key < $1.key }) {
            pairs.append((UInt32(ofElement: key), UInt16(postings.count)))
            postings += list.dropLast() + [list[list.count - 1] | Self.last]
        }
        elements = CompactTable(pairs)
        (owners, totals, postings) = (owners.trimmed, totals.trimmed, postings.trimmed)
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

    /// How near a sentence is to what may be said: Dice's coefficient (Ecology 26, 1945) over words and pairs of
    /// words that follow each other, each by its weight; 0...1.
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

    /// Lays the sentences of one answer beside the statements, one after the other.
    struct Reader: ~Copyable {
        private let statements: Statements
        /// By the first posting of each element, the last sentence that had it; by statement, the weight that this
        /// sentence shares with it.
        private var seen: [Int32]
        private var shared: [Float]
        private var touched: [Int] = []

        init(_ statements: Statements) {
            self.statements = statements
            seen = Array(repeating: -1, count: statements.postings.count)
            shared = Array(repeating: 0, count: statements.owners.count)
            touched.reserveCapacity(statements.owners.count)
        }

        mutating func nearness(of sentence: ArraySlice<Token>) -> Nearness {
            var nearness = Nearness(
                right: Array(repeating: 0, count: statements.points),
                wrong: Array(repeating: 0, count: statements.points), sentence: sentence.first?.sentence ?? 0)
            var whole: Float = 0
            Statements.forEachElement(of: sentence) { key, weight in
                let element = statements.elements[UInt32(ofElement: key)]
                if element >= 0 {
                    guard seen[element] != nearness.sentence else { return }
                    seen[element] = nearness.sentence
                    share(element, weight)
                }
                whole += weight
                nearness.size += 1
            }
            for index in touched {
                let dice = 2 * shared[index] / (statements.totals[index] + whole)
                nearness.note(index, of: statements.owners[index], dice)
                shared[index] = 0
            }
            touched.removeAll(keepingCapacity: true)
            return nearness
        }

        private mutating func share(_ first: Int, _ weight: Float) {
            var at = first
            repeat {
                let index = Int(statements.postings[at] & ~Statements.last)
                if shared[index] == 0 { touched.append(index) }
                shared[index] += weight
                at += 1
            } while statements.postings[at - 1] & Statements.last == 0
        }
    }

    /// The words of a text that tell something, function words too, and the pairs of them that follow each other.
    @inline(__always)
    private static func forEachElement(of tokens: ArraySlice<Token>, _ body: (UInt64, Float) -> Void) {
        var last: (key: UInt64, weight: Float)?
        for token in tokens where token.kind != .joined {
            let isNegator = token.wordClass.contains(.negator)
            if token.key == 0, !isNegator, light[token.word] >= 0 { continue }
            let key = isNegator ? negator : token.key != 0 ? token.key : token.word
            let weight =
                token.key != 0
                ? Concept.weight(of: token, isInQuestion: false, isLoose: false) : functionWeight
            body(key, weight)
            if let last {
                body((last.key &* 0x9E37_79B9_7F4A_7C15) ^ key, pairShare * (last.weight + weight))
            }
            last = (key, weight)
        }
    }

    /// What a function word counts, and of the weights of two words that they follow each other.
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
    fileprivate mutating func note(_ statement: Int, of owner: Statements.Owner, _ dice: Float) {
        let point = Int(owner.point)
        if owner.isRight {
            right[point] = max(right[point], dice)
            anyRight = max(anyRight, dice)
        } else {
            wrong[point] = max(wrong[point], dice)
            if dice > anyWrong { (anyWrong, nearestWrong) = (dice, statement) }
        }
    }
}
