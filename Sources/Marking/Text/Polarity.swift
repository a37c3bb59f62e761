/// Follows a text word by word and knows whether the present word is denied.
///
/// A negator reaches to the end of its clause, to a word such as `but`, to `and you`, or over eight content words,
/// whichever comes first. A second one of sense (`never fails`, `not without`) takes it back, while a second `not` denies
/// anew. `It is not true that` reaches to the end of the sentence. `unlike`, `instead of` and `rather than` deny
/// likewise, and each negator does in a text that denies in every sentence. A German `nicht` near the end of a clause denies
/// the whole of it. `Without ...` at the head of a sentence supposes, and the false of `a false alarm` names a thing;
/// neither denies.
struct Polarity {
    /// The token of the negating word if the present word is denied, else -1.
    private(set) var negator: Int32 = -1
    /// Whether the present word is only set against another: `rather than this`.
    private(set) var isContrast = false
    /// Whether it is what is to be avoided, which is neither said nor quite denied.
    var isAvoided: Bool { avoidance > 0 && negator < 0 && !isAvoiding }
    /// The present word is the `avoid` itself.
    private var isAvoiding = false
    /// How many more content words an `avoid` reaches.
    private var avoidance = 0
    private var clause: Int32 = -1
    private var sentence: Int32 = -1
    private var reach = 0
    private var isWholeSentence = false

    /// The word before was an `and` or `or`.
    private var isAfterConjunction = false
    /// Each sentence of the text has a negator, and means it as a whole.
    let isSweeping: Bool

    private let language: Language
    /// The negator near the end of the present clause, which denies all of it.
    private var isLate = false

    init(_ language: Language, isSweeping: Bool = false) {
        self.language = language
        self.isSweeping = isSweeping
    }

    private static let reach = 8
    /// An `avoid` reaches over so many content words, less one.
    private static let avoidance = 5
    private static let to = Hash.of("to")

    @inline(__always)
    mutating func pass(_ index: Int, of tokens: Tokens) {
        let token = tokens.list[index]
        if isSweeping {
            if token.sentence != sentence || index == 0 { sweep(index, of: tokens) }
            sentence = token.sentence
            return
        }
        if token.clause != clause {
            if token.sentence != sentence || !isWholeSentence { end() }
            clause = token.clause
            isLate = false
            avoidance = 0
            if language == .german { lookAhead(from: index, in: tokens) }
        } else if language == .german, token.wordClass.contains(.breaker) {
            lookAhead(from: index + 1, in: tokens)
        }
        if isLate {
            sentence = token.sentence
            return
        }
        let wordClass = token.wordClass
        if avoidance > 0 { avoid(token) }
        isAvoiding = wordClass.contains(.avoiding)
        if isAvoiding, negator < 0 { avoidance = Self.avoidance }
        if wordClass.contains(.subject), isContrast || isAfterConjunction && !isWholeSentence { end() }
        isAfterConjunction = wordClass.contains(.conjunction)
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

    private mutating func avoid(_ token: Token) {
        if token.wordClass.contains(.breaker) {
            avoidance = 0
        } else if token.key != 0, token.kind != .joined {
            avoidance -= 1
        }
    }

    private mutating func end() {
        negator = -1
        isContrast = false
        isWholeSentence = false
    }

    /// The whole sentence that begins here is denied if it has a negator.
    private mutating func sweep(_ start: Int, of tokens: Tokens) {
        let sentence = tokens.list[start].sentence
        negator = -1
        for index in start..<tokens.list.count {
            let token = tokens.list[index]
            if token.sentence != sentence { return }
            if token.wordClass.contains(.negator), !token.isInChain {
                negator = Int32(index)
                return
            }
        }
    }

    /// A `nicht` with at most one content word after it in its clause denies the clause from here on.
    private mutating func lookAhead(from start: Int, in tokens: Tokens) {
        isLate = false
        guard start < tokens.list.count else { return }
        let clause = tokens.list[start].clause
        var late = -1
        var wordsAfter = 0
        for index in start..<tokens.list.count {
            let token = tokens.list[index]
            guard token.clause == clause, index == start || !token.wordClass.contains(.breaker) else { break }
            if token.wordClass.contains(.late), !isLimited(index, in: tokens), !isVerdict(index, of: tokens) {
                late = index
                wordsAfter = 0
            } else if token.key != 0, token.kind != .joined {
                wordsAfter += 1
            }
        }
        guard late >= 0, wordsAfter <= 1 else { return }
        end()
        negator = Int32(late)
        isLate = true
    }

    private func isLimited(_ index: Int, in tokens: Tokens) -> Bool {
        index + 1 < tokens.list.count && tokens.list[index + 1].wordClass.contains(.limiter)
    }

    private mutating func turn(_ index: Int, of tokens: Tokens) {
        let token = tokens.list[index]
        let next: Token? = index + 1 < tokens.list.count ? tokens.list[index + 1] : nil
        if token.wordClass.contains(.negator) {
            if next?.wordClass.contains(.limiter) == true { return }
            if token.wordClass.contains(.supposing), token.sentence != sentence { return }
            if token.wordClass.contains(.judging), next?.word != language.that, next?.word != Self.to {
                return
            }
            if token.wordClass.contains(.beforeInfinitive), next?.word != Self.to, negator < 0 { return }
            if negator >= 0, !isContrast, isWholeSentence || token.wordClass.contains(.takingBack) {
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
            if token.wordClass.contains(.comparing), hash != language.than, hash != language.of { return }
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
        var isJudged = tokens.list[index].wordClass.contains(.judging)
        for next in tokens.list[index...].dropFirst().prefix(3) {
            if next.word == language.that { return isJudged }
            if next.wordClass.contains(.verdict) { isJudged = true }
        }
        return false
    }
}
