import Scheduling
import Testing

/// A scheduler with the reference implementation's account of reviews under it.
struct ReferenceCase: CustomTestStringConvertible {
    struct Step {
        let rating: Rating
        let days: Int
        let retrievability: Double
        let memory: MemoryState
        let interval: Int
    }

    let testDescription: String
    let scheduler: FSRS
    /// One list for each key point.
    let reviews: [[Step]]

    private init(_ description: String, _ scheduler: FSRS, _ table: String) {
        testDescription = description
        self.scheduler = scheduler
        reviews = table.split(separator: "\n", omittingEmptySubsequences: false)
            .split(separator: "").map { $0.compactMap(Step.init) }
    }

    static let standard = ReferenceCase("standard", FSRS(), ReferenceVectors.standard)

    static let all = [
        standard,
        ReferenceCase("other", FSRS(weights: ReferenceVectors.otherWeights), ReferenceVectors.other),
        ReferenceCase("eager", FSRS(desiredRetention: 0.95), ReferenceVectors.eager),
        ReferenceCase(
            "bounded",
            FSRS(weights: ReferenceVectors.otherWeights, desiredRetention: 0.8, maximumInterval: 100),
            ReferenceVectors.bounded),
    ]
}

extension ReferenceCase.Step {
    fileprivate init?(_ line: Substring) {
        let fields = line.split(separator: " ")
        guard fields.count == 6, let rating = Int(fields[0]).flatMap(Rating.init), let days = Int(fields[1]),
            let retrievability = Double(fields[2]), let stability = Double(fields[3]),
            let difficulty = Double(fields[4]), let interval = Int(fields[5])
        else { return nil }
        self.rating = rating
        self.days = days
        self.retrievability = retrievability
        self.memory = MemoryState(stability: stability, difficulty: difficulty)
        self.interval = interval
    }
}

/// Whether two numbers are the same but for the last digits.
func near(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= 1e-12 * max(abs(a), abs(b))
}
