package import Interviews
import QuestionBank

extension ServerMessage {
    /// A notice of what only rooms have.
    init?(inRoom notice: Notice, ref: Reference?, of interview: Interview) {
        let (id, seq, at) = (interview.id, notice.seq, notice.at.rfc3339)
        switch notice.content {
        case .locked(let isLocked):
            self = .locked(Locked(ref: ref, interview: id, seq: seq, at: at, locked: isLocked))
        case .shown(let question):
            let answer =
                interview.showsModelAnswer(of: question) ? interview.questions[question].modelAnswer : nil
            self = .shown(
                Shown(ref: ref, interview: id, seq: seq, at: at, question: question, answer: answer))
        case .ruled(let ruled):
            let own = interview.response(of: ruled.seat, to: ruled.question).ownCoverage
            self = .ruled(
                RuledOn(
                    ref: ref, interview: id, seq: seq, at: at, seat: ruled.seat, question: ruled.question,
                    attempt: ruled.attempt, point: ruled.point, said: ruled.isSaid, ranges: ruled.ranges,
                    withdrawn: ruled.isWithdrawn, own: own?.rounded4, others: ruled.others))
        case .said(let said):
            self = .said(
                Said(
                    ref: ref, interview: id, seq: seq, at: at, seat: said.seat, text: said.text, to: said.to))
        case .chatChanged(let changed):
            self = .moderated(
                Moderated(
                    ref: ref, interview: id, seq: seq, at: at, message: changed.message,
                    pinned: changed.isPinned, takenAway: changed.isTakenAway))
        case .ticked(let ticked):
            self = .ticked(
                Ticked(
                    ref: ref, interview: id, seq: seq, at: at, question: ticked.question, point: ticked.point,
                    said: ticked.isSaid))
        case .planned(let count):
            self = .planned(Planned(ref: ref, interview: id, seq: seq, at: at, count: count))
        case .finished(let question):
            self = .finished(Finished(ref: ref, interview: id, seq: seq, at: at, question: question))
        default:
            return nil
        }
    }
}

extension ServerMessage.Marked {
    /// `nil` where the seat has no answer to the question.
    package init?(_ question: Int, of seat: SeatID, in interview: Interview) {
        let response = interview.response(of: seat, to: question)
        guard let mark = response.best, let attempt = response.bestAttempt,
            interview.questions.indices.contains(question), interview.showsMarks(of: question)
        else { return nil }
        self.init(
            interview: interview.id, question: question, attempt: attempt,
            mark: MarkView(mark, of: interview.questions[question]))
    }
}

extension ServerMessage.Row {
    /// - Parameter events: those of the seat's lane.
    package init(
        _ seat: SeatID, _ question: Int, from events: [RecordedEvent], of interview: Interview, ref: Reference
    ) {
        var attempts: [Attempt] = []
        for recorded in events where interview.counted(recorded.seq) {
            switch recorded.event {
            case .answered(let answered) where answered.question == question && answered.seat == seat:
                guard interview.questions.indices.contains(question) else { break }
                attempts.append(
                    Attempt(
                        attempt: answered.attempt, text: answered.text,
                        mark: MarkView(answered.mark, of: interview.questions[question]),
                        late: answered.isLate == true,
                        at: recorded.at.rfc3339, ruled: []))
            case .disputed(let disputed) where disputed.question == question && disputed.seat == seat:
                guard let place = attempts.firstIndex(where: { $0.attempt == disputed.attempt }) else {
                    break
                }
                attempts[place].settle(disputed.point)
                guard !disputed.isWithdrawn else { break }
                attempts[place].claims =
                    (attempts[place].claims ?? []) + [
                        Claim(point: disputed.point, ranges: disputed.ranges)
                    ]
            case .ruled(let ruled) where ruled.question == question && ruled.seat == seat:
                guard let place = attempts.firstIndex(where: { $0.attempt == ruled.attempt }) else { break }
                attempts[place].ruled.removeAll { $0 == ruled.point }
                if !ruled.isWithdrawn { attempts[place].settle(ruled.point) }
                if ruled.isSaid, !ruled.isWithdrawn { attempts[place].ruled.append(ruled.point) }
            default: break
            }
        }
        self.init(
            ref: ref, interview: interview.id, seat: seat, question: question,
            attempts: Array(attempts.suffix(Self.most)),
            own: interview.response(of: seat, to: question).ownCoverage?.rounded4)
    }
}

extension ServerMessage.Row.Attempt {
    /// Nothing waits any more that was said of a point.
    fileprivate mutating func settle(_ point: String) {
        claims?.removeAll { $0.point == point }
        if claims?.isEmpty == true { claims = nil }
    }
}
