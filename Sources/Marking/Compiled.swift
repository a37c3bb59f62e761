/// A rubric made ready for marking: concepts, the words that stand for them, and the ways to say each point.
struct Compiled: Sendable {
    /// One way to say a point.
    struct Alternative {
        var point: Int
        var terms: [Term] = []
        var total: Float = 0
        /// Whether it has a word that the question has not.
        var hasNews = false
    }

    struct Term {
        var concept: Int
        var weight: Float
        var isDenied: Bool
    }

    struct Entry {
        var concept: Int32
        var rule: Rule
    }

    private(set) var concepts: [Concept] = []
    private(set) var alternatives: [Alternative] = []
    private(set) var entries: [Entry] = []
    private(set) var ranges: [Range<Int32>] = []
    private(set) var vocabulary = IndexTable([])
    private(set) var questionWords = IndexTable([])
    private(set) var typos = TypoIndex([])
    private var conceptOf: [UInt64: Int] = [:]
    private var words: [UInt64: [Entry]] = [:]

    init(_ rubric: Rubric) {
        let question = Tokenizer.tokens(of: rubric.question)
        let questionKeys = Set(question.list.map(\.key)).subtracting([0])
        questionWords = IndexTable(questionKeys.sorted().map { ($0, 0) })
        for (index, point) in rubric.keyPoints.enumerated() {
            for text in Self.ways(of: point) { add(text, to: index, questionKeys) }
        }
        link()
        seal()
    }

    /// Head and gist together, each alone, and every phrasing.
    private static func ways(of point: KeyPoint) -> [String] {
        let whole =
            point.gist.isEmpty ? [point.head] : [point.head + ": " + point.gist, point.head, point.gist]
        return whole + point.phrasings
    }

    private mutating func add(_ text: String, to point: Int, _ questionKeys: Set<UInt64>) {
        let tokens = Tokenizer.tokens(of: text)
        var alternative = Alternative(point: point)
        var polarity = Polarity()
        for (index, token) in tokens.list.enumerated() {
            polarity.pass(index, of: tokens.list)
            guard token.key != 0, token.kind != .joined else { continue }
            let concept = concept(token, tokens, text, isInQuestion: questionKeys.contains(token.key))
            guard !alternative.terms.contains(where: { $0.concept == concept }) else { continue }
            let weight = concepts[concept].weight
            alternative.terms.append(Term(concept: concept, weight: weight, isDenied: polarity.isDenied))
            alternative.total += weight
            if !concepts[concept].isInQuestion { alternative.hasNews = true }
        }
        if !alternative.terms.isEmpty { alternatives.append(alternative) }
        for (index, token) in tokens.list.enumerated() where token.kind == .joined {
            let parts = tokens.list[..<index].reversed().prefix {
                $0.start >= token.start && $0.kind != .joined
            }
            for part in parts where part.key != 0 {
                guard let concept = conceptOf[part.key] else { continue }
                words[token.key, default: []].append(Entry(concept: Int32(concept), rule: .joined))
            }
        }
    }

    private mutating func concept(_ token: Token, _ tokens: Tokens, _ text: String, isInQuestion: Bool) -> Int
    {
        if let known = conceptOf[token.key] { return known }
        let start = text.utf16.index(text.startIndex, offsetBy: Int(token.start))
        let end = text.utf16.index(text.startIndex, offsetBy: Int(token.end))
        concepts.append(
            Concept(
                text: String(text[start..<end]), key: token.key, kind: token.kind,
                letters: Array(tokens.letters(of: token)), isInQuestion: isInQuestion,
                weight: Concept.weight(of: token, isInQuestion: isInQuestion)))
        conceptOf[token.key] = concepts.count - 1
        return concepts.count - 1
    }

    /// Finds the words that stand for each concept.
    private mutating func link() {
        for (index, concept) in concepts.enumerated() {
            words[concept.key, default: []].append(Entry(concept: Int32(index), rule: .same))
            guard concept.key < 1 << 63 else { continue }
            for (link, stem) in WordTable.links(of: concept.key) where link != .antonym {
                let rule: Rule = link == .synonym ? .synonym : .derived
                words[stem, default: []].append(Entry(concept: Int32(index), rule: rule))
            }
        }
    }

    private mutating func seal() {
        var pairs: [(UInt64, Int32)] = []
        for (key, found) in words.sorted(by: { $0.key < $1.key }) {
            pairs.append((key, Int32(ranges.count)))
            ranges.append(Int32(entries.count)..<Int32(entries.count + found.count))
            entries += found
        }
        vocabulary = IndexTable(pairs)
        typos = TypoIndex(concepts)
        conceptOf = [:]
        words = [:]
    }
}
