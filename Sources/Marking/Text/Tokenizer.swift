/// Cuts a text into tokens in one pass over its UTF-8, counting UTF-16 offsets as it goes.
struct Tokenizer: ~Copyable {
    let bytes: [UInt8]
    /// The byte that is read next, and its UTF-16 offset.
    var at = 0
    var offset: Int32 = 0
    var sentence: Int32 = 0
    var clause: Int32 = 0
    var result = Tokens()
    let language: Language
    let classes: IndexTable
    let numerals: IndexTable
    var stemmer: Stemmer
    var word = Word()
    /// How many words hyphens, capitals or underscores hold together since the last space, and the first of them.
    var chain = 0
    var chainStart = 0
    /// The token of a sign that was read as a word, and whether a tilde stands before the next number.
    var signAt = -1
    var isAfterTilde = false

    /// The word that is being read.
    struct Word {
        var isOpen = false
        var start: Int32 = 0
        var end: Int32 = 0
        var lettersFrom: Int32 = 0
        var hash = Hash()
        var upper = 0
        var lower = 0
        var digits = 0
        /// Has signs, or letters of another script.
        var hasOther = false
        var isOtherScript = false
        var isNumber: Bool { digits > 0 && upper + lower == 0 && !hasOther }
    }

    init(_ text: String, _ language: Language) {
        self.language = language
        classes = WordClass.table(language)
        numerals = Numeral.table(language)
        stemmer = Stemmer(language)
        bytes = Array(text.utf8)
        result.list.reserveCapacity(bytes.count / 5 + 8)
        result.reserveLetters(bytes.count + 8)
    }

    static func tokens(of text: String, _ language: Language = .english) -> Tokens {
        var tokenizer = Tokenizer(text, language)
        tokenizer.cut()
        return tokenizer.result
    }

    /// Takes the small letters from here on, which most of any answer is.
    @inline(__always)
    private mutating func run() {
        let start = at
        if !word.isOpen { open() }
        let end = result.addLetters(of: bytes, from: at, to: &word.hash)
        // There is no more room where signs were read as words.
        guard end > start else {
            add(bytes[at], width: 1)
            word.lower += 1
            at += 1
            offset += 1
            return
        }
        word.lower += end - start
        at = end
        offset += Int32(end - start)
        word.end = offset
    }

    private mutating func cut() {
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: " ") {
                endChain()
                at += 1
                offset += 1
            } else if byte < 0x80 {
                ascii(byte)
            } else {
                other()
            }
        }
        endChain()
    }

    // Letters, digits and what may stand inside a word.
    mutating func ascii(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"):
            if word.isNumber { endWord() }
            run()
            return
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
            if word.lower > 0 || word.isNumber { endWord() }
            if order(byte) { return }
            add(byte | 0x20, width: 1)
            word.upper += 1
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            add(byte, width: 1)
            word.digits += 1
        default:
            mark(byte)
            return
        }
        at += 1
        offset += 1
    }

    mutating func mark(_ byte: UInt8) {
        let next = at + 1 < bytes.count ? bytes[at + 1] : 0x20
        if byte.isCodeSign { result.codeSigns += 1 }
        switch byte {
        case UInt8(ascii: "'"): apostrophe(width: 1)
        case UInt8(ascii: "-"), UInt8(ascii: "_"): hyphen(next)
        case UInt8(ascii: "^") where word.isOpen && next.isWordByte: break
        case UInt8(ascii: "."), UInt8(ascii: ","):
            if next.isDigit, word.isNumber || byte == UInt8(ascii: ".") && !word.isOpen {
                decimal(byte)
            } else if byte == UInt8(ascii: ",") {
                endChain()
                clause += 1
            } else {
                endChain()
                if !next.isWordByte { endSentence() }
            }
        case UInt8(ascii: "+"), UInt8(ascii: "#"): sign(byte, next)
        case UInt8(ascii: "$") where isCurrency(at + 1): currency("dollars")
        case UInt8(ascii: "<") where isBeforeNumber(at + 1): write("below")
        case UInt8(ascii: ">") where isBeforeNumber(at + 1) && !isArrow: write("above")
        case UInt8(ascii: "~") where isBeforeNumber(at + 1):
            endChain()
            isAfterTilde = true
        case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"), UInt8(ascii: "\n"):
            endChain()
            endSentence()
        case UInt8(ascii: "(") where next == UInt8(ascii: ")"):
            // A call in code: `eval()`.
            endChain()
            at += 1
            offset += 1
        case UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"):
            endChain()
            clause += 1
        case UInt8(ascii: "%"):
            endChain()
            for letter in "percent".utf8 { add(letter, width: 1) }
            word.lower = 1
            endChain()
        default: endChain()
        }
        at += 1
        offset += 1
    }

    private var isArrow: Bool { at > 0 && "-=".utf8.contains(bytes[at - 1]) }

    // Beyond ASCII.
    mutating func other() {
        let (scalar, length) = bytes.scalar(at: at)
        let width: Int32 = scalar.value > 0xFFFF ? 2 : 1
        defer {
            at += length
            offset += width
        }
        switch Folded(scalar) {
        case .separator where scalar == "€": currency("euros")
        case .separator where scalar == "£": currency("pounds")
        case .separator where scalar == "×" && word.isOpen && word.isNumber: write("x")
        case .separator where scalar == "≈":
            endChain()
            isAfterTilde = true
        case .byte(UInt8(ascii: "'")): apostrophe(width: width)
        case .byte(UInt8(ascii: "-")):
            hyphen(at + length < bytes.count ? bytes[at + length] : 0x20)
        case .byte(let byte):
            add(byte, width: width)
            if byte.isDigit { word.digits += 1 } else { word.lower += 1 }
        case .ascii(let letters):
            for byte in letters.utf8 { add(byte, width: width) }
            word.lower += 1
        case .letter(let letter):
            add(letter, width: width)
        case .ideograph:
            endChain()
            add(scalar, width: width)
            endChain()
        case .nothing:
            if word.isOpen { word.end = offset + width }
        case .sentenceEnd:
            endChain()
            endSentence()
        case .clauseEnd:
            endChain()
            clause += 1
        case .separator: endChain()
        }
    }
}
