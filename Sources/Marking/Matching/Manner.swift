/// How an answer is written, apart from what it says.
struct Manner {
    private(set) var words = 0
    private(set) var functionWords = 0
    private(set) var clauses = 0
    private var sentences = 0
    /// The different function words, and content words in rows of six and more without one.
    private var glueTypes = 0
    private var rowWords = 0
    /// Words that make sentences of terms: articles, pronouns, auxiliary verbs.
    private var glue = 0
    private(set) var hasNegator = false
    /// Articles and prepositions, and those with a neighbour that no English sentence puts there.
    private(set) var joints = 0
    private(set) var brokenJoints = 0
    private(set) var foreignWords = 0
    private(set) var otherScriptWords = 0
    /// "I don't know", "no idea".
    private(set) var disclaims = false
    /// Signs that prose does not have: braces, equals signs.
    private let codeSigns: Int
    private let length: Int

    init(_ tokens: Tokens, _ answer: String, _ language: Language = .english) {
        length = answer.utf8.count
        codeSigns = tokens.codeSigns
        var before: WordClass = []
        var row = 0
        // A mark for each function word seen, as far as 64 of them are told apart.
        var seen: UInt64 = 0
        var (clause, sentence): (Int32, Int32) = (-1, -1)
        for index in tokens.list.indices {
            let token = tokens.list[index]
            if token.clause != clause, token.kind != .joined { clauses += 1 }
            if token.sentence != sentence, token.kind != .joined { sentences += 1 }
            (clause, sentence) = (token.clause, token.sentence)
            if token.kind == .joined { continue }
            words += 1
            if token.wordClass.contains(.stop) {
                functionWords += 1
                seen |= 1 << ((token.word &* 0x9E37_79B9_7F4A_7C15) >> 58)
                row = 0
            } else {
                row += 1
                if row >= 6 { rowWords += row == 6 ? 6 : 1 }
            }
            if token.wordClass.contains(.negator) { hasNegator = true }
            if !token.wordClass.isDisjoint(with: [.determiner, .pronoun, .auxiliary]) { glue += 1 }
            if token.isOtherScript { otherScriptWords += 1 }
            if token.wordClass.contains(.foreign) { foreignWords += 1 }
            if token.wordClass.disclaims(after: before) { disclaims = true }
            if language == .english, !token.wordClass.isDisjoint(with: [.article, .preposition]) {
                joint(token, index + 1 < tokens.list.count ? tokens.list[index + 1] : nil)
            }
            before = token.wordClass
        }
        glueTypes = seen.nonzeroBitCount
    }

    private mutating func joint(_ token: Token, _ next: Token?) {
        let isArticle = token.wordClass.contains(.article)
        guard isArticle || token.wordClass.contains(.preposition), !token.isInChain else { return }
        joints += 1
        guard let next, next.clause == token.clause else {
            if isArticle { brokenJoints += 1 }
            return
        }
        let never: WordClass =
            isArticle
            ? [.article, .preposition, .auxiliary, .conjunction, .pronoun] : [.finite, .conjunction]
        if !next.wordClass.isDisjoint(with: never), !next.isInChain { brokenJoints += 1 }
    }

    /// Words in no order: every fifth article or preposition stands where none can.
    var isShuffled: Bool { brokenJoints >= 3 && brokenJoints * 5 >= joints }

    /// Terms in a row instead of sentences: hardly a word to hold them together, or short pieces that hold little but
    /// the words of the rubric. Code is not meant.
    func isList(rubricWords: Int, contentWords: Int) -> Bool {
        guard words >= 6, codeSigns * 40 < length else { return false }
        if words >= 20, rubricWords * 10 >= contentWords * 9 {
            // Strung in a row, or each held to the next by the same word.
            if rowWords * 2 >= words || glueTypes * glueTypes * 3 < words * 2 { return true }
        }
        if glue * 30 < words && functionWords * 8 < words { return true }
        return clauses > 2 && glue * 12 < words && (functionWords * 4 < words || sentences < 3)
            && words <= clauses * 4
            && rubricWords * 20 >= contentWords * 17
    }

    var isForeign: Bool {
        words >= 3 && (otherScriptWords * 2 > words || foreignWords >= 3 && foreignWords > functionWords)
    }
}
