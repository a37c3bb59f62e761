import Glibc

/// The Free Spaced Repetition Scheduler, version 6 (FSRS-6): predicts when a key point will be forgotten.
///
/// The formulas and the default weights are those of open-spaced-repetition, "The Algorithm", section FSRS-6,
/// <https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm>, with the bounds of its reference
/// implementation, py-fsrs 6.3.2 (<https://pypi.org/project/fsrs/6.3.2/>). Intervals are not fuzzed: the same
/// reviews always give the same schedule. There are no learning steps: the shortest interval is a day.
public struct FSRS: Hashable, Sendable {
    /// The published defaults, `w[0]` to `w[20]`.
    public static let defaultWeights = [
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614,
        0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
    ]
    /// In days.
    public static let minimumStability = 0.001

    /// `w` in the formulas; 21 of them.
    public let weights: [Double]
    /// The probability of recall at which a key point falls due, above 0 and below 1.
    public let desiredRetention: Double
    /// In days, at least 1.
    public let maximumInterval: Int

    let decay: Double
    let factor: Double

    public init(
        weights: [Double] = defaultWeights, desiredRetention: Double = 0.9, maximumInterval: Int = 36_500
    ) {
        precondition(weights.count == 21, "FSRS-6 has 21 weights")
        precondition(desiredRetention > 0 && desiredRetention < 1, "a retention is between 0 and 1")
        precondition(maximumInterval >= 1, "an interval is at least a day")
        self.weights = weights
        self.desiredRetention = desiredRetention
        self.maximumInterval = maximumInterval
        decay = -weights[20]
        factor = pow(0.9, 1 / decay) - 1
    }

    /// The probability, 0...1, that a key point is recalled so many days after its last review:
    /// `R(t,S) = (1 + factor · t/S) ^ -w20`.
    public func retrievability(of state: MemoryState, afterDays days: Double) -> Double {
        pow(1 + factor * max(0, days) / state.stability, decay)
    }

    /// The whole days until the probability of recall has fallen to ``desiredRetention``, rounded to the
    /// nearest (a half to the even day), from 1 to ``maximumInterval``.
    public func interval(for state: MemoryState) -> Int {
        let days = state.stability / factor * (pow(desiredRetention, 1 / decay) - 1)
        return Int(min(max(days.rounded(.toNearestOrEven), 1), Double(maximumInterval)))
    }
}
