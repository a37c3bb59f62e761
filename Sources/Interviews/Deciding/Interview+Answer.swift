import Marking
import QuestionBank

extension Interview {
    func answered(
        _ question: Int, _ text: String, replyingTo point: String?, _ seat: SeatID, _ ref: Reference,
        _ mark: (Question, String) -> Mark
    ) throws(Refusal) -> Event.Answered {
        let response = response(of: seat, to: question)
        guard text.unicodeScalars.contains(where: \.isVisible) else { throw .emptyAnswer }
        var whole = text
        var reply: Event.Answered.Reply?
        if let point {
            let before = (response.latestText ?? "") + "\n\n"
            whole = before + text
            reply = Event.Answered.Reply(point: point, start: before.utf16.count)
        }
        guard whole.utf16.count <= Self.maximumAnswerLength else { throw .answerTooLong }
        return Event.Answered(
            seat: seat, ref: ref, question: question, attempt: response.attempts + 1, text: whole,
            mark: mark(questions[question], whole), reply: reply, isLate: isClosed(for: seat) ? true : nil)
    }

    /// An answer and what the interviewer does about it: a coach may ask back, a realistic interviewer moves on.
    func events(after answered: Event.Answered) -> [Event] {
        guard settings?.mode != .realistic else {
            if movesAlone {
                return [.answered(answered), moveOnAlone(answered.seat, from: answered.question, nil)]
            }
            // Where somebody hosts, answering moves nobody on.
            let moving =
                rules == nil ? moveOn(from: answered.question, afterAnswer: answered.mark.coverage) : []
            return [.answered(answered)] + moving
        }
        let question = questions[answered.question]
        var response = response(of: answered.seat, to: answered.question)
        let asked = response.probed
        // What counts as said by a ruling is not asked about again.
        _ = response.record(answered, isLate: false, elapsed: nil, in: question.rubric)
        let coach = Coach(
            question: question,
            mark: response.ruledMark(of: answered.attempt, in: question.rubric) ?? answered.mark)
        guard let point = coach.pointToProbe(after: asked) else { return [.answered(answered)] }
        let followUp = FollowUp(
            about: point, of: question, after: answered.text, number: asked.count)
        let probed = Event.Probed(
            seat: answered.seat, question: answered.question, attempt: answered.attempt, point: point.id,
            text: followUp.text)
        return [.answered(answered), .probed(probed)]
    }

    func hint(_ question: Int, _ seat: SeatID, _ ref: Reference) throws(Refusal) -> Event.HintTaken {
        guard settings?.mode != .realistic else { throw .notYet }
        let taken = response(of: seat, to: question).hints
        guard let hint = coach(of: question, for: seat).nextHint(after: taken) else { throw .noHint }
        return Event.HintTaken(seat: seat, ref: ref, question: question, hint: hint)
    }

    /// How many hints a seat can still have.
    public func hintsLeft(of question: Int, for seat: SeatID) -> Int {
        guard questions.indices.contains(question) else { return 0 }
        return coach(of: question, for: seat).hintsLeft(after: response(of: seat, to: question).hints)
    }

    private func coach(of question: Int, for seat: SeatID) -> Coach {
        let response = response(of: seat, to: question)
        return Coach(
            question: questions[question],
            mark: response.ruledMark(of: response.attempts, in: questions[question].rubric))
    }

    func disputed(
        _ dispute: Command.Dispute, _ seat: SeatID, _ ref: Reference
    ) throws(Refusal) -> Event.Disputed {
        guard showsMarks(of: dispute.question) else { throw .notYet }
        let response = response(of: seat, to: dispute.question)
        guard let verdict = response.marks[dispute.attempt]?.verdict(on: dispute.point),
            dispute.ranges.count <= 20, dispute.ranges.allSatisfy(\.isInAnswer)
        else { throw .notDisputable }
        switch verdict {
        case .partial, .missed, .contradicted, .held: break
        // A story is its teller's to judge, both ways.
        case .hit where rules == nil && questions[dispute.question].kind == .checklist: break
        case .hit, .avoided: throw .notDisputable
        }
        // What is taken back is the ruling, wherever it stands.
        let origin = dispute.isWithdrawn ? response.origins(of: dispute.attempt)[dispute.point] : nil
        return Event.Disputed(
            seat: seat, ref: ref, question: dispute.question, attempt: origin ?? dispute.attempt,
            point: dispute.point, ranges: dispute.ranges, isWithdrawn: dispute.isWithdrawn)
    }

    func clockEvent(_ command: Command, _ seat: SeatID, _ ref: Reference) throws(Refusal) -> Event {
        switch command {
        case .pauseClock where clock?.isRunning == true && !movesAlone:
            return .paused(Event.ClockChanged(seat: seat, ref: ref, question: current))
        case .resumeClock where isPaused && !movesAlone:
            return .continued(Event.ClockChanged(seat: seat, ref: ref, question: current))
        case .extendClock(let seconds, let only):
            if let only {
                guard rules != nil else { throw .notAllowed }
                guard seats[only]?.isCandidate == true else { throw .notFound }
            }
            guard clock != nil, only != nil || !movesAlone else { throw .noClock }
            guard (15...3600).contains(seconds) else { throw .timeOutOfRange }
            let question = only.map { current(of: $0) } ?? current
            if let question, isShown(question) { throw .shown(question: question) }
            return .timeExtended(
                Event.TimeExtended(seat: seat, ref: ref, seconds: seconds, question: question, for: only))
        default:
            throw .noClock
        }
    }
}

extension Mark {
    func verdict(on point: String) -> Verdict? {
        points.first { $0.keyPoint == point }?.verdict
    }
}

extension TextRange {
    var isInAnswer: Bool { 0 <= start && start < end && end <= Interview.maximumAnswerLength }
}

extension Unicode.Scalar {
    /// Something that a person can see: neither white space nor a control or formatting character.
    var isVisible: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator:
            false
        default:
            !properties.isWhitespace
        }
    }
}
