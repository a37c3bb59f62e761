// Putting words together and ending them.
extension Tokenizer {
    /// Takes one folded letter, digit or sign that is `width` UTF-16 units wide in the text.
    @inline(__always)
    mutating func add(_ byte: UInt8, width: Int32) {
        if !word.isOpen { open() }
        result.letters.append(byte)
        word.hash.add(byte)
        word.end = offset + width
    }

    @inline(__always)
    mutating func open() {
        word = Word()
        word.isOpen = true
        word.start = offset
        word.lettersFrom = Int32(result.letters.count)
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
            letters: word.lettersFrom..<Int32(result.letters.count))
        token.word = word.hash.value
        token.isOtherScript = word.isOtherScript
        identify(&token)
        if chain == 0 { chainStart = result.list.count }
        chain += 1
        result.list.append(token)
        word.isOpen = false
    }

    private mutating func identify(_ token: inout Token) {
        let hash = word.hash.value
        guard word.digits == 0 else {
            token.kind = word.isNumber ? .number : .symbol
            token.key = hash | 1 << 63
            return
        }
        if let last = result.list.last, last.kind == .number, token.start - last.end < 2,
            let unit = Unit.key(of: hash)
        {
            token.kind = .symbol
            token.key = unit
            return
        }
        token.wordClass = WordClass.of(hash)
        if token.wordClass.contains(.stop) {
            if token.letters.count > 1 { result.loudness += word.lower == 0 ? 1 : -1 }
            return
        }
        if word.hasOther || token.letters.count == 1 {
            token.kind = .symbol
            token.key = hash | 1 << 63
        } else if let numeral = Numeral.key(of: hash) {
            token.kind = .number
            token.key = numeral
        } else {
            token.key = key(hash, token.letters)
            if word.upper > 1, word.lower < 2, token.letters.count < 8, !WordTable.isEveryday(token.key) {
                token.kind = .acronym
            }
        }
    }

    private mutating func key(_ hash: UInt64, _ letters: Range<Int32>) -> UInt64 {
        let known = WordTable.stem(ofWord: hash)
        if known != 0 { return known }
        let range = Int(letters.lowerBound)..<Int(letters.upperBound)
        if let at = Spelling.british(result.letters[range]) {
            result.letters[at] = UInt8(ascii: "z")
            let american = WordTable.stem(ofWord: Hash.of(result.letters[range]))
            if american != 0 { return american }
        }
        return stemmer.key(of: result.letters[range])
    }

    /// Ends the word and what hangs together with it; `pre-training` and `preTraining` are also `pretraining`.
    mutating func endChain() {
        endWord()
        defer { chain = 0 }
        guard chain > 1, chain < 6, let last = result.list.last else { return }
        var joined = result.list[chainStart]
        joined.end = last.end
        joined.letters = joined.letters.lowerBound..<last.letters.upperBound
        guard joined.letters.count < 40 else { return }
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
