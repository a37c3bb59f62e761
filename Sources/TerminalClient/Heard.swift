import Wire

/// How far a seat has heard: in the lane of everyone, and in its own. A question that is being spoken is told when it is
/// said, so what is for this seat alone may come before it and have a later number.
struct Heard: Hashable, Sendable {
    private var everyone = 0
    private var own = 0
    /// Where no lanes are named, all that there is concerns this seat.
    private var areNamed = false

    /// After which number to ask again, so that nothing is missing in either lane.
    var both: Int { min(everyone, own) }

    /// - Returns: `false` where it was heard before.
    mutating func note(_ seq: Int, _ stamp: StampedMessage.Stamp?) -> Bool {
        let isOwn = stamp?.lane == .own
        guard seq > (isOwn ? own : everyone) else { return false }
        areNamed = areNamed || isOwn || stamp?.before != nil
        if isOwn || !areNamed { own = seq }
        if !isOwn { everyone = seq }
        return true
    }

    /// Nothing up to there is missing.
    mutating func note(upTo seq: Int) {
        everyone = max(everyone, seq)
        own = max(own, seq)
    }
}
