import QuestionBank

extension Interview {
    mutating func ask(_ asked: Event.QuestionAsked, at now: Timestamp) -> Bool {
        guard questions.indices.contains(asked.question) else { return false }
        if let only = asked.for { return ask(asked.question, only, at: now) }
        guard asked.question == room.progress.asked else { return false }
        closeResponses(before: asked.question)
        phase = .underWay
        if let level = asked.level, let places = opening?.alternatives,
            places.indices.contains(asked.question),
            let question = places[asked.question].closest(to: level)
        {
            questions[asked.question] = question
        }
        room.progress.asked += 1
        room.front = max(room.front, room.progress.asked)
        room.progress.answering = asked.answering
        room.hotSeats[asked.question] = asked.answering
        begin(asked.question, at: now)
        return true
    }

    /// Where each moves on alone.
    private mutating func ask(_ question: Int, _ seat: SeatID, at now: Timestamp) -> Bool {
        let (prompt, settings, common) = (questions[question].prompt, settings, room.progress)
        guard movesAlone else { return false }
        let isAsked = seats.update(seat) { state in
            var own = state.own ?? common
            guard own.asked == question, !own.isFinished else { return false }
            state.closeResponses()
            own.asked += 1
            own.begin(question, prompt: prompt, settings, at: now)
            state.own = own
            return true
        }
        guard isAsked == true else { return false }
        room.front = max(room.front, question + 1)
        return true
    }

    mutating func reopen(_ reopened: Event.QuestionReopened, at now: Timestamp) -> Bool {
        let question = reopened.question
        if let only = reopened.for {
            let (settings, common) = (settings, room.progress)
            guard movesAlone, questions.indices.contains(question) else { return false }
            let prompt = questions[question].prompt
            return seats.update(only) { state in
                var own = state.own ?? common
                guard (0..<own.asked).contains(question), own.current != question,
                    reopened.from == nil || own.current == reopened.from
                else { return false }
                own.begin(question, prompt: prompt, settings, at: now)
                state.own = own
                state.responses[question]?.isSkipped = false
                return true
            } ?? false
        }
        if rules != nil, question == room.progress.current, question == reopened.from {
            guard room.progress.isClosed, !room.shown.contains(question) else { return false }
            room.progress.reopen(at: now)
            seats.updateAll { $0.own?.reopen(at: now) }
            return true
        }
        guard (0..<room.progress.asked).contains(question), room.progress.current != question,
            reopened.from == nil || room.progress.current == reopened.from
        else { return false }
        room.progress.answering = room.hotSeats[question]
        begin(question, at: now)
        seats.updateAll { $0.responses[question]?.isSkipped = false }
        return true
    }

    /// Everybody is at the same question from now on.
    private mutating func begin(_ question: Int, at now: Timestamp) {
        room.progress.begin(question, prompt: questions[question].prompt, settings, at: now)
        let (common, alone) = (room.progress, movesAlone)
        seats.updateAll { $0.own = alone && $0.role == .candidate ? common : nil }
    }

    private mutating func closeResponses(before question: Int) {
        let over = [question - 1, question - 2]
        seats.updateAll { state in
            for question in over { state.responses[question]?.close() }
        }
    }

    mutating func changeClock(by event: Event, at now: Timestamp) -> Bool {
        switch event {
        case .paused(let changed):
            guard changed.question == nil || changed.question == room.progress.current else { return false }
            guard room.progress.pause(at: now) else { return false }
            // Whoever came late has a clock that stands still too.
            if rules != nil, !movesAlone { seats.updateAll { _ = $0.own?.pause(at: now) } }
            return true
        case .continued(let changed):
            guard changed.question == nil || changed.question == room.progress.current else { return false }
            guard room.progress.resume(at: now) else { return false }
            if rules != nil, !movesAlone { seats.updateAll { _ = $0.own?.resume(at: now) } }
            return true
        case .timeExtended(let extended):
            return extend(extended, at: now)
        case .answersClosed(let closed):
            return close(closed, at: now)
        default:
            return false
        }
    }

    private mutating func extend(_ extended: Event.TimeExtended, at now: Timestamp) -> Bool {
        let question = extended.question
        guard let only = extended.for else {
            guard question == nil || question == room.progress.current else { return false }
            guard room.progress.extend(seconds: extended.seconds, at: now) else { return false }
            // Whoever came late has the same time more.
            if rules != nil, !movesAlone {
                seats.updateAll { _ = $0.own?.extend(seconds: extended.seconds, at: now) }
            }
            return true
        }
        let common = room.progress
        return seats.update(only) { state in
            var own = state.own ?? common
            guard question == nil || question == own.current, own.extend(seconds: extended.seconds, at: now)
            else { return false }
            state.own = own
            return true
        } ?? false
    }

    private mutating func close(_ closed: Event.AnswersClosed, at now: Timestamp) -> Bool {
        let isAllowed = closed.seat.map { runs($0) || $0 == closed.for }
        func mayClose(_ progress: Progress) -> Bool {
            guard progress.current == closed.question, !progress.isClosed else { return false }
            if let isAllowed { return isAllowed }
            return closed.isComplete == true || progress.clock?.closing(at: now) == 0
        }
        guard let only = closed.for else {
            guard mayClose(room.progress) else { return false }
            room.progress.close(at: now)
            // With the room's answers those of late-comers are closed, if somebody closed them.
            if closed.seat != nil || closed.isComplete == true, !movesAlone {
                seats.updateAll { $0.own?.close(at: now) }
            }
            return true
        }
        let common = room.progress
        let isLast = closed.question == questions.count - 1
        return seats.update(only) { state in
            var own = state.own ?? common
            // Who asks for it is done with the last question, whether its time is up or not.
            let finishes = isLast && closed.seat == only && own.current == closed.question && !own.isFinished
            guard finishes || mayClose(own) else { return false }
            own.close(at: now)
            if finishes { own.isFinished = true }
            state.own = own
            return true
        } ?? false
    }
}
