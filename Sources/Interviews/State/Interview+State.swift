import Marking
import QuestionBank

extension Interview {
    /// Changes the state by what happened. `false` where what the event presumes does not hold any more: whoever
    /// proposed it was late, and that does no harm.
    mutating func changeState(by event: Event, at now: Timestamp, seq: Int) -> Bool {
        // What was on its way when its seat was deleted comes too late.
        if let seat = event.lane, seats[seat]?.isErased == true { return false }
        switch (event, phase) {
        case (.opened(let opened), .notOpened):
            opening = opened
            questions = opened.questions
            phase = .lobby
            return true
        case (.seatTaken(let taken), .lobby), (.seatTaken(let taken), .underWay):
            return seat(taken.seat, at: now)
        case (.seatChanged(let changed), .lobby), (.seatChanged(let changed), .underWay),
            (.seatChanged(let changed), .ended):
            return change(changed)
        case (.roomLocked(let locked), .lobby), (.roomLocked(let locked), .underWay):
            guard rules != nil, room.isLocked != locked.isLocked, isHost(locked.by) else { return false }
            room.isLocked = locked.isLocked
            return true
        case (.questionAsked(let asked), .lobby), (.questionAsked(let asked), .underWay):
            return ask(asked, at: now)
        case (.questionReopened(let reopened), .underWay):
            return reopen(reopened, at: now)
        case (.answered(let answered), .underWay):
            return record(answered, at: now)
        case (.probed(let probed), .underWay):
            return update(probed.seat, probed.question) { response in
                guard response.attempts == probed.attempt, !response.probed.contains(probed.point) else {
                    return false
                }
                response.probed.append(probed.point)
                response.openProbe = probed.point
                return true
            }
        case (.hintTaken(let taken), .underWay):
            return update(taken.seat, taken.question) { response in
                guard !response.hints.contains(taken.hint) else { return false }
                response.hints.append(taken.hint)
                return true
            }
        case (.disputed(let disputed), .underWay), (.disputed(let disputed), .ended):
            return rule(disputed)
        case (.ruled(let ruled), .underWay), (.ruled(let ruled), .ended):
            return rule(ruled)
        case (.modelAnswerRevealed(let revealed), _):
            return update(revealed.seat, revealed.question) { response in
                guard response.revealedBy == nil else { return false }
                response.revealedBy = seq
                return true
            }
        case (.boardRevealed(let revealed), .underWay):
            guard rules != nil, (0..<room.progress.asked).contains(revealed.question),
                room.shown.insert(revealed.question).inserted
            else { return false }
            room.shownAt = now
            return true
        case (.questionSkipped(let skipped), .underWay):
            return update(skipped.seat, skipped.question) { response in
                guard !response.isSkipped else { return false }
                response.isSkipped = true
                return true
            }
        case (.paused, .underWay), (.continued, .underWay), (.timeExtended, .underWay),
            (.answersClosed, .underWay):
            return changeClock(by: event, at: now)
        case (.said(let said), .lobby), (.said(let said), .underWay), (.said(let said), .ended):
            guard maySpeak(said.seat) else { return false }
            room.messages[seq] = said.seat
            return true
        case (.chatChanged(let changed), .lobby), (.chatChanged(let changed), .underWay),
            (.chatChanged(let changed), .ended):
            return room.messages[changed.message] != nil && isHost(changed.by)
        case (.planChanged(let changed), .lobby), (.planChanged(let changed), .underWay):
            return plan(changed, seq: seq)
        case (.ticked(let ticked), .underWay):
            return tick(ticked)
        case (.seatErased(let erased), .lobby), (.seatErased(let erased), .underWay),
            (.seatErased(let erased), .ended):
            return erase(erased)
        case (.ended(let ended), .lobby), (.ended(let ended), .underWay):
            guard ended.after == nil || ended.after == room.progress.current else { return false }
            phase = .ended(ended.reason)
            room.progress.clock?.stop(at: now)
            seats.updateAll { state in
                state.own?.clock?.stop(at: now)
                state.closeResponses()
            }
            return true
        case (.opened, _), (.seatTaken, _), (.seatChanged, _), (.roomLocked, _), (.questionAsked, _),
            (.questionReopened, _), (.answered, _), (.probed, _), (.hintTaken, _), (.disputed, _),
            (.ruled, _), (.boardRevealed, _), (.questionSkipped, _), (.paused, _), (.continued, _),
            (.timeExtended, _), (.answersClosed, _), (.said, _), (.chatChanged, _), (.planChanged, _),
            (.ticked, _), (.ended, _), (.seatErased, _), (.erased, _):
            return false
        }
    }

    private mutating func record(_ answered: Event.Answered, at now: Timestamp) -> Bool {
        let progress = progress(of: answered.seat)
        if rules != nil {
            guard seats[answered.seat]?.isCandidate == true, progress.current == answered.question,
                progress.answering == nil || progress.answering == answered.seat,
                !isShown(answered.question)
            else { return false }
        }
        let isLate = answered.isLate == true || progress.isClosed
        let keepsPhrases = rules != nil
        guard questions.indices.contains(answered.question) else { return false }
        let rubric = questions[answered.question].rubric
        let isRecorded = update(answered.seat, answered.question) { response in
            guard
                response.record(answered, isLate: isLate, elapsed: progress.elapsed(at: now), in: rubric)
            else { return false }
            if keepsPhrases, response.bestAttempt == answered.attempt {
                response.phrases = answered.mark.phrases(in: answered.text)
            }
            return true
        }
        // Alone one may take one's time once the answer is given.
        if isRecorded, rules == nil, room.progress.clock?.per == .question {
            room.progress.clock?.stop(at: now)
        }
        return isRecorded
    }

    /// Where somebody hosts a dispute waits for a ruling; who practises alone rules by it.
    private mutating func rule(_ disputed: Event.Disputed) -> Bool {
        guard questions.indices.contains(disputed.question) else { return false }
        let rubric = questions[disputed.question].rubric
        let isHosted = rules != nil
        return update(disputed.seat, disputed.question) { response in
            if isHosted {
                guard response.verdict(on: disputed.point, of: disputed.attempt) != nil else { return false }
                response.claim(
                    attempt: disputed.attempt, point: disputed.point, isWithdrawn: disputed.isWithdrawn)
            } else {
                response.rule(
                    attempt: disputed.attempt, point: disputed.point, ranges: disputed.ranges,
                    stands: !disputed.isWithdrawn, isOwn: true, in: rubric)
            }
            return true
        }
    }

    private mutating func rule(_ ruled: Event.Ruled) -> Bool {
        guard isHost(ruled.by), questions.indices.contains(ruled.question) else { return false }
        let rubric = questions[ruled.question].rubric
        return update(ruled.seat, ruled.question) { response in
            guard response.verdict(on: ruled.point, of: ruled.attempt) != nil else { return false }
            response.rule(
                attempt: ruled.attempt, point: ruled.point, ranges: ruled.ranges,
                stands: ruled.isSaid && !ruled.isWithdrawn, in: rubric)
            if !ruled.isWithdrawn {
                response.claim(attempt: ruled.attempt, point: ruled.point, isWithdrawn: true)
            }
            return true
        }
    }

    mutating func update(
        _ seat: SeatID, _ question: Int, _ change: (inout Response) -> Bool
    ) -> Bool {
        guard questions.indices.contains(question) else { return false }
        return seats.update(seat) { change(&$0.responses[question, default: Response()]) } ?? false
    }
}

extension SeatState {
    /// Whatever is over may no longer be talked about in full.
    mutating func closeResponses() {
        for question in responses.keys { responses[question]?.close() }
    }
}
