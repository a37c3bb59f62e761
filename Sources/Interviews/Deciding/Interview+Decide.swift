public import Marking
public import QuestionBank

extension Interview {
    /// Checks a command against the state. Changes nothing; what it returns counts once it is committed, if what
    /// it presumes still holds then.
    ///
    /// - Parameter mark: marks an answer to a question. Called at most once, and only for an answer that is accepted
    ///   or a model answer that is shown.
    public func decide(
        _ command: Command, by seat: SeatID, ref: Reference, marking mark: (Question, String) -> Mark
    ) throws(Refusal) -> Decision {
        guard let state = seats[seat] else { throw .notSeated }
        if let seq = state.requests[ref] { return .repeated(seq: seq) }
        if case .reveal(let question) = command, let seq = state.responses[question]?.revealedBy {
            return .repeated(seq: seq)
        }
        guard may(state, command) else { throw rules == nil ? .notSeated : .notAllowed }
        switch phase {
        case .notOpened: throw .notSeated
        case .lobby: return .commit(try inLobby(command, seat, ref))
        case .underWay: return .commit(try underWay(command, seat, ref, mark))
        case .ended: return .commit(try afterEnd(command, seat, ref, mark))
        }
    }

    private func inLobby(_ command: Command, _ seat: SeatID, _ ref: Reference) throws(Refusal) -> [Event] {
        switch command {
        case .start:
            let level: Difficulty? = opening?.alternatives == nil ? nil : .medium
            return [
                .questionAsked(
                    Event.QuestionAsked(
                        question: 0, level: level, seat: seat, ref: ref, answering: nextInHotSeat))
            ]
        case .end:
            return [.ended(Event.Ended(reason: .left, seat: seat, ref: ref))]
        case .answer(let question, _), .reply(let question, _), .hint(let question), .skip(let question),
            .next(let question), .close(let question), .show(let question), .tick(let question, _, _):
            throw .notAsked(question: question)
        case .reveal(let question): throw .notAnswered(question: question)
        case .unskip(let question): throw .notSkipped(question: question)
        case .dispute, .rule: throw .notDisputable
        case .undo: throw .nothingToChange
        case .pauseClock, .resumeClock, .extendClock: throw .noClock
        case .lock, .change, .say, .moderate: return [try inRoom(command, seat, ref)]
        case .plan(let change): return [try planned(change, seat, ref)]
        }
    }

    private func underWay(
        _ command: Command, _ seat: SeatID, _ ref: Reference, _ mark: (Question, String) -> Mark
    ) throws(Refusal) -> [Event] {
        switch command {
        case .answer(let question, let text):
            try checkAnswerable(question, by: seat)
            let answered = try answered(question, text, replyingTo: nil, seat, ref, mark)
            return events(after: answered)
        case .reply(let question, let text):
            try checkAnswerable(question, by: seat)
            guard let point = response(of: seat, to: question).openProbe else {
                throw .notAnswered(question: question)
            }
            let answered = try answered(question, text, replyingTo: point, seat, ref, mark)
            return events(after: answered)
        case .hint(let question):
            try checkAnswerable(question, by: seat)
            return [.hintTaken(try hint(question, seat, ref))]
        case .dispute(let dispute): return [.disputed(try disputed(dispute, seat, ref))]
        case .reveal(let question): return [try revealed(question, seat, ref, mark)]
        case .skip(let question): return try skipped(question, seat, ref)
        case .unskip(let question): return [try unskipped(question, seat, ref)]
        case .next(let question): return try next(question, seat, ref)
        case .pauseClock, .resumeClock, .extendClock: return [try clockEvent(command, seat, ref)]
        case .end:
            let reason = reasonToEnd(for: seat)
            return [.ended(Event.Ended(reason: reason, seat: seat, ref: ref))]
        case .start: throw .notInLobby
        case .close(let question):
            guard current == question, !movesAlone else { throw .notAsked(question: question) }
            guard !isClosed else { throw .nothingToChange }
            return [.answersClosed(Event.AnswersClosed(question: question, seat: seat, ref: ref))]
        case .show(let question): return try show(question, seat, ref)
        case .tick(let question, let point, let isSaid):
            return [try ticked(question, point, isSaid, seat, ref)]
        case .undo: return [try undone(seat, ref)]
        case .lock, .change, .say, .moderate: return [try inRoom(command, seat, ref)]
        case .rule(let ruled): return try rulings(ruled, seat, ref)
        case .plan(let change): return [try planned(change, seat, ref)]
        }
    }

    private func afterEnd(
        _ command: Command, _ seat: SeatID, _ ref: Reference, _ mark: (Question, String) -> Mark
    ) throws(Refusal) -> [Event] {
        switch command {
        case .dispute(let dispute): return [.disputed(try disputed(dispute, seat, ref))]
        case .reveal(let question): return [try revealed(question, seat, ref, mark)]
        case .change, .say, .moderate: return [try inRoom(command, seat, ref)]
        case .rule(let ruled): return try rulings(ruled, seat, ref)
        case .answer, .reply, .hint, .skip, .unskip, .next, .pauseClock, .resumeClock, .extendClock, .end,
            .start, .close, .show, .undo, .lock, .plan, .tick:
            throw .ended
        }
    }

    private func checkAnswerable(_ question: Int, by seat: SeatID) throws(Refusal) {
        guard current(of: seat) == question else { throw .notAsked(question: question) }
        guard rules != nil else { return }
        guard !isShown(question) else { throw .shown(question: question) }
        guard answering == nil || answering == seat else { throw .notAllowed }
    }

    private func revealed(
        _ question: Int, _ seat: SeatID, _ ref: Reference, _ mark: (Question, String) -> Mark
    ) throws(Refusal) -> Event {
        guard showsModelAnswer(of: question) else { throw .notYet }
        guard isDealtWith(question, by: seat) || isShown(question) else {
            throw .notAnswered(question: question)
        }
        return .modelAnswerRevealed(
            Event.ModelAnswerRevealed(
                seat: seat, ref: ref, question: question,
                said: said(inModelAnswerTo: questions[question], mark)))
    }

    /// Where the model answer says its key points, found once like what any answer says.
    private func said(
        inModelAnswerTo question: Question, _ mark: (Question, String) -> Mark
    ) -> [Event.ModelAnswerRevealed.Said]? {
        guard question.isMarkable, let answer = question.modelAnswer,
            answer.utf16.count <= Self.maximumAnswerLength
        else { return nil }
        let said = mark(question, answer).points.filter { $0.verdict == .hit || $0.verdict == .partial }
            .flatMap { point in
                point.evidence.map {
                    Event.ModelAnswerRevealed.Said(point: point.keyPoint, start: $0.start, end: $0.end)
                }
            }
        return said.isEmpty ? nil : Array(said.prefix(Event.ModelAnswerRevealed.mostSaid))
    }
}
