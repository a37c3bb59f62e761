/// How far an answer says one way of saying a point.
struct Reading {
    var alternative: Int
    /// The window of the answer that says it best.
    var window: Int32
    var strength: Double
    /// The same of what is said and not denied.
    var assertedStrength: Double
    /// Most of what was found is said in the negative.
    var isDenied: Bool
    /// A small part of it is.
    var isDoubtful: Bool
    /// It is denied, and all that the point needs stands in that one place.
    var isContradicted: Bool

    func verdict(isMisconception: Bool) -> Verdict {
        if isMisconception { return assertedStrength >= Tuning.held && !isDenied ? .held : .avoided }
        if isDenied { return isContradicted && strength >= Tuning.hit ? .contradicted : .missed }
        if strength < Tuning.partial { return .missed }
        return strength >= Tuning.hit ? .hit : .partial
    }

    /// A hit without a doubt is the best reading of an answer, then a doubtful one or a contradiction, whichever is
    /// stronger, then the stronger one.
    func isBetter(than other: Reading?) -> Bool {
        guard let other else { return true }
        return rank != other.rank ? rank > other.rank : strength > other.strength
    }

    private var rank: Int {
        guard strength >= Tuning.hit else { return 0 }
        if isDenied { return isContradicted ? 1 : 0 }
        return isDoubtful ? 1 : 2
    }
}

/// What was found of a way of saying a point, by weight.
struct Found {
    var right: Float = 0
    /// Denied where the point asserts, or asserted where the point denies.
    var wrong: Float = 0
    var hasNews = false
    /// How many of its numbers, symbols and units were found.
    var strict: Int32 = 0
    var hasRefusal = false
    /// What is asserted of that which the point denies.
    var turned: Float = 0
    /// What is to be avoided, which says it either way.
    var both: Float = 0
    /// A number is said in the other polarity: `non-zero` for zero.
    var hasWrongNumber = false

    @inline(__always)
    var isNothing: Bool { right == 0 && wrong == 0 }
    @inline(__always)
    var told: Float { right + 0.5 * wrong }

    @inline(__always)
    mutating func add(
        _ posting: Compiled.Posting, asserted: Float, denied: Float, isAvoided: Bool = false, isNews: Bool
    ) {
        if isAvoided {
            right += posting.weight * max(asserted, denied)
            both += posting.weight * max(asserted, denied)
            if isNews { hasNews = true }
            return
        }
        let good = posting.isContrast ? max(asserted, denied) : posting.isDenied ? denied : asserted
        let bad = posting.isContrast ? 0 : posting.isDenied ? asserted : denied
        right += posting.weight * good
        if bad > good { wrong += posting.weight * (bad - good) }
        if posting.isDenied { turned += posting.weight * max(0, asserted - denied) }
        if posting.isNumber, bad > good { hasWrongNumber = true }
        if posting.isStrict, max(good, bad) > 0.5 { strict += 1 }
        if posting.isRefusing, max(good, bad) > 0 { hasRefusal = true }
        if isNews, max(good, bad) > 0 { hasNews = true }
    }

    /// Takes back what ``add(_:asserted:denied:isNews:)`` has added of a word without number or refusal.
    mutating func take(_ posting: Compiled.Posting, asserted: Float, denied: Float) {
        let good = posting.isContrast ? max(asserted, denied) : posting.isDenied ? denied : asserted
        let bad = posting.isContrast ? 0 : posting.isDenied ? asserted : denied
        right -= posting.weight * good
        if bad > good { wrong -= posting.weight * (bad - good) }
        if posting.isDenied { turned -= posting.weight * max(0, asserted - denied) }
    }
}
