extension Interview {
    /// What time itself decides: whoever holds the interview proposes it, and a second time does no harm.
    public func due(at now: Timestamp) -> [Event] {
        guard phase == .underWay, let current else { return [] }
        if !isClosed, clock?.closing(at: now) == 0 {
            return [.answersClosed(Event.AnswersClosed(question: current))]
        }
        guard rules?.progression == .deadline, isClosed else { return [] }
        guard isShown(current) else {
            return isWaitingForLatecomers
                ? [] : [.boardRevealed(Event.BoardRevealed(question: current))]
        }
        return untilNext(at: now) == 0 ? moveOn(from: current) : []
    }

    /// What time decides for somebody with a clock of one's own.
    public func due(of seat: SeatID, at now: Timestamp) -> [Event] {
        guard phase == .underWay, let own = seats[seat]?.own, let current = own.current, !own.isClosed,
            own.clock?.closing(at: now) == 0
        else { return [] }
        return [.answersClosed(Event.AnswersClosed(question: current, for: seat))]
    }

    /// When time decides something next, in milliseconds from now; `nil` where it does not.
    public func untilDue(at now: Timestamp) -> Int64? {
        guard phase == .underWay, let current else { return nil }
        if !isClosed { return clock?.closing(at: now) }
        guard rules?.progression == .deadline else { return nil }
        if isShown(current) { return untilNext(at: now) }
        return isWaitingForLatecomers ? nil : 0
    }

    public func untilDue(of seat: SeatID, at now: Timestamp) -> Int64? {
        guard phase == .underWay, let own = seats[seat]?.own, !own.isClosed else { return nil }
        return own.clock?.closing(at: now)
    }

    /// Closes the answers because all who count have answered, where the room goes by that.
    public func completed() -> Event? {
        guard let rules, rules.advances || rules.progression == .deadline, !movesAlone, let current, !isClosed
        else { return nil }
        return .answersClosed(Event.AnswersClosed(question: current, isComplete: true))
    }

    /// Whether somebody who came in time still has time for the question at hand, and has not used it.
    private var isWaitingForLatecomers: Bool {
        guard let current = room.progress.current else { return false }
        return seats.contains { state in
            guard state.isCandidate, let own = state.own, own.current == current else { return false }
            return !own.isClosed && own.clock != nil && state.responses[current]?.attempts ?? 0 == 0
        }
    }

    private func untilNext(at now: Timestamp) -> Int64 {
        guard let rules, let shownAt = room.shownAt else { return 0 }
        return max(0, shownAt.milliseconds + Int64(rules.reviewSeconds) * 1000 - now.milliseconds)
    }
}
