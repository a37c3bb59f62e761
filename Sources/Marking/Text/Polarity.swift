/// Follows a text word by word and knows whether the present word is denied.
///
/// A negator reaches to the end of its clause, to a word such as `but`, or over eight content words, whichever comes
/// first; a second negator within its reach takes it back. `It is not true that` reaches to the end of the sentence.
/// `unlike`, `instead of` and `rather than` deny likewise. `Without ...` at the head of a sentence supposes; it does
/// not deny.
struct Polarity {
    /// The token of the negating word if the present word is denied, else -1.
    private(set) var negator: Int32 = -1
    /// Whether the present word is only set against another: `rather than this`.
    private(set) var isContrast = false
    private var clause: Int32 = -1
    private var sentence: Int32 = -1
    private var reach = 0
    private var isWholeSentence = false

    private static let reach = 8
    private static let than = Hash.of("than")
    private static let of = Hash.of("of")
    private static let that = Hash.of("that")

    @inline(__always)
    mutating func pass(_ index: Int, of tokens: Tokens) {
        let token = tokens.list[index]
        if token.clause != clause {
            if token.sentence != sentence || !isWholeSentence { end() }
            clause = token.clause
        }
        let wordClass = token.wordClass
        if isContrast, wordClass.contains(.subject) { end() }
        if wordClass.isDisjoint(with: [.negator, .contrast, .breaker]) {
            if token.key != 0, token.kind != .joined, negator >= 0 {
                reach -= 1
                if reach < 0 { end() }
            }
        } else if !token.isInChain {
            turn(index, of: tokens)
        }
        sentence = token.sentence
    }

    private mutating func end() {
        negator = -1
        isContrast = false
        isWholeSentence = false
    }

    private mutating func turn(_ index: Int, of tokens: Tokens) {
        let token = tokens.list[index]
        let next: Token? = index + 1 < tokens.list.count ? tokens.list[index + 1] : nil
        if token.wordClass.contains(.negator) {
            if next?.wordClass.contains(.limiter) == true { return }
            if token.wordClass.contains(.supposing), token.sentence != sentence { return }
            if negator >= 0, !isContrast {
                end()
                return
            }
            end()
            negator = Int32(index)
            reach = Self.reach
            isWholeSentence = isVerdict(index, of: tokens)
            if isWholeSentence { reach = .max }
        } else if token.wordClass.contains(.contrast) {
            let hash = next?.word
            if token.wordClass.contains(.comparing), hash != Self.than, hash != Self.of { return }
            end()
            negator = Int32(index)
            isContrast = true
            reach = Self.reach
        } else if !isWholeSentence {
            end()
        }
    }

    /// `not true that`, `wrong that`, `not the case that`: the whole sentence is judged.
    private func isVerdict(_ index: Int, of tokens: Tokens) -> Bool {
        for next in tokens.list[index...].prefix(4) where next.word == Self.that {
            return true
        }
        return false
    }
}
