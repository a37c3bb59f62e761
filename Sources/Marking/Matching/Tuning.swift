/// The numbers that the rules share. They were chosen once for all kinds of questions and answers.
enum Tuning {
    /// What is left of the weight of a word that the question already says.
    static let questionShare: Float = 0.4
    /// The same in predictions.
    static let looseQuestionShare: Float = 0.3
    /// What is left of a point of which only the question's words were said.
    static let echoShare: Float = 0.3
    /// The strengths from which on a point is hit and said in part. A part counts by what it is above the floor.
    static let hit = 0.66
    static let partial = 0.48
    static let floor = 0.4
    /// A misconception must be said more fully to be held than a point to be hit.
    static let held = 0.8
    /// The share of what was found of a point that must be denied to contradict it.
    static let denied: Float = 0.33
    /// Full coverage minus this is the most that can be had without a required point.
    static let requiredGap = 0.2
    /// What a misconception of weight 1 that is held takes from the coverage, as a share.
    static let heldShare = 0.2
    /// The most that a bare list of key words can reach.
    static let listCeiling = 0.5

    /// The share of its words by which a way of saying a point is said, given how many words it has.
    ///
    /// One or two words must be said whole, of eight or more a half will do. `e^(-n/2.2)`, tabulated.
    static func threshold(words: Float) -> Float {
        let steps: [Float] = [0.95, 0.95, 0.786, 0.681, 0.615, 0.573, 0.546, 0.529, 0.519, 0.512, 0.5]
        let at = min(max(words, 1), 9.99)
        let below = Int(at)
        return steps[below] + (steps[below + 1] - steps[below]) * (at - Float(below))
    }

    /// How much the best sentence counts beside the whole answer: a short phrase must be said in one place.
    static func locality(words: Float) -> Float {
        words <= 3 ? 0.9 : words >= 8 ? 0.5 : 0.9 - 0.08 * (words - 3)
    }
}
