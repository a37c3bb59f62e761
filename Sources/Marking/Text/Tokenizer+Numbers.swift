// Numbers and what is written beside them: signs, units, multipliers, ordinals.
extension Tokenizer {
    /// Reads digits: their value, and a key that does not care for `0.50` or `.5`.
    mutating func number(_ token: inout Token, _ hash: UInt64) {
        token.kind = .number
        token.key = hash | 1 << 63
        let letters = result.letters(of: token)
        guard let value = Quantity.value(of: letters) else { return }
        if letters.last == UInt8(ascii: "0"), value != 0, abs(value) < 1 {
            token.key = Quantity.key(of: value)
        }
        note(value)
    }

    /// A number that a word names.
    mutating func numeral(_ token: inout Token, _ value: Int32) {
        token.kind = .number
        token.key = Quantity.key(of: Double(value))
        note(Double(value))
    }

    private mutating func note(_ value: Double) {
        let index = result.list.count
        var isRough = isAfterTilde
        isAfterTilde = false
        // A currency's sign may stand between.
        var money = Int32(-1)
        var before = index - 1
        if before >= 0, signAt == before {
            money = Int32(before)
            before -= 1
        }
        if before >= 0, Self.rough[result.list[before].word] >= 0 { isRough = true }
        result.quantities.append(
            Quantity(
                token: Int32(index), unit: money, value: value, dimension: money < 0 ? .none : .money,
                isRough: isRough))
        readOne(before: index)
    }

    /// The one of `one in k` and `one over k` is a number, as that of `1/k` is.
    mutating func readOne(before index: Int) {
        guard index > 1, Self.over[result.list[index - 1].word] >= 0, result.list[index - 2].word == Self.one
        else {
            return
        }
        result.list[index - 2].key = Quantity.key(of: 1)
        result.list[index - 2].kind = .number
        result.list[index - 2].wordClass = []
    }

    /// Takes what belongs to the number right before the word: `2.9 billion`, `twenty-five`, `200 ms`, `4x`.
    /// Tells whether the word is no token of its own.
    mutating func append(_ token: inout Token, _ hash: UInt64, toNumber last: Token) -> (
        isRead: Bool, isGone: Bool
    ) {
        let gap = token.start - last.end
        let isNoted = result.quantities.last.map { Int($0.token) == result.list.count - 1 } == true
        if language == .english, isNoted, let value = result.quantities.last?.value {
            var sum: Double?
            if let power = Numeral.multiplier(
                hash, isAttached: gap == 0, isCapital: word.upper == 1 && word.lower == 0)
            {
                sum = value * power
            } else if value >= 20, value < 100, value.remainder(dividingBy: 10) == 0, last.length > 3,
                1..<10 ~= numerals[hash]
            {
                sum = value + Double(numerals[hash])
            }
            if let sum {
                let at = result.list.count - 1
                result.list[at].end = token.end
                result.list[at].key = Quantity.key(of: sum)
                result.quantities[result.quantities.count - 1].value = sum
                return (true, true)
            }
        }
        guard let unit = Unit.named(hash) else { return (false, false) }
        token.kind = unit.isWord ? .word : .symbol
        token.key = unit.key
        if unit.key == Unit.times { token.wordClass = .everyday }
        if isNoted {
            result.quantities[result.quantities.count - 1].unit = Int32(result.list.count)
            measure(unit)
        }
        return (true, false)
    }

    private mutating func measure(_ unit: Unit) {
        result.quantities[result.quantities.count - 1].value *= unit.scale
        result.quantities[result.quantities.count - 1].dimension = unit.dimension
    }

    /// The `cent` of `five per cent`: the `per` becomes the sign.
    mutating func percent(_ token: Token, _ hash: UInt64) -> Bool {
        let index = result.list.count - 1
        guard index > 0, result.list[index - 1].kind == .number, hash == Self.cent,
            result.list[index].word == Self.per, token.start - result.list[index].end < 2
        else { return false }
        result.list[index].kind = .symbol
        result.list[index].key = Unit.percent
        result.list[index].wordClass = []
        result.list[index].end = token.end
        if let last = result.quantities.last, Int(last.token) == index - 1,
            let unit = Unit.named(Self.percentWord)
        {
            result.quantities[result.quantities.count - 1].unit = Int32(index)
            measure(unit)
        }
        return true
    }

    /// `2nd` is `second`, and `non-zero` is one word.
    mutating func contract() -> Bool {
        let (first, last) = (result.list[chainStart], result.list[chainStart + 1])
        if first.kind == .number, last.length == 2, Self.endings[last.word] >= 0,
            let quantity = result.quantities.last, Int(quantity.token) == chainStart,
            let name = Self.ordinals[quantity.value]
        {
            result.quantities.removeLast()
            let hash = Hash.of(name)
            result.list.removeLast()
            result.list[chainStart].kind = .word
            result.list[chainStart].word = hash
            result.list[chainStart].key = WordTable.stem(ofWord: hash)
            result.list[chainStart].end = last.end
            return true
        }
        guard first.word == Self.non, first.letters.upperBound == last.letters.lowerBound else {
            return false
        }
        if let quantity = result.quantities.last, Int(quantity.token) > chainStart {
            result.quantities.removeLast()
        }
        result.list.removeLast()
        let letters = first.letters.lowerBound..<last.letters.upperBound
        let hash = Hash.of(result[letters])
        result.list[chainStart].letters = letters
        result.list[chainStart].word = hash
        result.list[chainStart].kind = .word
        result.list[chainStart].wordClass = []
        result.list[chainStart].end = last.end
        result.list[chainStart].key = key(hash, letters)
        return true
    }

    /// Reads a sign beside a number as a word: `$2`, `p < 0.05`.
    mutating func write(_ sign: String) {
        endChain()
        for letter in sign.utf8 { add(letter, width: 1) }
        word.lower = 1
        endChain()
    }

    /// A currency before its number; what stands between two of them is a formula.
    mutating func currency(_ name: String) {
        write(name)
        signAt = result.list.count - 1
    }

    func isCurrency(_ next: Int) -> Bool {
        guard isBeforeNumber(next), bytes[next] != UInt8(ascii: " ") else { return false }
        let end = bytes[next...].prefix(16).firstIndex {
            !$0.isDigit && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ",")
        }
        return end.map { bytes[$0] != UInt8(ascii: "$") } ?? true
    }

    /// Whether a number follows, after a space at most.
    func isBeforeNumber(_ next: Int) -> Bool {
        guard next < bytes.count else { return false }
        let at = bytes[next] == UInt8(ascii: " ") ? next + 1 : next
        guard at < bytes.count else { return false }
        return bytes[at].isDigit
            || bytes[at] == UInt8(ascii: ".") && at + 1 < bytes.count && bytes[at + 1].isDigit
    }

    /// Whether the word that ends here stands right after a stroke.
    var isAfterStroke: Bool {
        let before = at - Int(word.end - word.start) - 1
        return before >= 0 && before < bytes.count && bytes[before] == UInt8(ascii: "/")
    }

    private static let one = Hash.of("one")
    private static let non = Hash.of("non")
    private static let per = Hash.of("per")
    private static let cent = Hash.of("cent")
    private static let percentWord = Hash.of("percent")
    private static let over = set("in over")
    private static let rough = set("about around roughly approximately approx nearly almost some circa say")
    private static let endings = set("st nd rd th")
    private static let ordinals: [Double: String] = Dictionary(
        uniqueKeysWithValues:
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
            .split(separator: " ").enumerated().map { (Double($0 + 1), String($1)) })

    private static func set(_ words: String) -> IndexTable {
        IndexTable(words.split(separator: " ").map { (Hash.of(String($0)), 0) })
    }
}
