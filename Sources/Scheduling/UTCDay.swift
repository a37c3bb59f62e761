/// A calendar day in UTC. Schedules count in days: a review in the evening and one on the next morning are a
/// day apart, and whatever falls due during a day is due all day. (py-fsrs counts periods of 24 hours instead:
/// whoever practised every day a little earlier would for ever be reviewing on the same day, and gain nothing.)
struct UTCDay: Hashable, Comparable {
    private static let milliseconds: Int64 = 86_400_000

    /// Days since 1970-01-01.
    var number: Int

    /// The day that a moment, in milliseconds since 1970, belongs to.
    init(at moment: Int64) {
        let (quotient, remainder) = moment.quotientAndRemainder(dividingBy: Self.milliseconds)
        number = Int(remainder < 0 ? quotient - 1 : quotient)
    }

    private init(number: Int) {
        self.number = number
    }

    /// The day's first moment, in milliseconds since 1970.
    var start: Int64 { Int64(number) * Self.milliseconds }

    func days(since earlier: UTCDay) -> Int { number - earlier.number }

    static func + (day: UTCDay, days: Int) -> UTCDay { UTCDay(number: day.number + days) }

    static func < (a: UTCDay, b: UTCDay) -> Bool { a.number < b.number }
}
