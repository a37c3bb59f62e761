/// What an answer says of each concept of a rubric, in the order of the answer.
struct Findings {
    struct Occurrence {
        var concept: Int32
        var token: Int32
        /// The last token, where several stand for the concept together.
        var last: Int32
        var rule: Rule
        var window: Int32
        /// The token of the negating word, or -1.
        var negator: Int32
        /// What an `avoid` stands before counts as said and as denied.
        var isAvoided: Bool
        var clause: Int32
        /// Which of the things that the question compares the sentence spoke of last.
        var subject: UInt32

        @inline(__always)
        var isAsserted: Bool { (negator < 0) != (rule == .antonym) }
    }

    /// A sentence, or a part of a long one.
    struct Window {
        /// Its first occurrence.
        var first: Int32
        var contentWords: Int32 = 0
        /// How many numbers, symbols and units it has.
        var strictWords: Int32 = 0
    }

    /// What stands between two commas, or words such as `because` and `which`.
    struct Clause {
        /// Words of the dictionary; names and code do not count.
        var words: Int32 = 0
        /// Its last negating word, or -1.
        var negator: Int32 = -1
    }

    private(set) var occurrences: [Occurrence] = []
    /// Content words of the answer, and how many of them the question and the rubric have.
    private(set) var contentWords = 0
    private(set) var questionWords = 0
    private(set) var rubricWords = 0
    /// Words that the rubric itself has and the question has not; counted for predictions only.
    private(set) var newRubricWords = 0
    private(set) var windows: [Window] = []
    private(set) var clauses: [Clause] = []
    /// The present ones, which are not among them yet.
    private var window = Window(first: 0)
    private var clause = Clause()
    /// The number of the present clause in the text.
    private var written: Int32 = 0
    private var subject: UInt32 = 0
    /// Nothing but subjects since the last one: both of "precision and recall" are meant.
    private var isNaming = false
    private var windowStart = 0

    /// A sentence without a full stop is cut at a comma once it has this many words.
    private static let windowLength = 30

    init(_ tokens: Tokens, in compiled: Compiled) {
        occurrences.reserveCapacity(2 * tokens.list.count + 8)
        windows.reserveCapacity(16)
        clauses.reserveCapacity(32)
        var polarity = Polarity(
            compiled.language, isSweeping: !compiled.isLoose && tokens.deniesAll)
        var initials = Initials()
        var nextQuantity = 0
        for (index, token) in tokens.list.enumerated() {
            polarity.pass(index, of: tokens)
            advance(to: index, of: tokens)
            enter(token, index)
            guard token.key != 0 else { continue }
            if token.kind != .joined {
                contentWords += 1
                window.contentWords += 1
                if token.isStrict { window.strictWords += 1 }
                let asked = compiled.questionWords[token.key]
                if asked >= 0 { questionWords += 1 }
                name(asked, polarity)
                if !compiled.initials.isEmpty {
                    spellOut(token, index, &initials, tokens, compiled, polarity)
                }
            }
            look(token, index, tokens, compiled, polarity)
            while nextQuantity < tokens.quantities.count, Int(tokens.quantities[nextQuantity].token) < index {
                nextQuantity += 1
            }
            if nextQuantity < tokens.quantities.count, Int(tokens.quantities[nextQuantity].token) == index {
                compare(tokens.quantities[nextQuantity], index, compiled, polarity)
                nextQuantity += 1
            }
        }
        windows.append(window)
        clauses.append(clause)
    }

    /// The sentence of a window in which the rules found something.
    func sentence(ofWindow window: Int32, in tokens: Tokens) -> Int32? {
        guard windows.indices.contains(Int(window)) else { return nil }
        let first = Int(windows[Int(window)].first)
        return occurrences.indices.contains(first) ? tokens.list[Int(occurrences[first].token)].sentence : nil
    }

    /// The amounts of the rubric that the number is, whatever its unit and notation.
    private mutating func compare(
        _ quantity: Quantity, _ index: Int, _ compiled: Compiled, _ polarity: Polarity
    ) {
        for amount in compiled.amounts.list
        where amount.quantity.isLike(quantity, isRough: amount.quantity.isRough) {
            let last = max(index, Int(quantity.unit))
            add(amount.number, .amount, index, last, polarity)
            if amount.unit >= 0, amount.quantity.dimension != .none {
                add(amount.unit, .amount, index, last, polarity)
            }
        }
    }

    /// Counts the words of the clause; what it speaks of is forgotten after it, unless it only leads in the next one.
    @inline(__always)
    private mutating func enter(_ token: Token, _ index: Int) {
        if token.clause != written || token.wordClass.contains(.breaker) && !token.isInChain {
            written = token.clause
            if clause.words > 3 { subject = 0 }
            isNaming = false
            clauses.append(clause)
            clause = Clause()
        }
        if token.wordClass.contains(.negator), !token.isInChain { clause.negator = Int32(index) }
        if token.key != 0, token.key < 1 << 63, token.kind != .joined, !token.isInChain { clause.words += 1 }
    }

    /// Keeps which of the compared things is spoken of.
    @inline(__always)
    private mutating func name(_ asked: Int32, _ polarity: Polarity) {
        if asked > 0, !polarity.isContrast {
            subject = (isNaming ? subject : 0) | 1 << UInt32(asked - 1)
            isNaming = true
        } else if asked < 0 {
            isNaming = false
        }
    }

    /// Content words in a row, in one clause, whose initials are an acronym of the rubric.
    private mutating func spellOut(
        _ token: Token, _ index: Int, _ initials: inout Initials, _ tokens: Tokens, _ compiled: Compiled,
        _ polarity: Polarity
    ) {
        guard token.kind == .word, let initial = tokens.letters(of: token).first else {
            initials.end()
            return
        }
        initials.add(initial, index, clause: token.clause)
        for (letters, mask, count, concept) in compiled.initials
        where initials.letters & mask == letters && initials.count >= count {
            add(concept, .acronym, initials.first(of: count), index, polarity)
        }
    }

    @inline(__always)
    private mutating func advance(to index: Int, of tokens: Tokens) {
        guard index > 0 else { return }
        let isNewSentence = tokens.list[index].sentence != tokens.list[index - 1].sentence
        if isNewSentence {
            subject = 0
            isNaming = false
        }
        if isNewSentence
            || index - windowStart >= Self.windowLength
                && tokens.list[index].clause != tokens.list[index - 1].clause
        {
            windows.append(window)
            window = Window(first: Int32(occurrences.count))
            windowStart = index
        }
    }

    @inline(__always)
    private mutating func look(
        _ token: Token, _ index: Int, _ tokens: Tokens, _ compiled: Compiled, _ polarity: Polarity
    ) {
        let found = compiled.vocabulary[UInt32(ofWord: token.key)]
        if found >= 0 {
            if token.kind != .joined { rubricWords += 1 }
            var (at, isLast, isSame) = (found, false, false)
            repeat {
                let packed = compiled.entry(at: at)
                (at, isLast) = (at + 1, packed.isLast)
                let entry = packed.entry
                if entry.rule == .same { isSame = true }
                if entry.rule == .acronym, token.kind != .acronym || token.isInChain || tokens.isLoud {
                    continue
                }
                add(entry.concept, entry.rule, index, index, polarity)
            } while !isLast
            if isSame, compiled.isLoose, token.kind != .joined, compiled.questionWords[token.key] < 0 {
                newRubricWords += 1
            }
        } else if token.kind == .word, token.key >= 1 << 63,
            let concept = compiled.typos.concept(for: tokens.letters(of: token))
        {
            rubricWords += 1
            newRubricWords += 1
            add(Int32(concept), .typo, index, index, polarity)
        }
        if compiled.isLoose, token.kind == .word { resemble(token, index, tokens, compiled, polarity) }
        guard !compiled.phrases.isEmpty, let phrases = compiled.phrases[token.key] else { return }
        for phrase in phrases {
            guard let last = Self.end(of: phrase.keys, from: index, in: tokens.list) else { continue }
            for concept in phrase.concepts { add(concept, .term, index, last, polarity) }
        }
    }

    private mutating func resemble(
        _ token: Token, _ index: Int, _ tokens: Tokens, _ compiled: Compiled, _ polarity: Polarity
    ) {
        let bigrams = Bigrams(tokens.letters(of: token))
        for (concept, other) in compiled.bigrams where bigrams.resemble(other) {
            add(concept, .resembling, index, index, polarity)
        }
    }

    /// The last token of the phrase that begins here, if it does; function words may stand between its words.
    private static func end(of keys: [UInt64], from first: Int, in tokens: [Token]) -> Int? {
        var last = first
        for key in keys.dropFirst() {
            repeat {
                last += 1
            } while last < tokens.count && (tokens[last].key == 0 || tokens[last].kind == .joined)
            guard last < tokens.count, tokens[last].key == key else { return nil }
        }
        return last
    }

    @inline(__always)
    private mutating func add(_ concept: Int32, _ rule: Rule, _ token: Int, _ last: Int, _ polarity: Polarity)
    {
        occurrences.append(
            Occurrence(
                concept: concept, token: Int32(token), last: Int32(last), rule: rule,
                window: Int32(windows.count), negator: polarity.negator, isAvoided: polarity.isAvoided,
                clause: Int32(clauses.count), subject: subject))
    }
}

/// The initials of the last eight content words of a clause, one byte each.
struct Initials {
    private(set) var letters: UInt64 = 0
    private(set) var count = 0
    private var clause: Int32 = -1
    private var tokens: InlineArray<8, Int> = .init(repeating: 0)

    @inline(__always)
    mutating func add(_ letter: UInt8, _ token: Int, clause: Int32) {
        if clause != self.clause { end() }
        self.clause = clause
        letters = letters << 8 | UInt64(letter)
        tokens[count & 7] = token
        count += 1
    }

    mutating func end() {
        letters = 0
        count = 0
    }

    /// The token of the first of the last words.
    func first(of words: Int) -> Int { tokens[(count - words) & 7] }
}
