/// Something a rubric speaks of, one content word of it as a rule, and the words of an answer that stand for it.
struct Concept {
    /// As the rubric writes it.
    var text: String
    var key: UInt64
    var kind: Token.Kind
    var letters: [UInt8]
    var isInQuestion: Bool
    var weight: Float

    /// The more common a word is, the less it tells. A word of the question tells little in an answer to it.
    static func weight(of token: Token, isInQuestion: Bool) -> Float {
        let zipf =
            switch token.kind {
            case .number: 4.5
            case .word where token.key < 1 << 63, .acronym where token.key < 1 << 63:
                WordTable.zipf(token.key)
            default: 2.0
            }
        let weight = Float(max(0.05, 7.5 - zipf).squareRoot())
        return isInQuestion ? weight * Tuning.questionShare : weight
    }
}

/// By what rule a word of an answer stands for a concept.
enum Rule: UInt8 {
    case same, inflected, typo, derived, synonym, joined, acronym

    var strength: Float {
        switch self {
        case .same, .inflected, .joined, .acronym: 1
        case .typo, .derived: 0.9
        case .synonym: 0.5
        }
    }

    func sentence(_ said: Substring, for meant: String) -> String {
        switch self {
        case .same: "said as in the key point"
        case .inflected: "a form of `\(meant)`"
        case .typo: "`\(said)` accepted as `\(meant)`"
        case .derived: "derived from the same word as `\(meant)`"
        case .synonym: "said as a synonym of `\(meant)`"
        case .joined: "another spelling of `\(meant)`"
        case .acronym: "short for `\(meant)`"
        }
    }
}

/// The numbers that the rules share. They were chosen once for all kinds of questions and answers.
enum Tuning {
    /// What is left of the weight of a word that the question already says.
    static let questionShare: Float = 0.4
    /// What is left of a point of which only the question's words were said.
    static let echoShare: Float = 0.5
    /// How much the best single sentence counts beside the whole answer.
    static let sentenceShare: Float = 0.3
    /// Turns the share of a point's words into its strength: the first words tell more than the last.
    static let power = 0.6
    static let hit = 0.66
    static let partial = 0.48
    /// To be held, a misconception must be said more fully than a point must be to be hit.
    static let held = 0.8
    /// The strength from which on a point counts at all.
    static let floor = 0.3
    /// The share of what was found of a point that must be denied to contradict it.
    static let denied: Float = 0.4
    /// Full coverage minus this is the most that can be had without a required point.
    static let requiredGap = 0.2
    /// What a misconception of weight 1 that is held takes from the coverage, as a share.
    static let heldShare = 0.2
}
