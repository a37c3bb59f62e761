import Interviews

extension Hub {
    /// Asks to be woken when the time is up, where there is a limit.
    mutating func watchClock(of id: InterviewID) {
        guard let interview = held[id]?.committed, !interview.isClosed,
            case .asking = interview.phase, let closing = interview.clock?.closing(at: now)
        else { return }
        effects.append(.wake(.close(id), after: .milliseconds(closing)))
    }

    /// Proposes to the log that the time is up, if it still is: it may have been extended or stopped meanwhile,
    /// and somebody else may have been faster.
    mutating func closeIfTimeIsUp(_ id: InterviewID) {
        guard let interview = held[id], interview.isReady else { return }
        guard let event = interview.projected.closing(at: now) else { return }
        commit([event], for: nil, in: id)
    }
}
