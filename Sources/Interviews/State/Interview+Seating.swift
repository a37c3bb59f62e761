import QuestionBank

extension Interview {
    mutating func seat(_ seat: Seat, at now: Timestamp) -> Bool {
        guard !room.isLocked || seat.role == .host, seats.count < Self.maximumSeats, seats.take(seat) else {
            return false
        }
        guard rules != nil, phase == .underWay, seat.role == .candidate else { return true }
        giveOwnClock(to: seat.id, at: now)
        return true
    }

    /// Whoever comes late to a question has the same time for it as everybody had. Where each moves on alone one
    /// begins with the first.
    private mutating func giveOwnClock(to seat: SeatID, at now: Timestamp) {
        guard let current = room.progress.current else { return }
        let (settings, isAlone) = (settings, movesAlone)
        guard isAlone || settings?.limit?.per == .question && !room.progress.isClosed else { return }
        let question = isAlone ? 0 : current
        var own = room.progress
        if isAlone { own.asked = 1 }
        own.begin(question, prompt: questions[question].prompt, settings, at: now)
        if isPaused, !isAlone { _ = own.pause(at: now) }
        seats.update(seat) { $0.own = own }
    }

    /// Counts where it changes something, whoever asked may, and a host remains.
    mutating func change(_ changed: Event.SeatChanged) -> Bool {
        guard let state = seats[changed.seat], refusal(of: changed, for: state) == nil else { return false }
        if let name = changed.name { seats.rename(changed.seat, name) }
        seats.update(changed.seat) { state in
            if let role = changed.role {
                state.seat.role = role
                if role != .candidate { state.own = nil }
            }
            if let standing = changed.standing {
                state.standing = standing
                // Whoever is sent away hosts no more, should they come back.
                if standing != .present, state.role == .host { state.seat.role = .candidate }
            }
            if let isMuted = changed.isMuted { state.isMuted = isMuted }
        }
        return true
    }

    func refusal(of changed: Event.SeatChanged, for state: SeatState) -> Refusal? {
        // Whoever was sent away asks for nothing but to come back.
        let comesBack =
            changed.by == changed.seat && state.standing == .removed && changed.standing == .present
            && changed.name == nil && changed.role == nil && changed.isMuted == nil
        guard !state.isErased, let asker = seats[changed.by], asker.isPresent || comesBack, rules != nil
        else {
            return .notAllowed
        }
        let takesOver =
            changed.isTakeOver == true && changed.by == changed.seat && state.role == .candidate
            && changed.role == .host && changed.standing == nil && changed.isMuted == nil
        if !asker.isHost, !takesOver {
            let isOwn = changed.by == changed.seat && changed.isMuted == nil
            let stays = changed.standing == nil || changed.standing == .present
            guard isOwn, stays, changed.role != .host else { return .notAllowed }
        }
        let staysHost =
            (changed.role ?? state.role) == .host && (changed.standing ?? state.standing) == .present
        if state.isHost, !staysHost, seats.hosts.count == 1 { return .lastHost }
        let changes =
            changed.name.map { $0 != state.name } ?? false || changed.role.map { $0 != state.role } ?? false
            || changed.standing.map { $0 != state.standing } ?? false
            || changed.isMuted.map { $0 != state.isMuted } ?? false
        return changes ? nil : .nothingToChange
    }
}
