import Marking
import QuestionBank

extension Interview {
    /// Changes the state by what happened. `false` where it changes nothing because it is known already or
    /// makes no sense any more: whoever proposed it was late, and that does no harm.
    mutating func changeState(by event: Event, at now: Timestamp) -> Bool {
        switch (event, phase) {
        case (.opened(let opened), .notOpened):
            opening = opened
            questions = opened.questions
            phase = .lobby
            return true
        case (.seatTaken(let taken), .lobby), (.seatTaken(let taken), .asking):
            guard seat(taken.seat.id) == nil else { return false }
            seats.append(taken.seat)
            return true
        case (.questionAsked(let asked), .lobby), (.questionAsked(let asked), .asking):
            return ask(asked, at: now)
        case (.questionReopened(let reopened), .asking):
            return reopen(reopened.question, at: now)
        case (.answered(let answered), .asking):
            return record(answered, at: now)
        case (.probed(let probed), .asking):
            return update(probed.seat, probed.question) { response in
                guard response.attempts == probed.attempt, !response.probed.contains(probed.point) else {
                    return false
                }
                response.probed.append(probed.point)
                response.openProbe = probed.point
                return true
            }
        case (.hintTaken(let taken), .asking):
            return update(taken.seat, taken.question) { response in
                response.hints.append(taken.hint)
                return true
            }
        case (.disputed(let disputed), .asking), (.disputed(let disputed), .ended):
            return rule(disputed)
        case (.modelAnswerRevealed(let revealed), _):
            return update(revealed.seat, revealed.question) { response in
                guard !response.isModelAnswerRevealed else { return false }
                response.isModelAnswerRevealed = true
                return true
            }
        case (.questionSkipped(let skipped), .asking):
            return update(skipped.seat, skipped.question) { response in
                guard !response.isSkipped else { return false }
                response.isSkipped = true
                return true
            }
        case (.paused, .asking), (.continued, .asking), (.timeExtended, .asking), (.answersClosed, .asking):
            return changeClock(by: event, at: now)
        case (.ended(let ended), .lobby), (.ended(let ended), .asking):
            phase = .ended(ended.reason)
            clock?.stop(at: now)
            closeResponses()
            return true
        case (.opened, _), (.seatTaken, _), (.questionAsked, _), (.questionReopened, _), (.answered, _),
            (.probed, _), (.hintTaken, _), (.disputed, _), (.questionSkipped, _), (.paused, _),
            (.continued, _), (.timeExtended, _), (.answersClosed, _), (.ended, _):
            return false
        }
    }

    private mutating func ask(_ asked: Event.QuestionAsked, at now: Timestamp) -> Bool {
        guard asked.question == askedCount, questions.indices.contains(asked.question) else { return false }
        closeResponses()
        askedCount += 1
        phase = .asking(asked.question)
        if let level = asked.level, let places = opening?.alternatives,
            places.indices.contains(asked.question),
            let question = places[asked.question].closest(to: level)
        {
            questions[asked.question] = question
        }
        startClock(for: asked.question, at: now)
        return true
    }

    private mutating func reopen(_ question: Int, at now: Timestamp) -> Bool {
        guard (0..<askedCount).contains(question), phase != .asking(question) else { return false }
        phase = .asking(question)
        for seat in seats {
            _ = update(seat.id, question) { response in
                response.isSkipped = false
                return true
            }
        }
        startClock(for: question, at: now)
        return true
    }

    private mutating func record(_ answered: Event.Answered, at now: Timestamp) -> Bool {
        let pauses = pauses
        let isRecorded = update(answered.seat, answered.question) { response in
            guard answered.attempt == response.attempts + 1 else { return false }
            response.attempts += 1
            response.marks[answered.attempt] = answered.mark
            response.latestText = answered.text
            response.openProbe = nil
            response.firstCoverage = response.firstCoverage ?? answered.mark.coverage
            if let asked = response.asked, response.elapsed == nil {
                response.elapsed = max(
                    0, now.milliseconds - asked.at.milliseconds - (pauses - asked.pauses))
            }
            if (response.best?.coverage ?? -1) < answered.mark.coverage {
                response.best = answered.mark
                response.bestAttempt = answered.attempt
            }
            return true
        }
        if isRecorded, clock?.per == .question { clock?.stop(at: now) }
        return isRecorded
    }

    private mutating func rule(_ disputed: Event.Disputed) -> Bool {
        guard questions.indices.contains(disputed.question) else { return false }
        let rubric = questions[disputed.question].rubric
        return update(disputed.seat, disputed.question) { response in
            if disputed.isWithdrawn {
                response.rulings[disputed.attempt]?.remove(disputed.point)
                if response.rulings[disputed.attempt]?.isEmpty == true {
                    response.rulings[disputed.attempt] = nil
                }
            } else {
                response.rulings[disputed.attempt, default: []].insert(disputed.point)
            }
            let own = response.rulings.compactMap { attempt, points in
                response.marks[attempt]?.ruled(said: points, in: rubric).coverage
            }
            response.ownCoverage = own.max().map { max($0, response.best?.coverage ?? 0) }
            return true
        }
    }

    private mutating func closeResponses() {
        for seat in seats where askedCount > 0 {
            for question in [askedCount - 1, askedCount - 2] where question >= 0 {
                responses[ResponseKey(seat: seat.id, question: question)]?.close()
            }
        }
    }

    mutating func update(
        _ seat: SeatID, _ question: Int, _ change: (inout Response) -> Bool
    ) -> Bool {
        guard self.seat(seat) != nil, questions.indices.contains(question) else { return false }
        return change(&responses[ResponseKey(seat: seat, question: question), default: Response()])
    }
}
