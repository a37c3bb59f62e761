/// Follows a text word by word and knows whether the present word is denied.
///
/// A negator reaches to the end of its clause, to a word such as `but`, or over six content words, whichever comes
/// first; a second negator within its reach takes it back. `unlike`, `instead of` and `rather than` deny likewise.
struct Polarity {
    /// The token of the negating word if the present word is denied.
    private(set) var negator: Int32 = -1
    private var clause: Int32 = -1
    private var reach = 0

    static let reach = 6

    var isDenied: Bool { negator >= 0 }

    @inline(__always)
    mutating func pass(_ index: Int, of tokens: [Token]) {
        let token = tokens[index]
        if token.clause != clause {
            clause = token.clause
            negator = -1
        }
        let wordClass = token.wordClass
        if wordClass.isDisjoint(with: [.negator, .contrast, .breaker]) {
            if token.key != 0, negator >= 0 {
                reach -= 1
                if reach < 0 { negator = -1 }
            }
        } else {
            turn(index, of: tokens)
        }
    }

    private mutating func turn(_ index: Int, of tokens: [Token]) {
        let wordClass = tokens[index].wordClass
        let next = index + 1 < tokens.count ? tokens[index + 1].wordClass : []
        if wordClass.contains(.negator) {
            if next.contains(.limiter) { return }
            negator = negator >= 0 ? -1 : Int32(index)
            reach = Self.reach
        } else if wordClass.contains(.contrast) {
            if next.isDisjoint(with: [.preposition, .determiner]), next != [] { return }
            negator = Int32(index)
            reach = Self.reach
        } else {
            negator = -1
        }
    }
}
