/// The numbers that the rules share. They were chosen once for all kinds of questions and answers.
enum Tuning {
    /// What is left of the weight of a word that the question already says.
    static let questionShare: Float = 0.4
    /// The same in predictions.
    static let looseQuestionShare: Float = 0.3
    /// A misconception is not held by a single word that weighs less than this.
    static let tellingWeight: Float = 1.5
    /// What is left of a point of which only the question's words were said.
    static let echoShare: Float = 0.3
    /// The strengths from which on a point is hit and said in part. A part counts by what it is above the floor.
    static let hit = 0.66
    static let partial = 0.48
    static let floor = 0.4
    /// A misconception must be said more fully to be held than a point to be hit.
    static let held = 0.84
    /// The share of what was found of a point that must be denied to contradict it: of two words one will do.
    static func denied(words: Float) -> Float { words < 2.5 ? 0.36 : 0.5 }
    /// How much of what is denied, where that is less, is not said.
    static let doubt: Float = 0.75
    /// The share of what is enough for a hit that the best sentence must say by itself.
    ///
    /// Of a few words nearly all, of many a half: long phrases are told over several sentences.
    static func nearness(words: Float) -> Float {
        let share = min(max((words - 3) / 5, 0), 1)
        return nearnessShort + share * (nearnessLong - nearnessShort)
    }
    private static let nearnessShort: Float = 1.0
    private static let nearnessLong: Float = 0.5
    /// How much a word must weigh to say that such a term is meant as the point means it.
    static let backingWeight: Float = 1.4
    /// Full coverage minus this is the most that can be had without a required point.
    static let requiredGap = 0.2
    /// What a misconception of weight 1 that is held takes from the coverage, as a share.
    static let heldShare = 0.2
    /// The most that a bare list of key words can reach.
    static let listCeiling = 0.5

    /// The share of its words by which a way of saying a point is said, given how many words it has.
    ///
    /// One or two words must be said whole, and of three hardly one may be missing, because three words meet by chance;
    /// of seven or more a half will do.
    static func threshold(words: Float) -> Float {
        let steps: [Float] = [0.95, 0.95, 0.786, 0.72, 0.6, 0.573, 0.546, 0.5, 0.5, 0.5, 0.5]
        let at = min(max(words, 1), 9.99)
        let below = Int(at)
        return steps[below] + (steps[below + 1] - steps[below]) * (at - Float(below))
    }

    /// How much the best sentence counts beside the whole answer: a short phrase must be said in one place.
    static func locality(words: Float) -> Float {
        words <= 3 ? 0.9 : words >= 8 ? 0.5 : 0.9 - 0.08 * (words - 3)
    }
}
