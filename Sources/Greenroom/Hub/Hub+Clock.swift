import Interviews

extension Hub {
    /// Asks to be woken when time decides something, once for each moment.
    mutating func watchClock(of id: InterviewID) {
        guard let interview = held[id], let wait = interview.confirmed.untilDue(at: now) else { return }
        let moment = Timestamp(milliseconds: now.milliseconds + wait)
        if let watched = interview.watched, watched.milliseconds > now.milliseconds,
            watched.milliseconds <= moment.milliseconds
        {
            return
        }
        held[id]?.watched = moment
        effects.append(.wake(.close(id), after: .milliseconds(wait)))
    }

    /// The same for a seat with a clock of its own.
    mutating func watchClock(of id: InterviewID, seat: SeatID) {
        guard let wait = held[id]?.confirmed.untilDue(of: seat, at: now) else { return }
        let moment = Timestamp(milliseconds: now.milliseconds + wait)
        if let watched = held[id]?.watchedSeats[seat], watched.milliseconds > now.milliseconds,
            watched.milliseconds <= moment.milliseconds
        {
            return
        }
        held[id]?.watchedSeats[seat] = moment
        effects.append(.wake(.closeSeat(id, seat), after: .milliseconds(wait)))
    }

    /// Proposes to the log what time decides, if it still does: it may have been extended or stopped meanwhile, and
    /// somebody else may have been faster.
    mutating func closeIfTimeIsUp(_ id: InterviewID) {
        guard let interview = held[id], interview.isReady, !interview.isProposing else { return }
        held[id]?.watched = nil
        let events = interview.confirmed.due(at: now)
        guard !events.isEmpty else { return watchClock(of: id) }
        held[id]?.isProposing = true
        commit(events, for: nil, in: id)
    }

    mutating func closeIfTimeIsUp(_ id: InterviewID, for seat: SeatID) {
        guard held[id]?.isReady == true else { return }
        held[id]?.watchedSeats[seat] = nil
        guard let events = held[id]?.confirmed.due(of: seat, at: now), !events.isEmpty else {
            return watchClock(of: id, seat: seat)
        }
        commit(events, for: nil, in: id)
    }
}
