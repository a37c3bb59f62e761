// Reading one way of saying a point.
extension Compiled {
    mutating func add(_ text: String, to point: Int, _ questionKeys: Set<UInt64>) {
        let tokens = Tokenizer.tokens(of: text)
        var alternative = Alternative(point: point)
        var polarity = Polarity()
        var squares: Float = 0
        for (index, token) in tokens.list.enumerated() {
            polarity.pass(index, of: tokens)
            if token.wordClass.contains(.negator) { alternative.isNegative = true }
            if token.key == 0, token.kind != .joined {
                alternative.functionWords.insert(token.word)
            }
            guard token.key != 0, token.kind != .joined else { continue }
            let concept = concept(token, tokens, text, isInQuestion: questionKeys.contains(token.key))
            if token.kind == .word { spell(concept, Array(tokens.letters(of: token))) }
            guard !alternative.terms.contains(where: { $0.concept == concept }) else { continue }
            let weight = concepts[concept].weight
            alternative.terms.append(
                Term(
                    concept: concept, weight: weight, isDenied: polarity.negator >= 0,
                    isContrast: polarity.isContrast, isStrict: token.isStrict))
            alternative.total += weight
            if token.isStrict {
                alternative.strictTerms += 1
                if !concepts[concept].isInQuestion { alternative.isStrictInQuestion = false }
            }
            squares += weight * weight
            if !concepts[concept].isInQuestion {
                alternative.hasNews = true
                alternative.newTerms += 1
            }
        }
        guard !alternative.terms.isEmpty else { return }
        alternative.words = alternative.total * alternative.total / squares
        alternatives.append(alternative)
        join(tokens)
        abbreviate(tokens)
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
                weight: Concept.weight(of: token, isInQuestion: isInQuestion, isLoose: isLoose)))
        conceptOf[token.key] = concepts.count - 1
        return concepts.count - 1
    }

    private mutating func spell(_ concept: Int, _ letters: [UInt8]) {
        let spelling = TypoIndex.Spelling(concept: concept, letters: letters)
        if !spellings.contains(spelling) { spellings.append(spelling) }
    }

    /// `pretraining` stands for `pre-training`.
    private mutating func join(_ tokens: Tokens) {
        for (index, token) in tokens.list.enumerated() where token.kind == .joined {
            for part in tokens.list[..<index].reversed().prefix(while: { $0.start >= token.start }) {
                add(Entry(concept: Int32(conceptOf[part.key] ?? -1), rule: .joined), for: token.key)
            }
        }
    }

    /// `MLM` stands for `masked language modelling`: two to five words in a row that begin with its letters.
    private mutating func abbreviate(_ tokens: Tokens) {
        let parts = tokens.list.filter { $0.kind != .joined }
        for first in parts.indices {
            var letters: [UInt8] = []
            for last in first..<min(first + 5, parts.count) {
                let part = parts[last]
                guard part.kind == .word, part.key != 0, part.clause == parts[first].clause,
                    let letter = tokens.letters(of: part).first
                else { break }
                letters.append(letter & ~0x20)
                guard letters.count > 1 else { continue }
                let acronym = Tokenizer.tokens(of: String(decoding: letters, as: UTF8.self)).list[0]
                guard acronym.key != 0 else { continue }
                for part in parts[first...last] {
                    add(Entry(concept: Int32(conceptOf[part.key] ?? -1), rule: .acronym), for: acronym.key)
                }
            }
        }
    }

    private mutating func add(_ entry: Entry, for key: UInt64) {
        guard entry.concept >= 0, key != 0 else { return }
        if words[key]?.contains(where: { $0.concept == entry.concept && $0.rule == entry.rule }) == true {
            return
        }
        words[key, default: []].append(entry)
    }
}
