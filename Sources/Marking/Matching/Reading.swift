/// How far an answer says one way of saying a point.
struct Reading {
    var alternative: Int
    /// The window of the answer that says it best.
    var window: Int32
    var strength: Double
    /// The same of what is said and not denied.
    var assertedStrength: Double
    var isContradicted: Bool

    func verdict(isMisconception: Bool) -> Verdict {
        if isMisconception { return assertedStrength >= Tuning.held && !isContradicted ? .held : .avoided }
        if isContradicted { return strength >= Tuning.hit ? .contradicted : .missed }
        if strength < Tuning.partial { return .missed }
        return strength >= Tuning.hit ? .hit : .partial
    }

    /// An uncontradicted hit is the better reading of an answer, then the stronger one.
    func isBetter(than other: Reading?) -> Bool {
        guard let other else { return true }
        let isHit = strength >= Tuning.hit && !isContradicted
        let otherIsHit = other.strength >= Tuning.hit && !other.isContradicted
        return isHit != otherIsHit ? isHit : strength > other.strength
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

    var isNothing: Bool { right == 0 && wrong == 0 }

    @inline(__always)
    mutating func add(_ posting: Compiled.Posting, asserted: Float, denied: Float, isNews: Bool) {
        let good = posting.isContrast ? max(asserted, denied) : posting.isDenied ? denied : asserted
        let bad = posting.isContrast ? 0 : posting.isDenied ? asserted : denied
        right += posting.weight * good
        if bad > good { wrong += posting.weight * (bad - good) }
        if posting.isStrict, max(good, bad) > 0.5 { strict += 1 }
        if isNews, max(good, bad) > 0 { hasNews = true }
    }
}
