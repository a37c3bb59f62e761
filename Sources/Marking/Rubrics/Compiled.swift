/// A rubric made ready for marking: concepts, the words that stand for them, and the ways to say each point.
struct Compiled: Sendable {
    /// One way to say a point.
    struct Alternative: Sendable {
        var point: Int
        var terms: [Term] = []
        var total: Float = 0
        /// The number of its words, each counted by its weight.
        var words: Float = 0
        /// Whether it has a word that the question has not.
        var hasNews = false
        var newTerms = 0
        /// Its numbers, symbols and units, and whether the question has them all.
        var strictTerms = 0
        var isStrictInQuestion = true
        /// Whether it says something in the negative.
        var isNegative = false
        /// Its function words, those of the question apart.
        var functionWords: Set<UInt64> = []
        var echoedFunctionWords: Set<UInt64> = []
    }

    struct Term: Sendable {
        var concept: Int
        var weight: Float
        /// Said in the negative by the point itself: "needs no labels".
        var isDenied: Bool
        /// Only set against something by the point: either polarity will do.
        var isContrast: Bool
        /// A number, symbol or unit: near is not enough.
        var isStrict: Bool
    }

    /// A term, seen from its concept.
    struct Posting: Sendable {
        var alternative: Int32
        var weight: Float
        var isDenied: Bool
        var isContrast: Bool
        var isStrict: Bool
        /// None of the three.
        let isPlain: Bool

        init(_ term: Term, of alternative: Int) {
            self.alternative = Int32(alternative)
            weight = term.weight
            isDenied = term.isDenied
            isContrast = term.isContrast
            isStrict = term.isStrict
            isPlain = !(isDenied || isContrast || isStrict)
        }
    }

    /// What a word of an answer stands for.
    struct Entry: Sendable {
        var concept: Int32
        var rule: Rule
    }

    var concepts: [Concept] = []
    var alternatives: [Alternative] = []
    /// By concept: those of concept `c` are at `firstPostings[c]..<firstPostings[c + 1]`.
    private(set) var postings: [Posting] = []
    private(set) var firstPostings: [Int32] = []
    private(set) var entries: [Entry] = []
    private(set) var ranges: [Range<Int32>] = []
    private(set) var vocabulary = IndexTable([])
    private(set) var questionWords = IndexTable([])
    private(set) var typos = TypoIndex([])
    private(set) var phrases = PhraseIndex()
    let names: Names
    /// The letters of all-capital words of the rubric that an answer may spell out, one byte each.
    private(set) var initials: [(letters: UInt64, mask: UInt64, count: Int, concept: Int32)] = []
    var conceptOf: [UInt64: Int] = [:]
    var words: [UInt64: [Entry]] = [:]
    var spellings: [TypoIndex.Spelling] = []

    /// Whether words near in letters stand for a concept, and function words count, as predictions want it.
    let isLoose: Bool
    private(set) var bigrams: [(concept: Int32, bigrams: Bigrams)] = []

    init(_ rubric: Rubric, isLoose: Bool = false) {
        self.isLoose = isLoose
        names = Names(isLoose ? [] : rubric.keyPoints)
        let question = Tokenizer.tokens(of: rubric.question)
        let questionKeys = Set(question.list.map(\.key)).subtracting([0])
        questionWords = IndexTable(questionKeys.sorted().map { ($0, 0) })
        for (index, point) in rubric.keyPoints.enumerated() {
            for text in Self.ways(of: point) { add(text, to: index, questionKeys) }
        }
        dropEchoes()
        let questionFunctionWords = Set(question.list.filter { $0.key == 0 }.map(\.word))
        for index in alternatives.indices {
            guard isLoose else {
                alternatives[index].functionWords = []
                continue
            }
            alternatives[index].echoedFunctionWords =
                alternatives[index].functionWords.intersection(questionFunctionWords)
            alternatives[index].functionWords.subtract(questionFunctionWords)
        }
        let named = Self.named(in: rubric.terms)
        // An acronym that the question or the glossary has means what it means there.
        for key in questionKeys.union(named) { words[key]?.removeAll { $0.rule == .acronym } }
        link(named)
        phrases = PhraseIndex(rubric.terms, in: self)
        seal()
    }

    /// Head and gist together, each alone, and every phrasing.
    private static func ways(of point: KeyPoint) -> [String] {
        let whole =
            point.gist.isEmpty ? [point.head] : [point.head + ": " + point.gist, point.head, point.gist]
        return whole + point.phrasings
    }

    /// A way that says nothing beyond the question does not count where the point has another.
    private mutating func dropEchoes() {
        let withNews = Set(alternatives.filter(\.hasNews).map(\.point))
        alternatives.removeAll { !$0.hasNews && withNews.contains($0.point) }
    }

    /// What the glossary calls by a single word, acronyms above all.
    private static func named(in terms: [Rubric.Term]) -> Set<UInt64> {
        let forms = terms.flatMap { [$0.name] + $0.alternatives }.map(PhraseIndex.keys)
        return Set(forms.filter { $0.count == 1 }.joined())
    }

    private mutating func link(_ named: Set<UInt64>) {
        for (index, concept) in concepts.enumerated() {
            words[concept.key, default: []].append(Entry(concept: Int32(index), rule: .same))
            if concept.kind == .acronym, 3...8 ~= concept.letters.count, !named.contains(concept.key) {
                let letters = concept.letters.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
                let mask =
                    concept.letters.count == 8 ? UInt64.max : 1 << (8 * UInt64(concept.letters.count)) - 1
                initials.append((letters, mask, concept.letters.count, Int32(index)))
            }
            // The dictionary's words of these letters are others: a ram is no RAM.
            guard concept.key < 1 << 63, concept.kind != .acronym else { continue }
            for (link, stem) in WordTable.links(of: concept.key) where isLoose || link != .nearSynonym {
                words[stem, default: []].append(Entry(concept: Int32(index), rule: Rule(link)))
            }
        }
    }

    private mutating func seal() {
        var pairs: [(UInt64, Int32)] = []
        // A bank's matchers are many and live long: no room beyond what is needed.
        ranges.reserveCapacity(words.count)
        entries.reserveCapacity(words.values.reduce(0) { $0 + $1.count })
        for (key, found) in words.sorted(by: { $0.key < $1.key }) {
            pairs.append((key, Int32(ranges.count)))
            ranges.append(Int32(entries.count)..<Int32(entries.count + found.count))
            entries += found
        }
        vocabulary = IndexTable(pairs)
        typos = TypoIndex(spellings)
        if isLoose {
            for (index, concept) in concepts.enumerated() where concept.kind == .word {
                bigrams.append((Int32(index), Bigrams(concept.letters[...])))
            }
        }
        post()
        conceptOf = [:]
        words = [:]
        spellings = []
    }

    private mutating func post() {
        var lists: [[Posting]] = Array(repeating: [], count: concepts.count)
        for (index, alternative) in alternatives.enumerated() {
            for term in alternative.terms {
                lists[term.concept].append(Posting(term, of: index))
            }
        }
        postings.reserveCapacity(lists.reduce(0) { $0 + $1.count })
        firstPostings.reserveCapacity(lists.count + 1)
        for list in lists {
            firstPostings.append(Int32(postings.count))
            postings += list
        }
        firstPostings.append(Int32(postings.count))
    }
}

extension Rule {
    init(_ link: WordTable.Link) {
        self =
            switch link {
            case .derivation: .derived
            case .synonym: .synonym
            case .nearSynonym: .nearSynonym
            case .antonym: .antonym
            }
    }
}
