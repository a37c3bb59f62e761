/// How often something may be done: so many at once, and then so many a second.
public struct Rate: Sendable, Equatable {
    public var burst: Int
    public var perSecond: Int

    public init(burst: Int, perSecond: Int) {
        self.burst = burst
        self.perSecond = perSecond
    }
}

/// A bucket that fills at a rate and that everything that is done takes from.
package struct TokenBucket: Sendable {
    /// Thousand-millionths of a token, so that a fill of a nanosecond is a whole number.
    private var content: UInt64
    private var filledAt: UInt64

    private static let token: UInt64 = 1_000_000_000
    /// A rate beyond that is as good as none, and sums stay far from overflow.
    private static let most = 1_000_000_000

    /// Full.
    package init(_ rate: Rate, at now: UInt64) {
        content = Self.capacity(rate)
        filledAt = now
    }

    private static func capacity(_ rate: Rate) -> UInt64 {
        UInt64(min(max(rate.burst, 1), most)) * token
    }

    /// Takes so many at once, or none if there are not enough.
    package mutating func take(_ count: Int = 1, of rate: Rate, at now: UInt64) -> Bool {
        fill(rate, at: now)
        let wanted = UInt64(min(max(count, 0), Self.most)) * Self.token
        guard wanted <= content else { return false }
        content -= wanted
        return true
    }

    /// Whether it is as if it were new.
    package mutating func isFull(_ rate: Rate, at now: UInt64) -> Bool {
        fill(rate, at: now)
        return content == Self.capacity(rate)
    }

    /// Whole seconds until so many may be taken, at least one.
    package func secondsToWait(_ rate: Rate, for count: Int = 1) -> Int {
        let speed = UInt64(min(max(rate.perSecond, 1), Self.most))
        let wanted = UInt64(min(max(count, 1), Self.most)) * Self.token
        let missing = content >= wanted ? 0 : wanted - content
        return max(1, Int((missing / speed + 999_999_999) / 1_000_000_000))
    }

    private mutating func fill(_ rate: Rate, at now: UInt64) {
        guard now > filledAt else { return }
        // After ten minutes at a token a second nobody asks any more how long it was.
        let time = min(now - filledAt, 600_000_000_000)
        let speed = UInt64(min(max(rate.perSecond, 0), Self.most))
        let (gain, overflow) = time.multipliedReportingOverflow(by: speed)
        filledAt = now
        let capacity = Self.capacity(rate)
        content = overflow ? capacity : min(capacity, content + min(gain, capacity))
    }
}
