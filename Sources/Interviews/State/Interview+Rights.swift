extension Interview {
    /// Whether each candidate moves on alone.
    public var movesAlone: Bool { rules?.progression == .own }

    public func isHost(_ seat: SeatID) -> Bool { seats[seat]?.isHost ?? false }

    /// Whether a seat may move the interview on: hosts; where nobody hosts, its candidate.
    public func runs(_ seat: SeatID) -> Bool {
        rules == nil ? seats[seat]?.isCandidate ?? false : isHost(seat)
    }

    /// Whether a seat may say something in the chat. Hosts can always.
    func maySpeak(_ seat: SeatID) -> Bool {
        guard let rules, let state = seats[seat], state.isPresent else { return false }
        return state.isHost || rules.hasChat && !state.isMuted
    }

    /// Who may ask for what: the rows of the table, whatever the moment.
    func may(_ seat: SeatState, _ command: Command) -> Bool {
        guard seat.isPresent else { return false }
        let isHosted = rules != nil
        switch command {
        case .answer, .reply, .hint, .dispute, .reveal, .unskip:
            return seat.role == .candidate
        case .skip:
            return seat.role == .candidate || seat.isHost && !movesAlone
        case .next:
            return movesAlone || !isHosted ? seat.role == .candidate : seat.isHost
        case .pauseClock, .resumeClock, .extendClock, .end:
            return isHosted ? seat.isHost : seat.role == .candidate
        case .start, .close, .show, .undo, .lock, .rule, .moderate, .plan:
            return isHosted && seat.isHost
        case .tick:
            return isHosted && seat.role != .host
        case .change, .say:
            return isHosted
        }
    }
}
