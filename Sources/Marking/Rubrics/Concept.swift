/// Something a rubric speaks of, one content word of it as a rule, and the words of an answer that stand for it.
struct Concept {
    /// As the rubric writes it.
    var text: String
    var key: UInt64
    /// Until the rubric is compiled.
    var letters: [UInt8]
    var weight: Float
    var kind: Token.Kind
    var isInQuestion: Bool

    /// The more common a word is, the less it tells. A word of the question tells little in an answer to it.
    static func weight(of token: Token, isInQuestion: Bool, isLoose: Bool) -> Float {
        let zipf =
            switch token.kind {
            case .number: 4.5
            case .word where token.wordClass.contains(.everyday): 5.5
            case .word where token.key < 1 << 63, .acronym where token.key < 1 << 63:
                WordTable.zipf(token.key)
            // A single letter names a thing of the question as a rule: bulb B.
            case .symbol where isLoose && token.length == 1: 5.0
            default: 2.0
            }
        let weight = Float(max(0.05, 7.5 - zipf).squareRoot())
        return isInQuestion
            ? weight * (isLoose ? Tuning.looseQuestionShare : Tuning.questionShare) : weight
    }
}
