import Interviews

/// The time of day without its jumps. Deadlines are kept by it, and events get their times from it.
///
/// It begins with the wall's clock and goes on by the steady one. Where somebody sets the wall's clock, it follows that
/// so slowly that nobody's time is up sooner or later: 18 seconds an hour. Whoever sets a clock that was far out starts
/// the server anew.
struct SteadyClock {
    /// How much of the time that passes is used to catch up: one part in 200.
    static let slowness: Int64 = 200

    private var last: (steady: Int64, reading: Int64)?
    /// Time that passed and was not used to catch up yet, in milliseconds.
    private var unused: Int64 = 0

    mutating func reading(at moment: Moment) -> Timestamp {
        guard let last else {
            self.last = (moment.steady, moment.wall.milliseconds)
            return moment.wall
        }
        let passed = max(0, moment.steady - last.steady)
        let steady = last.reading + passed
        let ahead = moment.wall.milliseconds - steady
        unused = ahead == 0 ? 0 : unused + passed
        let most = unused / Self.slowness
        let step = min(max(ahead, -most), most)
        unused -= abs(step) * Self.slowness
        // Going back as well, at a two-hundredth: time itself never does.
        let reading = max(last.reading, steady + step)
        self.last = (max(moment.steady, last.steady), reading)
        return Timestamp(milliseconds: reading)
    }
}
