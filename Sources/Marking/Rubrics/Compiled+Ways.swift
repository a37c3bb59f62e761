// Reading one way of saying a point.
extension Compiled {
    mutating func add(_ text: String, to point: Int, _ question: Asked, isPhrasing: Bool) {
        let tokens = Tokenizer.tokens(of: text, language)
        // An amount of the question is one in any notation.
        let asked = Set(
            tokens.quantities.filter { quantity in
                question.quantities.contains { $0.isLike(quantity, isRough: false) }
            }.map { Int($0.token) })
        var alternative = Alternative(point: point)
        alternative.isPhrasing = isPhrasing
        alternative.deniedSentences = Int32(tokens.deniedSentences)
        alternative.isTerm = language == .english && Self.isTerm(tokens)
        var polarity = Polarity(language)
        var terms: [Term] = []
        var squares: Float = 0
        var negators: Set<Int32> = []
        for (index, token) in tokens.list.enumerated() {
            polarity.pass(index, of: tokens)
            if token.wordClass.contains(.negator) { alternative.isNegative = true }
            if token.key == 0, token.kind != .joined {
                alternative.functionWords.insert(token.word)
            }
            guard token.key != 0, token.kind != .joined else { continue }
            subjects.note(token.key, in: point)
            let concept = concept(
                token, tokens, text, isInQuestion: question.keys.contains(token.key) || asked.contains(index))
            if token.kind == .word { spell(concept, Array(tokens.letters(of: token))) }
            guard !terms.contains(where: { $0.concept == concept }) else { continue }
            let weight = concepts[concept].weight
            terms.append(Term(concept: concept, weight: weight, role: role(of: token, polarity)))
            alternative.total += weight
            if polarity.negator >= 0 {
                alternative.denied += weight
                negators.insert(polarity.negator)
            }
            if token.wordClass.contains(.refusing) { alternative.refusing += weight }
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
        guard !terms.isEmpty else { return }
        // Who chooses needs to say no more.
        if !choices.isEmpty, choices.isRight(terms.map { concepts[$0.concept].key }) {
            alternative.isTerm = false
        }
        if !isLoose {
            for quantity in tokens.quantities where !asked.contains(Int(quantity.token)) {
                guard let number = conceptOf[tokens.list[Int(quantity.token)].key] else { continue }
                let unit = quantity.unit < 0 ? nil : conceptOf[tokens.list[Int(quantity.unit)].key]
                amounts.note(
                    Amounts.Amount(quantity: quantity, number: Int32(number), unit: Int32(unit ?? -1)))
            }
        }
        // By one statement: a head and a gist that each deny something say it twice.
        let clauses = Set(negators.map { tokens.list[Int($0)].clause })
        alternative.isTwiceDenied =
            negators.count > 1 && clauses.count == 1 && terms.allSatisfy(\.isDenied)
        alternative.hasDirection = terms.count > 1 && terms.contains(where: \.isDirection)
        alternative.words = alternative.total * alternative.total / squares
        append(alternative, terms)
        join(tokens)
        abbreviate(tokens)
    }

    private func role(of token: Token, _ polarity: borrowing Polarity) -> Role {
        var role: Role = []
        if polarity.negator >= 0 { role.insert(.denied) }
        if polarity.isContrast { role.insert(.contrast) }
        if token.isStrict { role.insert(.strict) }
        if token.wordClass.contains(.refusing) { role.insert(.refusing) }
        if token.kind == .number { role.insert(.number) }
        if language == .english, Direction.has(token.key) { role.insert(.direction) }
        return role
    }

    /// One or two words that only name a thing. A verb in the third person says something of it: `prevents overfitting`.
    private static func isTerm(_ tokens: Tokens) -> Bool {
        let list = tokens.list.filter { $0.kind != .joined }
        let content = list.filter { $0.key != 0 }
        guard 1...2 ~= content.count else { return false }
        // `If there were no effect` names an effect.
        if content.count == 1, list.contains(where: { $0.wordClass.contains(.negator) }) { return true }
        guard list.allSatisfy({ $0.key != 0 || $0.wordClass.isDisjoint(with: .telling) }) else {
            return false
        }
        guard content.count == 2, content[0].kind == .word else { return true }
        let letters = tokens.letters(of: content[0])
        let isVerb =
            letters.count > 3 && letters.last == UInt8(ascii: "s")
            && letters.dropLast().last != UInt8(ascii: "s")
        return !isVerb
    }

    private mutating func concept(_ token: Token, _ tokens: Tokens, _ text: String, isInQuestion: Bool) -> Int
    {
        if let known = conceptOf[token.key] { return known }
        let start = text.utf16.index(text.startIndex, offsetBy: Int(token.start))
        let end = text.utf16.index(text.startIndex, offsetBy: Int(token.end))
        concepts.append(
            Concept(
                text: String(text[start..<end]), key: token.key, letters: Array(tokens.letters(of: token)),
                weight: Concept.weight(of: token, isInQuestion: isInQuestion, isLoose: isLoose),
                kind: token.kind, isInQuestion: isInQuestion))
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
                let acronym = Tokenizer.tokens(of: String(decoding: letters, as: UTF8.self), language).list[0]
                guard acronym.key != 0 else { continue }
                for part in parts[first...last] {
                    add(Entry(concept: Int32(conceptOf[part.key] ?? -1), rule: .acronym), for: acronym.key)
                }
            }
        }
    }

    mutating func add(_ entry: Entry, for key: UInt64) {
        guard entry.concept >= 0, key != 0 else { return }
        if words[key]?.contains(where: { $0.concept == entry.concept && $0.rule == entry.rule }) == true {
            return
        }
        words[key, default: []].append(entry)
    }
}
