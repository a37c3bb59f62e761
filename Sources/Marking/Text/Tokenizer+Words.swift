// Putting words together and ending them.
extension Tokenizer {
    /// Takes one folded letter, digit or sign that is `width` UTF-16 units wide in the text.
    @inline(__always)
    mutating func add(_ byte: UInt8, width: Int32) {
        if !word.isOpen { open() }
        result.add(letter: byte)
        word.hash.add(byte)
        word.end = offset + width
    }

    @inline(__always)
    mutating func open() {
        word = Word()
        word.isOpen = true
        word.start = offset
        word.lettersFrom = Int32(result.letterCount)
    }

    /// Takes one letter of another script.
    mutating func add(_ letter: Unicode.Scalar, width: Int32) {
        for byte in UTF8.encode(letter).map(Array.init) ?? [] { add(byte, width: width) }
        word.hasOther = true
        word.isOtherScript = true
    }

    /// Ends the word; what follows without a space still belongs to its chain.
    mutating func endWord() {
        guard word.isOpen else { return }
        var token = Token(
            key: 0, start: word.start, end: word.end, kind: .word, sentence: sentence, clause: clause,
            letters: word.lettersFrom..<Int32(result.letterCount))
        token.word = word.hash.value
        token.isOtherScript = word.isOtherScript
        let isPart = identify(&token)
        word.isOpen = false
        if isPart { return }
        if chain == 0 { chainStart = result.list.count }
        chain += 1
        result.list.append(token)
    }

    /// Tells whether the word is a part of the token before it.
    private mutating func identify(_ token: inout Token) -> Bool {
        let hash = word.hash.value
        guard word.digits == 0 else {
            if word.isNumber {
                number(&token, hash)
            } else {
                token.kind = .symbol
                token.key = hash | 1 << 63
            }
            return false
        }
        isAfterTilde = false
        if token.length < 4, isAfterStroke, let name = Unit.full(hash) {
            token.key = WordTable.stem(ofWord: Hash.of(name))
            return false
        }
        let last = result.list.count - 1
        if last >= 0 {
            if result.list[last].kind == .number, token.start - result.list[last].end < 2, !isAfterStroke {
                let taken = append(&token, hash, toNumber: result.list[last])
                if taken.isRead { return taken.isGone }
            } else if last > 0, result.list[last - 1].kind == .number, language == .english,
                percent(token, hash)
            {
                return true
            }
        }
        let known = classes[hash]
        if known >= 0 { token.wordClass = WordClass(rawValue: known) }
        if token.wordClass.contains(.negator),
            token.wordClass.isDisjoint(with: [.judging, .beforeInfinitive]),
            result.lastDenied != sentence
        {
            result.lastDenied = sentence
            result.deniedSentences += 1
        }
        if token.wordClass.contains(.stop) {
            if token.length > 1 { result.loudness += word.lower == 0 ? 1 : -1 }
            return false
        }
        if word.hasOther || token.length == 1 {
            token.kind = .symbol
            token.key = hash | 1 << 63
            if language == .english { readOne(before: result.list.count) }
        } else if case let value = numerals[hash], value >= 0 {
            numeral(&token, value)
        } else {
            token.key = key(hash, token.letters)
            if word.upper > 1, word.lower < 2, token.length < 8, !WordTable.isEveryday(token.key) {
                token.kind = .acronym
            }
            if hash == Self.half, language == .english {
                result.quantities.append(
                    Quantity(token: Int32(result.list.count), value: 0.5, dimension: .share))
            }
        }
        return false
    }

    private static let half = Hash.of("half")

    mutating func key(_ hash: UInt64, _ letters: Range<Int32>) -> UInt64 {
        guard language == .english else {
            return stemmer.key(
                of: language.restored(result[letters])[...])
        }
        let known = WordTable.stem(ofWord: hash)
        if known != 0 { return known }
        if let at = Spelling.british(result[letters]) {
            result.replace(letterAt: at, by: UInt8(ascii: "z"))
            let american = WordTable.stem(ofWord: Hash.of(result[letters]))
            if american != 0 { return american }
        }
        return stemmer.key(of: result[letters])
    }

    /// Ends the word and what hangs together with it; `pre-training` and `preTraining` are also `pretraining`.
    mutating func endChain() {
        endWord()
        defer { chain = 0 }
        guard chain > 1, chain < 6, let last = result.list.last else { return }
        if chain == 2, language == .english, contract() { return }
        var joined = result.list[chainStart]
        joined.end = last.end
        joined.letters = joined.letters.lowerBound..<last.letters.upperBound
        guard joined.length < 40 else { return }
        for part in chainStart..<result.list.count { result.list[part].isInChain = true }
        joined.kind = .joined
        joined.wordClass = []
        joined.key = key(Hash.of(result.letters(of: joined)), joined.letters)
        result.list.append(joined)
    }

    mutating func endSentence() {
        sentence += 1
        clause += 1
    }
}
