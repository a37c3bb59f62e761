/// What an answer says of each concept of a rubric.
struct Findings {
    struct Occurrence {
        var concept: Int32
        var token: Int32
        var rule: Rule
        /// The token of the negating word, or -1.
        var negator: Int32
    }

    /// The best occurrence of a concept, asserted or denied: an index into ``occurrences``, or -1.
    private(set) var asserted: [Int32]
    private(set) var denied: [Int32]
    private(set) var occurrences: [Occurrence] = []
    /// Content words of the answer, and how many of them the question has.
    private(set) var contentWords = 0
    private(set) var questionWords = 0

    init(_ tokens: Tokens, in compiled: Compiled) {
        asserted = Array(repeating: -1, count: compiled.concepts.count)
        denied = asserted
        occurrences.reserveCapacity(tokens.list.count)
        var polarity = Polarity()
        for (index, token) in tokens.list.enumerated() {
            polarity.pass(index, of: tokens.list)
            guard token.key != 0 else { continue }
            if token.kind != .joined {
                contentWords += 1
                if compiled.questionWords[token.key] >= 0 { questionWords += 1 }
            }
            let found = compiled.vocabulary[token.key]
            if found >= 0 {
                for at in compiled.ranges[Int(found)] {
                    let entry = compiled.entries[Int(at)]
                    add(entry.concept, entry.rule, index, polarity.negator)
                }
            } else if token.kind == .word, token.key >= 1 << 63,
                let concept = compiled.typos.concept(for: tokens.letters(of: token))
            {
                add(Int32(concept), .typo, index, polarity.negator)
            }
        }
    }

    @inline(__always)
    private mutating func add(_ concept: Int32, _ rule: Rule, _ token: Int, _ negator: Int32) {
        let number = Int32(occurrences.count)
        occurrences.append(Occurrence(concept: concept, token: Int32(token), rule: rule, negator: negator))
        if negator < 0 {
            if strength(asserted[Int(concept)]) < rule.strength { asserted[Int(concept)] = number }
        } else {
            if strength(denied[Int(concept)]) < rule.strength { denied[Int(concept)] = number }
        }
    }

    @inline(__always)
    func strength(_ occurrence: Int32) -> Float {
        occurrence < 0 ? 0 : occurrences[Int(occurrence)].rule.strength
    }
}
