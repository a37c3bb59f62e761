/// How long something took, how often: counts by upper bounds, from a tenth of a millisecond to ten seconds.
public struct DurationHistogram: Hashable, Sendable {
    /// In seconds; what took longer is counted in ``count`` alone.
    public static let bounds = [
        0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10,
    ]

    /// How many took at most as long as the bound of the same index, and longer than the one before.
    public private(set) var counts = [Int](repeating: 0, count: bounds.count)
    public private(set) var count = 0
    /// Of all, in seconds.
    public private(set) var sum = 0.0

    public init() {}

    public mutating func record(_ duration: Duration) {
        let seconds = duration / .seconds(1)
        count += 1
        sum += seconds
        if let index = Self.bounds.firstIndex(where: { seconds <= $0 }) { counts[index] += 1 }
    }
}
