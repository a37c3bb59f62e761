package import Interviews
import QuestionBank

extension ServerMessage {
    /// A notice as one seat is told it, or everybody where `seat` is `nil`; `nil` for what nobody is told.
    ///
    /// - Parameters:
    ///   - now: the time where it is told as it happens, which the clock is read at.
    package init?(
        _ notice: Notice, for seat: SeatID?, of interview: Interview, at now: Timestamp? = nil
    ) {
        let id = interview.id
        let seq = notice.seq
        let at = notice.at.rfc3339
        let ref = notice.request.flatMap { now != nil || $0.seat == seat ? $0.ref : nil }
        let clock = ClockView(interview, for: seat, at: now)
        switch notice.content {
        case .seatTaken, .seatChanged, .nothing:
            // Who is here is known where the connections are.
            return nil
        case .locked, .shown, .ruled, .said, .chatChanged, .finished, .planned, .ticked:
            guard let message = ServerMessage(inRoom: notice, ref: ref, of: interview) else { return nil }
            self = message
        case .opened(let opened):
            guard let seat else { return nil }
            self = .opened(
                Opened(
                    opened, ref: ref, interview: id, seat: seat, token: nil, seq: seq, at: at,
                    isRunBySeat: interview.runs(seat)))
        case .asked(let question):
            let head = QuestionHead(question, of: interview, withPrompt: true)
            self = .asked(
                Asked(
                    ref: ref, interview: id, seq: seq, at: at, question: head,
                    for: interview.current == question ? interview.answering : nil, clock: clock))
        case .answered(let answered):
            let question = interview.questions[answered.question]
            // In a room the host's rulings are told by messages of their own.
            let ruled =
                interview.rules == nil
                ? interview.response(of: answered.seat, to: answered.question).origins(of: answered.attempt)
                : [:]
            self = .answered(
                Answered(
                    ref: ref, interview: id, seq: seq, at: at, question: answered.question,
                    attempt: answered.attempt, text: answered.text,
                    mark: interview.showsMarks(of: answered.question)
                        ? MarkView(answered.mark, of: question, ruled: ruled) : nil,
                    probe: answered.reply, late: answered.isLate, clock: clock))
        case .probed(let probed):
            self = .probed(
                Probed(
                    interview: id, seq: seq, at: at, question: probed.question, attempt: probed.attempt,
                    point: probed.point, text: probed.text))
        case .hinted(let taken, let left):
            self = .hinted(
                Hinted(
                    ref: ref, interview: id, seq: seq, at: at, question: taken.question,
                    point: taken.hint.point, step: taken.hint.step, text: taken.hint.text, left: left))
        case .disputed(let disputed):
            let response = interview.response(of: disputed.seat, to: disputed.question)
            let also = response.attempts(ruledWith: disputed.attempt, disputed.point)
            self = .disputed(
                Disputed(
                    ref: ref, interview: id, seq: seq, at: at, question: disputed.question,
                    attempt: disputed.attempt, point: disputed.point, ranges: disputed.ranges,
                    withdrawn: disputed.isWithdrawn, own: response.ownCoverage?.rounded4,
                    also: also.isEmpty ? nil : also,
                    report: now != nil && interview.isOver && interview.rules == nil
                        ? ReportView(interview.report(for: disputed.seat), of: interview) : nil))
        case .revealed(let question, let modelAnswer, let said):
            self = .revealed(
                Revealed(
                    ref: ref, interview: id, seq: seq, at: at, question: question, answer: modelAnswer,
                    said: said))
        case .skipped(let question):
            self = .skipped(Skipped(ref: ref, interview: id, seq: seq, at: at, question: question))
        case .reopened(let question):
            self = .reopened(
                Reopened(ref: ref, interview: id, seq: seq, at: at, question: question, clock: clock))
        case .paused:
            self = .paused(ClockChanged(ref: ref, interview: id, seq: seq, at: at, clock: clock))
        case .continued:
            self = .continued(ClockChanged(ref: ref, interview: id, seq: seq, at: at, clock: clock))
        case .extended(let seconds):
            self = .extended(
                Extended(ref: ref, interview: id, seq: seq, at: at, seconds: seconds, clock: clock))
        case .closed(let question):
            self = .closed(
                Closed(
                    ref: ref, interview: id, seq: seq, at: at, question: question,
                    per: seat.flatMap { interview.clock(of: $0) }?.per ?? interview.clock?.per ?? .question,
                    clock: clock))
        case .ended(let reason):
            let report = seat.flatMap { seat in
                interview.rules == nil ? ReportView(interview.report(for: seat), of: interview) : nil
            }
            self = .ended(
                Ended(ref: ref, interview: id, seq: seq, at: at, reason: reason, report: report))
        }
    }
}

extension ServerMessage.Opened {
    fileprivate init(
        _ opened: Event.Opened, ref: Reference?, interview: InterviewID, seat: SeatID, token: String?,
        seq: Int, at: String, isRunBySeat: Bool
    ) {
        let settings = opened.settings
        self.init(
            ref: ref, interview: interview, seat: seat, token: token, seq: seq, at: at,
            topics: opened.topics.map { topic in
                let languages = Set(opened.questions.lazy.filter { $0.topic == topic.id }.map(\.language))
                return ServerMessage.TopicName(
                    id: topic.id, title: topic.title,
                    lang: languages.count == 1 ? languages.first ?? nil : nil)
            },
            count: opened.questions.count, seed: isRunBySeat ? settings.seed : nil, pace: settings.pace,
            bank: opened.bank,
            mode: settings.mode, score: settings.score, difficulty: settings.difficulty,
            order: settings.order, weights: TopicWeights(settings.weights), limit: settings.limit,
            purpose: settings.purpose, openEnded: settings.purpose == .drawn && settings.count == nil,
            code: opened.code,
            room: opened.room.map(RoomView.init))
    }
}

extension ServerMessage.QuestionHead {
    package init(_ index: Int, of interview: Interview, withPrompt: Bool) {
        let question = interview.questions[index]
        let title = interview.opening?.topics.first { $0.id == question.topic }?.title
        self.init(
            index: index, of: interview.questions.count, id: question.id,
            topic: ServerMessage.TopicName(id: question.topic, title: title ?? question.topic),
            difficulty: question.difficulty, prompt: withPrompt ? question.prompt : nil,
            lang: question.language, checklist: question.kind == .checklist ? true : nil)
    }
}
