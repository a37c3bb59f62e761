/// By what rule a word of an answer stands for a concept.
enum Rule: UInt8 {
    case same, typo, derived, synonym, joined, acronym, term, direction, amount
    /// Only in predictions: a word of much the same sense, and one of much the same letters.
    case nearSynonym, resembling
    /// Stands for the contrary of the concept.
    case antonym

    var strength: Float {
        switch self {
        case .same, .joined, .acronym, .term, .amount: 1
        case .typo, .direction: 0.96
        case .derived, .antonym: 0.9
        case .synonym: 0.6
        case .resembling: 0.45
        case .nearSynonym: 0.3
        }
    }

    static let ownWords = "said in the words of the key point"
    static let phrasing = "said in other words that count"
    /// Of a sentence that has a point's words and yet hardly says it.
    static func misstating(_ statement: String) -> String {
        ", in a sentence that is nearer to `\(statement)`"
    }

    /// The rule in words for the candidate.
    func sentence(_ said: String, for meant: String) -> String {
        switch self {
        case .same: Self.ownWords
        case .direction: "goes the same way as `\(meant)`"
        case .typo: "`\(said)` accepted as `\(meant)`"
        case .derived: "derived from the same word as `\(meant)`"
        case .synonym: "said as a synonym of `\(meant)`"
        case .nearSynonym: "much the same sense as `\(meant)`"
        case .joined: "another spelling of `\(meant)`"
        case .acronym: "`\(said)` stands for `\(meant)`"
        case .amount: "the same amount as `\(meant)`"
        case .term: "another name of `\(meant)`"
        case .resembling: "much the same letters as `\(meant)`"
        case .antonym: "the opposite of `\(meant)`"
        }
    }
}

extension Rule {
    init(_ link: WordTable.Link) {
        self =
            switch link {
            case .derivation: .derived
            case .synonym: .synonym
            case .nearSynonym: .nearSynonym
            case .antonym: .antonym
            }
    }
}
