/// The things that a question sets side by side, and which of them each point is about.
///
/// In "compare precision and recall" what is said of the one is not said of the other, though the words may be the
/// same: a sentence that has spoken of recall since is about recall.
struct Subjects: Sendable {
    /// A bit for each of the things, in the order of the question.
    private(set) var bits: [UInt64: Int32] = [:]
    /// By point: what it is about, and what else the question has. Nothing where the point names none of them.
    private(set) var own: [UInt32]
    private(set) var rivals: [UInt32]

    static let most = 30
    /// Words as common as these name no one thing.
    private static let commonest = 5.3

    init(_ question: Tokens, _ language: Language, points: Int) {
        own = Array(repeating: 0, count: points)
        rivals = own
        // The `no` of `no_grad` is a part of a name.
        let list = question.list.filter { $0.kind != .joined && !($0.isInChain && $0.key == 0) }
        let compares = list.contains { Self.comparing[$0.word] >= 0 }
        for (index, token) in list.enumerated() where index > 0 && index + 1 < list.count {
            let isWord =
                token.word == Self.or
                || compares && (token.wordClass.contains(.conjunction) || Self.joining[token.word] >= 0)
            let next = list[index + 1]
            if isWord {
                join(list, endingAt: index - 1, startingAt: index + 1, language)
            } else if compares, next.clause == token.clause + 1, next.sentence == token.sentence {
                join(list, endingAt: index, startingAt: index + 1, language)
            }
        }
    }

    var isEmpty: Bool { bits.isEmpty }

    /// Two words at most on either side of what joins them; without one on each side nothing is compared.
    private mutating func join(
        _ list: [Token], endingAt last: Int, startingAt first: Int, _ language: Language
    ) {
        let sentence = list[last].sentence
        var start = first
        while start < list.count, !list[start].wordClass.isDisjoint(with: [.determiner, .conjunction]) {
            start += 1
        }
        let left = list[...last].reversed().prefix { $0.key != 0 && $0.sentence == sentence }.prefix(2)
        let right = list[start...].prefix { $0.key != 0 && $0.sentence == sentence }.prefix(2)
        guard !left.isEmpty, !right.isEmpty else { return }
        for token in Array(left.reversed()) + Array(right)
        where bits.count < Self.most && bits[token.key] == nil {
            let isTelling =
                token.kind == .symbol || token.key >= 1 << 63 || WordTable.zipf(token.key) < Self.commonest
            if token.kind != .number, isTelling { bits[token.key] = Int32(bits.count + 1) }
        }
    }

    /// Takes in that a way of saying the point has the word.
    mutating func note(_ key: UInt64, in point: Int) {
        if let bit = bits[key] { own[point] |= 1 << UInt32(bit - 1) }
    }

    /// What most of the points speak of tells none of them from another.
    mutating func settle(among points: [KeyPoint]) {
        let real = points.indices.filter { !points[$0].isMisconception }
        for (_, bit) in bits {
            let mask: UInt32 = 1 << UInt32(bit - 1)
            let count = real.count { own[$0] & mask != 0 }
            if count * 2 > real.count || count == 0 { for point in own.indices { own[point] &= ~mask } }
        }
        let all = real.reduce(0) { $0 | own[$1] }
        for point in real where own[point] != 0 { rivals[point] = all & ~own[point] }
    }

    private static let comparing = table(
        "compare compares differ differs difference differences versus vs distinguish contrast choose prefer explain define each"
    )
    private static let or = Hash.of("or")
    private static let joining = table("versus vs from with than over against")

    private static func table(_ words: String) -> IndexTable {
        IndexTable(words.split(separator: " ").map { (Hash.of(String($0)), 0) })
    }
}
