/// A word, number or symbol of a text.
struct Token {
    /// The number of the word's stem in ``WordTable``, or a hash with the top bit set; 0 for function words.
    var key: UInt64
    /// The hash of the folded letters.
    var word: UInt64 = 0
    /// UTF-16 offsets in the text.
    var start: Int32
    var end: Int32
    var wordClass: WordClass = []
    var kind: Kind
    /// Counted from 0; ends at a full stop, a semicolon, a new line.
    var sentence: Int32
    /// Counted from 0 through the text; ends also at commas, colons, brackets and dashes.
    var clause: Int32
    /// Held to its neighbour by a hyphen, an underscore or capitals.
    var isInChain = false
    var isOtherScript = false
    /// A number, a symbol or a unit: near is not enough.
    var isStrict: Bool { kind == .number || kind == .symbol }
    /// The folded letters, as a range of ``Tokens/letters``.
    var letters: Range<Int32>
    @inline(__always)
    var length: Int32 { letters.upperBound &- letters.lowerBound }

    enum Kind: UInt8 {
        case word
        /// All capitals, 2 to 7 of them, and no everyday word: SGD, but not PUT.
        case acronym
        case number
        /// Letters with digits or signs, where one sign makes another thing: L2, C++, O(n²).
        case symbol
        /// The parts before it read as one: `pretraining` after `pre` and `training`.
        case joined
    }
}

/// A text cut into tokens.
struct Tokens {
    var list: [Token] = []
    /// The numbers among them as values, in their order.
    var quantities: [Quantity] = []
    /// The folded letters of all words, one after the other, and room for more.
    private var letters: [UInt8] = []
    private(set) var letterCount = 0
    /// Signs that prose has seldom: braces, semicolons, equals signs.
    var codeSigns = 0

    /// How many more function words are in capitals than not.
    var loudness = 0
    /// All is in capitals: none of them tells an acronym.
    var isLoud: Bool { loudness > 0 }

    /// The last sentence with a negator, and how many have one.
    var lastDenied: Int32 = -1
    var deniedSentences = 0
    /// Four sentences and more, all of which have a negator.
    var deniesAll: Bool {
        guard let last = list.last, deniedSentences > 3 else { return false }
        return deniedSentences > Int(last.sentence)
    }

    /// Makes room, so that adding letters is no more than writing them.
    mutating func reserveLetters(_ count: Int) {
        letters = Array(repeating: 0, count: count)
    }

    @inline(__always)
    mutating func add(letter: UInt8) {
        if letterCount < letters.count { letters[letterCount] = letter } else { letters.append(letter) }
        letterCount += 1
    }

    /// Adds the small letters that the bytes begin with at `start`, also to a hash, and tells where they end.
    @inline(__always)
    mutating func addLetters(of bytes: [UInt8], from start: Int, to hash: inout Hash) -> Int {
        var end = start
        var at = letterCount
        var room = letters.mutableSpan
        while end < bytes.count, bytes[end] &- 0x61 < 26, at < room.count {
            hash.add(bytes[end])
            room[at] = bytes[end]
            end += 1
            at += 1
        }
        letterCount = at
        return end
    }

    mutating func replace(letterAt index: Int, by letter: UInt8) {
        letters[index] = letter
    }

    func letters(of token: Token) -> ArraySlice<UInt8> { self[token.letters] }

    subscript(range: Range<Int32>) -> ArraySlice<UInt8> {
        letters[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    var lastLetter: UInt8? { letterCount > 0 ? letters[letterCount - 1] : nil }
}
