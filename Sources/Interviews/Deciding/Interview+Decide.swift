public import Marking
public import QuestionBank

extension Interview {
    /// Checks a command against the state. Changes nothing; what it returns counts once it is committed.
    ///
    /// - Parameter mark: marks an answer to a question. Called at most once, and only if the answer is accepted.
    public func decide(
        _ command: Command, by seat: SeatID, ref: Reference, marking mark: (Question, String) -> Mark
    ) throws(Refusal) -> Decision {
        if let seq = requests[RequestKey(seat: seat, ref: ref)] { return .repeated(seq: seq) }
        guard let role = self.seat(seat)?.role, role != .spectator else { throw .notSeated }
        switch (command, phase) {
        case (_, .notOpened):
            throw .notSeated
        case (.answer(let question, let text), .asking):
            try checkCurrent(question)
            let answered = try answered(question, text, replyingTo: nil, seat, ref, mark)
            return .commit(events(after: answered))
        case (.reply(let question, let text), .asking):
            try checkCurrent(question)
            guard let point = response(of: seat, to: question).openProbe else {
                throw .notAnswered(question: question)
            }
            let answered = try answered(question, text, replyingTo: point, seat, ref, mark)
            return .commit(events(after: answered))
        case (.hint(let question), .asking):
            try checkCurrent(question)
            return .commit([.hintTaken(try hint(question, seat, ref))])
        case (.dispute(let dispute), .asking), (.dispute(let dispute), .ended):
            return .commit([.disputed(try disputed(dispute, seat, ref))])
        case (.reveal(let question), _):
            guard showsMarks else { throw .notYet }
            guard isDealtWith(question, by: seat) else { throw .notAnswered(question: question) }
            return .commit([
                .modelAnswerRevealed(Event.ModelAnswerRevealed(seat: seat, ref: ref, question: question))
            ])
        case (.skip(let question), .asking):
            try checkCurrent(question)
            let skipped = Event.QuestionSkipped(seat: seat, ref: ref, question: question)
            return .commit([.questionSkipped(skipped)] + moveOn(from: question, afterSkipBy: seat))
        case (.unskip(let question), .asking(let current)):
            guard isUndoable(skipOf: question, by: seat, at: current) else {
                throw .notSkipped(question: question)
            }
            let reopened = Event.QuestionReopened(question: question, seat: seat, ref: ref)
            return .commit([.questionReopened(reopened)])
        case (.next(let question), .asking):
            try checkCurrent(question)
            guard isDealtWith(question, by: seat) || isClosed else { throw .notAnswered(question: question) }
            return .commit(moveOn(from: question, by: (seat, ref)))
        case (.pauseClock, .asking), (.resumeClock, .asking), (.extendClock, .asking):
            return .commit([try clockEvent(command, seat, ref)])
        case (.end, .lobby), (.end, .asking):
            return .commit([.ended(Event.Ended(reason: reasonToEnd(for: seat), seat: seat, ref: ref))])
        case (.answer(let question, _), .lobby), (.reply(let question, _), .lobby),
            (.hint(let question), .lobby), (.skip(let question), .lobby), (.next(let question), .lobby):
            throw .notAsked(question: question)
        case (.unskip(let question), .lobby):
            throw .notSkipped(question: question)
        case (.dispute, .lobby):
            throw .notDisputable
        case (.pauseClock, .lobby), (.resumeClock, .lobby), (.extendClock, .lobby):
            throw .noClock
        case (.answer, .ended), (.reply, .ended), (.hint, .ended), (.skip, .ended), (.unskip, .ended),
            (.next, .ended), (.pauseClock, .ended), (.resumeClock, .ended), (.extendClock, .ended),
            (.end, .ended):
            throw .ended
        }
    }

    /// What follows when the time is up: whoever holds the interview proposes it, and a second time does no harm.
    public func closing(at now: Timestamp) -> Event? {
        guard case .asking(let question) = phase, !isClosed, clock?.closing(at: now) == 0 else { return nil }
        return .answersClosed(Event.AnswersClosed(question: question))
    }

    private func checkCurrent(_ question: Int) throws(Refusal) {
        guard phase == .asking(question) else { throw .notAsked(question: question) }
    }

    func isDealtWith(_ question: Int, by seat: SeatID) -> Bool {
        let response = response(of: seat, to: question)
        return response.isSkipped || response.attempts > 0
    }

    /// Only the last skip can be undone, and only until the question after it was answered.
    private func isUndoable(skipOf question: Int, by seat: SeatID, at current: Int) -> Bool {
        question + 1 == current && current + 1 == askedCount && response(of: seat, to: question).isSkipped
            && response(of: seat, to: current).attempts == 0
    }

    /// Ending after the last answer is finishing, not leaving.
    private func reasonToEnd(for seat: SeatID) -> Event.Ended.Reason {
        guard case .asking(let current) = phase else { return .left }
        if current == questions.count - 1, isDealtWith(current, by: seat) { return .finished }
        return isClosed && clock?.per == .interview ? .timeUp : .left
    }
}
