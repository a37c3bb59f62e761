/// The wording of a rubric's points, by which an answer that only strings them together is known. Phrasings do not
/// count: they are what people say.
struct Wording: Sendable {
    /// Every two words that follow each other in a point.
    private let pairs: IndexTable

    init(_ points: [KeyPoint], _ language: Language) {
        var found: Set<UInt64> = []
        for point in points {
            let words = Self.words(of: Tokenizer.tokens(of: point.head + " " + point.gist, language))
            for (one, next) in zip(words, words.dropFirst()) { found.insert(Self.key(one, next)) }
        }
        pairs = IndexTable(found.sorted().map { ($0, 0) })
    }

    /// Whether the points have seven in ten of the pairs of neighbouring words.
    func makes(up tokens: Tokens) -> Bool {
        let words = Self.words(of: tokens)
        var copied = 0
        for (one, next) in zip(words, words.dropFirst()) where pairs[Self.key(one, next)] >= 0 { copied += 1 }
        return copied * 10 >= words.count * 7
    }

    private static func words(of tokens: Tokens) -> [UInt64] {
        tokens.list.filter { $0.kind != .joined }.map(\.word)
    }

    private static func key(_ one: UInt64, _ next: UInt64) -> UInt64 {
        max(1, (one &* 0x9E37_79B9_7F4A_7C15) ^ next)
    }
}
