/// How well a key point was said: what FSRS calls a grade, with its numbers.
public enum Rating: Int, Hashable, Sendable, CaseIterable {
    /// It was missed, or contradicted.
    case again = 1
    /// It was said in part, or only after a hint.
    case hard
    case good
    case easy

    /// How much of the key point was said, 0...1.
    public var share: Double {
        switch self {
        case .again: 0
        case .hard: 0.5
        case .good, .easy: 1
        }
    }
}
