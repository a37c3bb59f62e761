/// What is left of a time limit.
public struct Clock: Hashable, Sendable {
    public let per: Settings.TimeLimit.Scope
    /// The whole time in milliseconds, with what was added to it.
    private(set) var budget: Int64
    /// What of it passed before ``since``, in milliseconds.
    var used: Int64 = 0
    /// Since when it runs; `nil` while it stands.
    var since: Timestamp?

    /// How much later than told the answers are closed, in milliseconds: what was sent in the last moment is still
    /// on its way.
    public static let grace: Int64 = 3000

    init(per: Settings.TimeLimit.Scope, budget: Int64, since: Timestamp?) {
        (self.per, self.budget, self.since) = (per, budget, since)
    }

    /// Stopped with nothing left.
    var isSpent: Bool { since == nil && used >= budget }

    public var isRunning: Bool { since != nil }

    /// In milliseconds, never negative.
    public func remaining(at now: Timestamp) -> Int64 {
        max(0, budget - used - passed(until: now))
    }

    /// When the answers are closed, in milliseconds from now; `nil` while the clock stands.
    public func closing(at now: Timestamp) -> Int64? {
        since == nil ? nil : max(0, budget - used - passed(until: now) + Self.grace)
    }

    mutating func add(milliseconds: Int64) {
        budget += milliseconds
    }

    mutating func stop(at now: Timestamp) {
        used += passed(until: now)
        since = nil
    }

    mutating func start(at now: Timestamp) {
        if since == nil { since = now }
    }

    /// A wall clock that was set back does not give time back.
    private func passed(until now: Timestamp) -> Int64 {
        since.map { max(0, now.milliseconds - $0.milliseconds) } ?? 0
    }
}
