public import Marking
import Synchronization

/// Compiled questions, so that marking an answer costs no more than matching it: one for all who mark.
///
/// Two generations: what was not asked for while a whole generation came and went is dropped.
public final class Matchers: Sendable {
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

    private struct Generations {
        var young: [Key: Matcher] = [:]
        var old: [Key: Matcher] = [:]

        mutating func keep(_ matcher: Matcher, _ key: Key) {
            if young.count >= Matchers.generation { (old, young) = (young, [:]) }
            young[key] = matcher
        }

        mutating func matcher(_ key: Key) -> Matcher? {
            if let matcher = young[key] { return matcher }
            guard let matcher = old[key] else { return nil }
            keep(matcher, key)
            return matcher
        }
    }

    private let generations = Mutex(Generations())

    public init() {}

    /// Compiles it where it is not known, which takes a millisecond or two; nobody else waits for that.
    public func matcher(for question: Question) -> Matcher {
        let key = Key(id: question.id, rubric: question.rubric)
        if let known = generations.withLock({ $0.matcher(key) }) { return known }
        let matcher = Matcher(key.rubric)
        generations.withLock { $0.keep(matcher, key) }
        return matcher
    }
}
