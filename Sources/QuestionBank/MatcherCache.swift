public import Marking

/// Compiled questions, so that marking an answer costs no more than matching it.
///
/// Two generations: what was not asked for while a whole generation came and went is dropped.
public struct MatcherCache: Sendable {
    /// How many make a generation. A compiled question takes some 50 KiB.
    private static let generation = 256

    /// A question by all that its marks depend on. Only its name is hashed: where the name is the same the rest
    /// mostly is too, in the same memory, which is compared in no time.
    private struct Key: Hashable {
        var id: String
        var rubric: Rubric

        func hash(into hasher: inout Hasher) {
            hasher.combine(id)
        }
    }

    private var young: [Key: Matcher] = [:]
    private var old: [Key: Matcher] = [:]

    public init() {}

    public mutating func matcher(for question: Question) -> Matcher {
        let key = Key(id: question.id, rubric: question.rubric)
        if let matcher = young[key] { return matcher }
        let matcher = old[key] ?? Matcher(key.rubric)
        if young.count >= Self.generation { (old, young) = (young, [:]) }
        young[key] = matcher
        return matcher
    }
}
