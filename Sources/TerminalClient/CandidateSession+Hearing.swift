import Interviews
import Wire

extension CandidateSession {
    mutating func hear(_ stamped: StampedMessage) {
        let message = stamped.message
        if collected != nil, case .answered(let answered) = message {
            collected?.append(answered)
            return
        }
        if case .refused(let refused) = message, refused.isForNow {
            // Still in doubt: sent again in a moment.
            note(refused.message + " " + Words.tryingAgain)
            sendsAgainAt = now + .seconds(refused.retryAfter ?? 2)
            return
        }
        let answeredRequest = settle(message.ref)
        // Told twice: because it was asked for twice, or missed and not missed.
        if let seq = message.seq, !heard.note(seq, stamped.stamp) { return }
        if let clock = message.clock { self.clock = Countdown(clock, at: now) }
        switch message {
        case .welcome(let welcome): greeted(welcome)
        case .resumed(let resumed): self.resumed(resumed)
        case .refused(let refused): self.refused(refused, answeredRequest)
        case .opened(let opened): self.opened(opened)
        case .asking(let asking): self.asking(asking)
        case .delta(let delta): self.delta(delta)
        case .asked(let asked):
            askedInRoom(asked)
            self.asked(asked.question)
        case .answered(let answered): self.answered(answered)
        case .probed(let probed): self.probed(probed)
        case .hinted(let hinted): self.hinted(hinted)
        case .disputed(let disputed): self.disputed(disputed)
        case .reopened(let reopened): self.reopened(reopened.question)
        case .paused: say(room == nil ? Words.paused : Words.pausedByHost)
        case .continued: say(Words.continued)
        case .extended(let extended):
            room?.closed = nil
            say(Words.extended(extended.seconds))
        case .closed(let closed) where room != nil: closedInRoom(closed)
        case .closed(let closed): self.closed(closed)
        case .progressed(let progress): show(Feedback.progress(progress))
        case .revealed(let revealed):
            questions[revealed.question]?.isOpen = true
            show(Feedback.modelAnswer(revealed.answer))
        case .skipped(let skipped): self.skipped(skipped.question)
        case .ended(let ended): self.ended(ended)
        case .joined(let joined): self.joined(joined)
        case .seats, .here, .gone, .shown, .phrases, .marked, .report, .ruled, .said, .moderated, .finished,
            .nudged:
            hearInRoom(message)
        // Neither what is for pages alone nor what hosts are told is for a terminal.
        case .received, .pasted, .forgotten, .erased, .shared, .unshared, .linked, .recovery,
            .claimed, .unlinked, .noted, .unnoted, .flagged, .locked, .board, .cells,
            .totals, .row, .roomReport,
            .planned, .plan, .foundQuestions, .ticked, .checklist, .ticks:
            break
        }
    }

    private mutating func opened(_ opened: ServerMessage.Opened) {
        opening = opened
        if let rules = opened.room, room == nil { room = RoomTalk(rules) }
        if let token = opened.token {
            seat = SeatNote(server: server, interview: opened.interview, token: token, draft: [])
            wasSeated = true
            keepSeat()
        }
        show(Feedback.opening(opened, manner))
    }

    private mutating func asking(_ asking: ServerMessage.Asking) {
        guard manner.isSpoken, !isCatchingUp else { return }
        speaking = (asking.question.index, "")
        show(Feedback.heading(asking.question))
    }

    private mutating func delta(_ delta: ServerMessage.Delta) {
        guard let said = speaking, said.question == delta.question else { return }
        speaking?.said += delta.text
        effects.append(.speak(delta.text))
    }

    private mutating func asked(_ question: ServerMessage.QuestionHead) {
        current = question.index
        isRetrying = false
        questions[question.index] = questions[question.index] ?? AskedQuestion(head: question)
        let said = speaking
        speaking = nil
        if said != nil { effects.append(.endSpeech) }
        // All of it was spoken: then it stands there.
        if let said, said.question == question.index, said.said == question.prompt {
            show([.empty])
        } else {
            show(
                (said?.question == question.index ? [] : Feedback.heading(question))
                    + Feedback.prompt(question))
        }
    }

    private mutating func answered(_ answered: ServerMessage.Answered) {
        let earlier = questions[answered.question]?.attempts ?? []
        questions[answered.question]?.attempts.append(answered)
        questions[answered.question]?.probe = nil
        if !manner.isConversation { show(Feedback.said(answered)) }
        if answered.late == true { say(Words.late) }
        if let question = questions[answered.question] {
            show(Feedback.mark(answered, after: earlier.last, of: question, score))
        }
        keepSeat()
        // In a realistic interview the next question comes by itself, but for a room's.
        if isRealistic, room?.movesAlone ?? true { current = nil }
        listenFirst()
    }

    /// What follows an answer by itself comes before anything else is typed: an empty question to the server
    /// comes back after it.
    private mutating func listenFirst() {
        guard let seat, link == .seated, !isCatchingUp, !isRealistic else { return }
        // A person in a room sees what comes; a script has to know before it says anything else.
        guard room == nil || !manner.isConversation else { return }
        resume(seat, after: heard.both)
    }

    private mutating func skipped(_ question: Int) {
        questions[question]?.isSkipped = true
        // The next one comes by itself, and what is typed meanwhile is for that one.
        if question == current, room?.movesAlone ?? true { current = nil }
        show([Line(Words.skipped, .quiet), .empty])
    }

    private mutating func ended(_ ended: ServerMessage.Ended) {
        (current, clock) = (nil, nil)
        guard room == nil else { return endedInRoom() }
        self.ended = ended
        guard isRealistic, let seat, questions.values.contains(where: { !$0.attempts.isEmpty }) else {
            return tellAtTheEnd()
        }
        // Now there are marks: everything is told again.
        isCatchingUp = false
        collected = []
        resume(seat, after: 0)
    }

    /// The report, and before it what was held back.
    mutating func tellAtTheEnd() {
        guard let ended else { return }
        isCatchingUp = false
        for answered in collected ?? [] {
            guard var question = questions[answered.question] else { continue }
            // It is over: nothing is kept back any more.
            question.isOpen = true
            show(Feedback.heading(question.head) + Feedback.prompt(question.head) + Feedback.said(answered))
            show(Feedback.mark(answered, after: nil, of: question, score))
        }
        if let report = ended.report { show(Feedback.report(report, ended.reason, score, stories: stories)) }
        effects.append(.forget(ended.interview))
        offerAgain(ended.interview, ended.report)
    }

    private mutating func refused(_ refused: Refused, _ request: ClientMessage?) {
        if refusedToEnter(refused) { return }
        guard let seat, refused.code != .noSuchSeat else {
            note(refused.message)
            if let seat { effects.append(.forget(seat.interview)) }
            return finish(ExitStatus.data)
        }
        say(refused.message)
        if case .report = request { return leaveTheEnd() }
        // An answer that was not taken is there to be changed.
        if case .answer(let answer) = request, manner.isConversation, refused.interview == seat.interview {
            draft = answer.text.components
            say(Words.draftBack)
        }
    }

    /// After coming back: the question and the latest attempt.
    mutating func showWhereThingsStand() {
        guard let opening, room != nil || current != nil else { return }
        show(Feedback.opening(opening, manner))
        if room != nil, current == nil, room?.isOver == false { say(Words.waitingForTheFirst) }
        guard let current, let question = questions[current] else { return }
        show(Feedback.heading(question.head) + Feedback.prompt(question.head))
        if let latest = question.attempts.last {
            show(Feedback.said(latest))
            show(Feedback.mark(latest, after: question.attempts.dropLast().last, of: question, score))
        }
        if let probe = question.probe { show(Feedback.probe(probe)) }
        if !draft.isEmpty {
            show([Line(Words.draftKept, .quiet)] + draft.map { Line($0, indent: 2) } + [.empty])
        }
    }
}

extension Refused {
    /// The same request may be taken in a moment.
    fileprivate var isForNow: Bool { [.notKept, .notRead, .busy, .tooFast].contains(code) }
}

extension String {
    fileprivate var components: [String] {
        split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}
