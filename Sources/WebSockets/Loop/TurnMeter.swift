/// Measures how long the loop's turns take: while one lasts everybody else waits.
struct TurnMeter {
    private var began: UInt64?
    private(set) var turns: UInt64 = 0
    private(set) var busy: UInt64 = 0
    private var longest = (now: UInt64(0), before: UInt64(0))
    private var windowEnd: UInt64 = 0

    private static let window: UInt64 = 10_000_000_000

    /// Something has woken the loop.
    mutating func turnBegins(at now: UInt64) { began = now }

    /// It is about to wait again.
    mutating func turnEnds(at now: UInt64) {
        turns += 1
        guard let began else { return }
        self.began = nil
        let length = now > began ? now - began : 0
        busy += length
        if now >= windowEnd {
            // After a long rest what was long ago is not the window before.
            longest = (0, now < windowEnd + Self.window ? longest.now : 0)
            windowEnd = now + Self.window
        }
        longest.now = max(longest.now, length)
    }

    var longestTurn: UInt64 { max(longest.now, longest.before) }
}
