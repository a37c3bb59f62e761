import Interviews
import Wire

/// What a candidate hears of a room.
extension CandidateSession {
    mutating func hearInRoom(_ message: ServerMessage) {
        switch message {
        case .seats(let told): seats(told)
        case .here(let presence): room?.note(presence)
        case .gone(let gone): self.gone(gone)
        case .shown(let shown): self.shown(shown)
        case .phrases(let phrases): show(Feedback.phrases(phrases, own: room?.own))
        case .marked(let marked): self.marked(marked)
        case .ruled(let ruled): self.ruled(ruled)
        case .said(let said):
            room?.note(said)
            if let room { show(Feedback.said(said, in: room)) }
        case .moderated(let moderated): self.moderated(moderated)
        case .nudged(let nudged):
            if let room, nudged.seat == room.own { say(Words.nudged(room.name(of: nudged.by))) }
        case .finished:
            room?.isFinished = true
            say(Words.finished)
        case .report(let report): self.report(report)
        default: break
        }
    }

    private mutating func seats(_ told: ServerMessage.Seats) {
        guard let before = room else { return }
        room?.note(told)
        guard let room else { return }
        if told.whole, !told.more, !room.isListed {
            self.room?.isListed = true
            say(Words.here(room.people.filter(\.here).count))
            if let own = room.own, let name = room.seats[own]?.name, let wanted = entry?.name, name != wanted
            {
                say(Words.named(name))
            }
        } else if room.role != before.role, before.isListed {
            say(Words.turned(room.role))
        }
    }

    private mutating func gone(_ gone: ServerMessage.Gone) {
        guard gone.seat == room?.own, let seat else { return }
        keepSeat()
        if gone.reason != .removed { effects.append(.forget(seat.interview)) }
        switch gone.reason {
        case .removed: note(Words.removed(seat.code))
        case .banned: note(Words.banned)
        case .erased: note(Words.erased)
        }
        finish(ExitStatus.notPermitted)
    }

    /// Another question than before, for everybody or for this seat.
    mutating func askedInRoom(_ asked: ServerMessage.Asked) {
        guard let before = room else { return }
        room?.answering = asked.for
        guard asked.question.index != current else { return }
        room?.closed = nil
        if !draft.isEmpty, current != nil, !isCatchingUp {
            say(Words.draftLeftBehind)
            show(draft.map { Line($0, .quiet, indent: 2) } + [.empty])
            draft = []
        }
        guard let only = asked.for, only != before.own else {
            if asked.for != nil { say(Words.youAreInHotSeat) }
            return
        }
        say(Words.inHotSeat(before.name(of: only)))
    }

    mutating func reopenedInRoom(_ question: Int) -> Bool {
        guard room != nil, question == current else {
            room?.closed = nil
            return false
        }
        room?.closed = nil
        say(Words.openAgain)
        return true
    }

    /// Nobody loses half a thought: what was written is sent, late or not.
    mutating func closedInRoom(_ closed: ServerMessage.Closed) {
        guard closed.question == current else { return }
        room?.closed = closed.question
        say(Words.answersClosed)
        guard isReady, !draft.isEmpty, room?.obstacle(to: current) == nil else { return }
        say(Words.sendingWhatIsWritten)
        submit()
    }

    private mutating func shown(_ shown: ServerMessage.Shown) {
        room?.shown.insert(shown.question)
        show([Line(Words.revealed, .strong), .empty])
        if let answer = shown.answer { show(Feedback.modelAnswer(answer)) }
    }

    private mutating func marked(_ marked: ServerMessage.Marked) {
        guard
            let place = questions[marked.question]?.attempts.firstIndex(where: {
                $0.attempt == marked.attempt
            })
        else { return }
        questions[marked.question]?.attempts[place].mark = marked.mark
        // Everybody is shown it: nothing is kept back any more.
        questions[marked.question]?.isOpen = true
        guard let question = questions[marked.question] else { return }
        let answered = question.attempts[place]
        show(Feedback.said(answered) + Feedback.mark(answered, after: nil, of: question, score))
    }

    private mutating func ruled(_ ruled: ServerMessage.RuledOn) {
        guard ruled.seat == room?.own else { return }
        let points = questions[ruled.question]?.attempts.last { $0.attempt == ruled.attempt }?.mark?.points
        guard let point = points?.first(where: { $0.id == ruled.point }) else { return }
        let words =
            ruled.withdrawn
            ? Words.rulingWithdrawn(point.head) : Words.ruled(point.head, isSaid: ruled.said)
        show([Line(words, hanging: 2), .empty])
    }

    private mutating func moderated(_ moderated: ServerMessage.Moderated) {
        guard let room, let said = room.chat[moderated.message] else { return }
        if moderated.takenAway == true {
            say(Words.takenAway(room.name(of: said.seat)))
        } else if moderated.pinned == true {
            say(Words.pinned(room.name(of: said.seat), said.text))
        }
    }

    mutating func endedInRoom() {
        room?.isOver = true
        say(Words.over)
        // Whoever answered has a report, which is asked for once nothing else is on its way.
        if room?.role == .candidate { room?.wantsReport = true } else { leaveTheEnd() }
    }

    mutating func askForReport() {
        guard let seat, let own = room?.own, room?.wantsReport == true, link == .seated, inDoubt == nil,
            !isCatchingUp, !isFinished
        else { return }
        room?.wantsReport = false
        request(.report(.init(ref: makeReference(), interview: seat.interview, seat: own)))
    }

    private mutating func report(_ told: ServerMessage.SeatReport) {
        guard told.seat == room?.own, told.interview == seat?.interview else { return }
        show(Feedback.report(told.report, .finished, score, stories: stories))
        effects.append(.forget(told.interview))
        offerAgain(told.interview, told.report)
    }

    /// There is nothing more to come.
    mutating func leaveTheEnd() {
        if let seat { effects.append(.forget(seat.interview)) }
        finish(0)
    }
}
