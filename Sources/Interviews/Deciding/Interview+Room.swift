extension Interview {
    /// What concerns the room, whatever is being asked.
    func inRoom(_ command: Command, _ seat: SeatID, _ ref: Reference) throws(Refusal) -> Event {
        switch command {
        case .lock(let isLocked):
            guard self.isLocked != isLocked else { throw .nothingToChange }
            return .roomLocked(Event.RoomLocked(by: seat, ref: ref, isLocked: isLocked))
        case .change(let change):
            guard let state = seats[change.seat] else { throw .notFound }
            let event = Event.SeatChanged(
                seat: change.seat, by: seat, ref: ref, name: change.name, role: change.role,
                standing: change.standing, isMuted: change.isMuted, isTakeOver: change.isTakeOver ? true : nil
            )
            if let refusal = refusal(of: event, for: state) { throw refusal }
            return .seatChanged(event)
        case .say(let text, let to):
            guard rules?.hasChat == true || isHost(seat) else { throw .chatOff }
            guard maySpeak(seat) else { throw .muted }
            guard text.unicodeScalars.contains(where: \.isVisible),
                text.utf16.count <= Self.maximumMessageLength
            else { throw .messageOutOfRange }
            return .said(Event.Said(seat: seat, ref: ref, text: text, to: to))
        case .moderate(let message, let isPinned, let isTakenAway):
            guard room.messages[message] != nil else { throw .notFound }
            guard isPinned != nil || isTakenAway != nil else { throw .nothingToChange }
            return .chatChanged(
                Event.ChatChanged(
                    by: seat, ref: ref, message: message, isPinned: isPinned, isTakenAway: isTakenAway))
        case .answer, .reply, .hint, .dispute, .reveal, .skip, .unskip, .next, .pauseClock, .resumeClock,
            .extendClock, .end, .start, .close, .show, .undo, .plan, .tick, .rule:
            throw .notAllowed
        }
    }

    /// Shows what everybody said; whoever still writes is cut short.
    func show(_ question: Int, _ seat: SeatID, _ ref: Reference) throws(Refusal) -> [Event] {
        guard (0..<askedCount).contains(question), !movesAlone else { throw .notAsked(question: question) }
        guard !isShown(question) else { throw .shown(question: question) }
        let revealed = Event.boardRevealed(Event.BoardRevealed(question: question, by: seat, ref: ref))
        guard current == question, !isClosed else { return [revealed] }
        return [.answersClosed(Event.AnswersClosed(question: question, seat: seat)), revealed]
    }

    func ticked(
        _ question: Int, _ point: String, _ isSaid: Bool, _ seat: SeatID, _ ref: Reference
    ) throws(Refusal) -> Event {
        if let refusal = refusal(toTick: point, of: question, by: seat, isSaid) { throw refusal }
        return .ticked(
            Event.Ticked(seat: seat, ref: ref, question: question, point: point, isSaid: isSaid))
    }

    /// Opens the answers again, or goes back to the question before, as long as nobody has seen or said anything since.
    func undone(_ seat: SeatID, _ ref: Reference) throws(Refusal) -> Event {
        guard let current, !movesAlone else { throw .nothingToChange }
        if isClosed, !isShown(current) {
            return .questionReopened(
                Event.QuestionReopened(question: current, seat: seat, ref: ref, from: current))
        }
        guard current > 0, !isShown(current), !seats.contains(where: { isDealtWith(current, by: $0.id) })
        else { throw .nothingToChange }
        return .questionReopened(
            Event.QuestionReopened(question: current - 1, seat: seat, ref: ref, from: current))
    }

    /// Who comes into the hot seat next: candidates take turns in the order in which they came.
    var nextInHotSeat: SeatID? {
        guard rules?.form == .hotSeat else { return nil }
        // Whoever was in it last may have left.
        let last = answering.flatMap { last in seats.firstIndex { $0.id == last } } ?? -1
        return (seats.dropFirst(last + 1).first(where: \.isCandidate) ?? seats.first(where: \.isCandidate))?
            .id
    }
}
