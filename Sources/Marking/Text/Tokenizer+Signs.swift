// Signs that belong to a word: apostrophes, hyphens, decimal points, C++ and O(n²).
extension Tokenizer {
    /// `don't` is read as `dont`; any other apostrophe ends the word.
    mutating func apostrophe(width: Int32) {
        let next = at + (width == 1 && bytes[at] < 0x80 ? 1 : 3)
        let isContraction =
            word.isOpen && result.lastLetter == UInt8(ascii: "n") && next < bytes.count
            && bytes[next] | 0x20 == UInt8(ascii: "t")
        if !isContraction { endChain() }
    }

    /// A hyphen inside a word holds its parts together, before a number it is a minus, else it is a dash.
    mutating func hyphen(_ next: UInt8) {
        if word.isOpen, next.isWordByte {
            endWord()
        } else if !word.isOpen, chain == 0, next.isDigit, at == 0 || bytes[at - 1] == UInt8(ascii: " ") {
            add(UInt8(ascii: "-"), width: 1)
        } else {
            endChain()
            clause += 1
        }
    }

    /// A point or comma between digits: 1,000 is 1000 and .5 is 0.5, and in other languages the other way round.
    mutating func decimal(_ sign: UInt8) {
        let isThousands =
            sign == language.thousandsSign && at + 3 < bytes.count && bytes[at + 2].isDigit
            && bytes[at + 3].isDigit
            && !(at + 4 < bytes.count && bytes[at + 4].isDigit)
        if isThousands { return }
        if !word.isOpen { add(UInt8(ascii: "0"), width: 1) }
        add(UInt8(ascii: "."), width: 1)
        word.digits += 1
    }

    /// C++ and C# are one word; any other plus or hash ends it.
    mutating func sign(_ byte: UInt8, _ next: UInt8) {
        let isFirst = result.letterCount - Int(word.lettersFrom) == 1
        if word.isOpen, chain == 0, word.digits == 0,
            isFirst && byte == next || word.hasOther || isFirst && byte == UInt8(ascii: "#")
        {
            add(byte, width: 1)
            word.hasOther = true
        } else {
            endChain()
        }
    }

    /// Takes `O(n log n)` and the like whole, if they begin here.
    mutating func order(_ letter: UInt8) -> Bool {
        guard letter == UInt8(ascii: "O"), !word.isOpen, at + 1 < bytes.count,
            bytes[at + 1] == UInt8(ascii: "(")
        else { return false }
        var depth = 0
        var end = at + 1
        while end < bytes.count, end < at + 24 {
            if bytes[end] == UInt8(ascii: "(") { depth += 1 }
            if bytes[end] == UInt8(ascii: ")") { depth -= 1 }
            end += 1
            if depth == 0 { break }
        }
        guard depth == 0 else { return false }
        add(UInt8(ascii: "o"), width: 1)
        add(UInt8(ascii: "("), width: 1)
        at += 1
        offset += 1
        while at < end {
            let (scalar, length) = bytes.scalar(at: at)
            if case .byte(let byte) = Folded(scalar), byte.isWordByte {
                add(byte, width: 1)
            } else {
                word.end = offset + 1
            }
            at += length
            offset += scalar.value > 0xFFFF ? 2 : 1
        }
        word.hasOther = true
        endChain()
        return true
    }
}
