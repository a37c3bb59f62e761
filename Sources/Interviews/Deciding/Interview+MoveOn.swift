import QuestionBank

extension Interview {
    /// Is done with a question.
    func next(_ question: Int, _ seat: SeatID, _ ref: Reference) throws(Refusal) -> [Event] {
        guard current(of: seat) == question || runs(seat) && current == question else {
            throw .notAsked(question: question)
        }
        guard movesAlone else {
            let isFree = rules != nil || isDealtWith(question, by: seat) || isClosed
            guard isFree else { throw .notAnswered(question: question) }
            return moveOn(from: question, by: (seat, ref))
        }
        guard !isFinished(seat) else { throw .nothingToChange }
        guard isDealtWith(question, by: seat) || isClosed(for: seat) else {
            throw .notAnswered(question: question)
        }
        return [moveOnAlone(seat, from: question, ref)]
    }

    func skipped(_ question: Int, _ seat: SeatID, _ ref: Reference) throws(Refusal) -> [Event] {
        if rules != nil, isHost(seat) { return try next(question, seat, ref) }
        guard current(of: seat) == question else { throw .notAsked(question: question) }
        guard !response(of: seat, to: question).isSkipped else { throw .nothingToChange }
        let skipped = Event.questionSkipped(Event.QuestionSkipped(seat: seat, ref: ref, question: question))
        if rules == nil { return [skipped] + moveOn(from: question, afterSkipBy: seat) }
        guard !isShown(question) else { throw .shown(question: question) }
        guard answering == nil || answering == seat else { throw .notAllowed }
        return movesAlone ? [skipped, moveOnAlone(seat, from: question, nil)] : [skipped]
    }

    /// Only the last skip can be undone, and only until the question after it was answered.
    func unskipped(_ question: Int, _ seat: SeatID, _ ref: Reference) throws(Refusal) -> Event {
        let progress = progress(of: seat)
        guard rules == nil || movesAlone, let current = progress.current, question >= 0, question < current,
            question == current - 1, current == progress.asked - 1, !progress.isFinished,
            response(of: seat, to: question).isSkipped, response(of: seat, to: current).attempts == 0
        else { throw .notSkipped(question: question) }
        return .questionReopened(
            Event.QuestionReopened(
                question: question, seat: seat, ref: ref, from: current, for: movesAlone ? seat : nil))
    }

    /// What comes after a question for all: the next one, or the end.
    ///
    /// - Parameter request: what asked for it, if that is all it asked for.
    func moveOn(
        from question: Int, by request: (seat: SeatID, ref: Reference)? = nil,
        afterSkipBy skipper: SeatID? = nil, afterAnswer coverage: Double? = nil
    ) -> [Event] {
        func ended(_ reason: Event.Ended.Reason) -> [Event] {
            [.ended(Event.Ended(reason: reason, seat: request?.seat, ref: request?.ref, after: question))]
        }
        if isClosed, let clock, clock.per == .interview, clock.isSpent { return ended(.timeUp) }
        let next = question + 1
        if next < askedCount {
            return [
                .questionReopened(
                    Event.QuestionReopened(
                        question: next, seat: request?.seat, ref: request?.ref, from: question))
            ]
        }
        guard questions.indices.contains(next) else { return ended(.finished) }
        let level = nextLevel(after: question, isSkipped: skipper != nil, coverage: coverage)
        return [
            .questionAsked(
                Event.QuestionAsked(
                    question: next, level: level, seat: request?.seat, ref: request?.ref,
                    answering: nextInHotSeat))
        ]
    }

    /// What comes after a question for somebody who moves on alone: the next one, or having finished.
    func moveOnAlone(_ seat: SeatID, from question: Int, _ ref: Reference?) -> Event {
        let next = question + 1
        // Whose request the skip before was has been said there.
        let asker = ref == nil ? nil : seat
        if next < askedCount(of: seat) {
            return .questionReopened(
                Event.QuestionReopened(question: next, seat: asker, ref: ref, from: question, for: seat))
        }
        guard questions.indices.contains(next) else {
            return .answersClosed(
                Event.AnswersClosed(question: question, for: seat, seat: seat, ref: ref))
        }
        return .questionAsked(Event.QuestionAsked(question: next, seat: asker, ref: ref, for: seat))
    }

    /// Ending after the last answer is finishing, not leaving.
    func reasonToEnd(for seat: SeatID) -> Event.Ended.Reason {
        guard let current else { return .left }
        if current == questions.count - 1, isDealtWith(current, by: seat) || rules != nil { return .finished }
        return isClosed && clock?.per == .interview ? .timeUp : .left
    }

    /// Where the difficulty adapts: one level harder after a first attempt with a coverage of 0.7 or more, one
    /// easier below 0.4 or after a skip, else the same. A staircase as in Levitt, "Transformed up-down methods in
    /// psychoacoustics", JASA 49 (1971): it settles where half of the steps go up.
    private func nextLevel(after question: Int, isSkipped: Bool, coverage: Double?) -> Difficulty? {
        guard opening?.alternatives != nil, let seat = seats.first?.id else { return nil }
        let response = response(of: seat, to: question)
        let first = response.firstCoverage ?? coverage
        let step =
            if isSkipped || response.isSkipped {
                -1
            } else if let first {
                first >= 0.7 ? 1 : first < 0.4 ? -1 : 0
            } else {
                0
            }
        let rank = min(2, max(0, questions[question].level.rank + step))
        return Difficulty.allCases.first { $0.rank == rank }
    }
}
