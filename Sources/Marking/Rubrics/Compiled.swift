/// A rubric made ready for marking: concepts, the words that stand for them, and the ways to say each point.
struct Compiled: Sendable {
    /// The words and amounts of the question.
    struct Asked {
        var keys: Set<UInt64>
        var quantities: [Quantity]
    }

    /// What a word of an answer stands for.
    struct Entry: Sendable {
        var concept: Int32
        var rule: Rule
    }

    /// An entry in four bytes: a bank's matchers hold hundreds of thousands.
    struct PackedEntry: Sendable {
        let bits: UInt32

        init(bits: UInt32) { self.bits = bits }

        init(_ entry: Entry, isLast: Bool) {
            bits = UInt32(entry.concept) << 8 | UInt32(entry.rule.rawValue) << 1 | (isLast ? 1 : 0)
        }

        @inline(__always)
        var isLast: Bool { bits & 1 == 1 }
        @inline(__always)
        var entry: Entry {
            Entry(concept: Int32(bits >> 8), rule: Rule(rawValue: UInt8(bits >> 1 & 0x7F)) ?? .same)
        }
    }

    var concepts: [Concept] = []
    var alternatives: [Alternative] = []
    /// Those of one alternative lie together.
    private var terms: [Term] = []
    /// By concept: those of concept `c` are at `firstPostings[c]..<firstPostings[c + 1]`.
    private(set) var postings: [Posting] = []
    private(set) var firstPostings: [Int32] = []
    /// Where to begin with ``entry(at:)`` for a word.
    private(set) var vocabulary = CompactTable<UInt32>([])
    /// What words stand for that stand for several things.
    private var entries: [PackedEntry] = []
    /// The question's words; those of ``subjects`` with their bit, counted from 1.
    private(set) var questionWords = IndexTable([])
    var subjects: Subjects
    var amounts = Amounts()
    /// By concept, a bit for each of the first 64 points that speak of it; none for the question's own words.
    private(set) var points: [UInt64] = []
    /// The same, but only of the points' own words, those of their phrasings apart.
    private(set) var ownPoints: [UInt64] = []
    /// How many different words the question has, function words apart.
    let questionSize: Int
    private(set) var typos = TypoIndex([])
    private(set) var phrases = PhraseIndex()
    let names: Names
    let wording: Wording
    let phrasings: Phrasings
    let statements: Statements
    let choices: Choices
    let language: Language
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
        let language = Language(code: rubric.language)
        self.language = language
        names = Names(isLoose ? [] : rubric.keyPoints, language)
        wording = Wording(isLoose ? [] : rubric.keyPoints, language)
        phrasings = Phrasings(isLoose ? [] : rubric.keyPoints, language)
        statements = Statements(isLoose ? [] : rubric.keyPoints, language)
        choices = Choices(isLoose ? Rubric(question: rubric.question, keyPoints: []) : rubric, language)
        let question = Tokenizer.tokens(of: choices.asked, language)
        let questionKeys = Set(question.list.map(\.key)).subtracting([0]).subtracting(choices.offered)
        questionSize = questionKeys.count
        subjects = Subjects(isLoose ? Tokens() : question, language, points: rubric.keyPoints.count)
        questionWords = IndexTable([])
        for (index, point) in rubric.keyPoints.enumerated() {
            for (number, text) in Self.ways(of: point).enumerated() {
                add(
                    text, to: index,
                    Asked(keys: questionKeys, quantities: isLoose ? [] : question.quantities),
                    isPhrasing: number >= (point.gist.isEmpty ? 1 : 3))
            }
        }
        subjects.settle(among: rubric.keyPoints)
        questionWords = IndexTable(questionKeys.sorted().map { ($0, subjects.bits[$0] ?? 0) })
        dropEchoes()
        for (index, way) in alternatives.enumerated() {
            alternatives[index].isMisconception = rubric.keyPoints[way.point].isMisconception
            alternatives[index].isBare =
                alternatives[index].isMisconception && way.size == 1
                && way.total < Tuning.tellingWeight
        }
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
        let named = Self.named(in: rubric.terms, language)
        // An acronym that the question or the glossary has means what it means there.
        for key in questionKeys.union(named) { words[key]?.removeAll { $0.rule == .acronym } }
        link(named)
        let notation = isLoose || language != .english ? [] : Notation.terms
        phrases = PhraseIndex(rubric.terms + notation, in: self)
        amounts.settle()
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
        let (ways, all) = (alternatives, terms)
        (alternatives, terms) = ([], [])
        for way in ways where way.hasNews || !withNews.contains(way.point) { append(way, all[way.indices]) }
    }

    /// What the glossary calls by a single word, acronyms above all.
    private static func named(in terms: [Rubric.Term], _ language: Language) -> Set<UInt64> {
        let forms = terms.flatMap { [$0.name] + $0.alternatives }.map { PhraseIndex.keys(of: $0, language) }
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
            if language == .english, !isLoose, let directions = Direction.links(of: concept.key) {
                for key in directions.alike { add(Entry(concept: Int32(index), rule: .direction), for: key) }
                for key in directions.opposite { add(Entry(concept: Int32(index), rule: .antonym), for: key) }
            }
            if language == .english, !isLoose { contrast(concept, Int32(index)) }
            // The dictionary's words of these letters are others: a ram is no RAM.
            guard concept.key < 1 << 63, concept.kind != .acronym else { continue }
            for (link, stem) in WordTable.links(of: concept.key) where isLoose || link != .nearSynonym {
                add(Entry(concept: Int32(index), rule: Rule(link)), for: stem)
            }
        }
    }

    /// `non-zero` is the contrary of zero, and `4 times` is `four-fold`.
    private mutating func contrast(_ concept: Concept, _ index: Int32) {
        if concept.key == Unit.times { add(Entry(concept: index, rule: .joined), for: Self.fold) }
        if concept.key == Self.fold { add(Entry(concept: index, rule: .joined), for: Unit.times) }
        guard concept.kind == .word || concept.kind == .number, concept.letters.count > 3 else { return }
        let contrary = Tokenizer.tokens(of: "non" + concept.text, language)
        guard contrary.list.count == 1, let key = contrary.list.first?.key else { return }
        add(Entry(concept: index, rule: .antonym), for: key)
    }

    private static let fold = WordTable.stem(ofWord: Hash.of("fold"))

    private mutating func seal() {
        var pairs: [(UInt32, UInt32)] = []
        for (key, found) in words.sorted(by: { $0.key < $1.key }) where !found.isEmpty {
            // Most words stand for one thing, which then has its place in the vocabulary itself.
            guard found.count > 1 else {
                pairs.append((UInt32(ofWord: key), PackedEntry(found[0], isLast: true).bits | Self.single))
                continue
            }
            pairs.append((UInt32(ofWord: key), UInt32(entries.count)))
            for (index, entry) in found.enumerated() {
                entries.append(PackedEntry(entry, isLast: index == found.count - 1))
            }
        }
        // A bank's matchers are many and live long: no room beyond what is needed.
        entries = entries.trimmed
        vocabulary = CompactTable(pairs)
        typos = TypoIndex(spellings, isStrict: language != .english)
        if isLoose {
            for (index, concept) in concepts.enumerated() where concept.kind == .word {
                bigrams.append((Int32(index), Bigrams(concept.letters[...])))
            }
        }
        post()
        conceptOf = [:]
        words = [:]
        spellings = []
        for index in concepts.indices { concepts[index].letters = [] }
        concepts = concepts.trimmed
        terms = terms.trimmed
        alternatives = alternatives.trimmed
    }

    mutating func append(_ way: Alternative, _ words: some Collection<Term>) {
        alternatives.append(way)
        alternatives[alternatives.count - 1].places =
            Int32(terms.count)..<Int32(terms.count + words.count)
        terms += words
    }

    func terms(of way: Alternative) -> ArraySlice<Term> { terms[way.indices] }

    /// Set where the vocabulary has an entry and not the place of several.
    private static let single: UInt32 = 1 << 31

    /// What a word stands for: first at what the vocabulary has for it, then at one more each time up to the last.
    @inline(__always)
    func entry(at place: Int) -> PackedEntry {
        UInt32(place) & Self.single == 0
            ? entries[place] : PackedEntry(bits: UInt32(place) & ~Self.single)
    }

    private mutating func post() {
        points = Array(repeating: 0, count: concepts.count)
        ownPoints = points
        for alternative in alternatives where alternative.point < 64 {
            let bit: UInt64 = 1 << UInt64(alternative.point)
            for term in terms(of: alternative) {
                if !concepts[term.concept].isInQuestion { points[term.concept] |= bit }
                if !alternative.isPhrasing { ownPoints[term.concept] |= bit }
            }
        }
        var lists: [[Posting]] = Array(repeating: [], count: concepts.count)
        for (index, alternative) in alternatives.enumerated() {
            for term in terms(of: alternative) {
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

extension Array {
    /// The same without the room that growing has left.
    var trimmed: [Element] { map { $0 } }
}
