/// How firmly somebody holds a key point in memory.
public struct MemoryState: Hashable, Sendable {
    /// The days after which the key point is recalled with a probability of .9; at least
    /// ``FSRS/minimumStability``.
    public var stability: Double
    /// 1 (easy) to 10 (hard): how slowly the stability grows.
    public var difficulty: Double

    public init(stability: Double, difficulty: Double) {
        self.stability = stability
        self.difficulty = difficulty
    }
}
