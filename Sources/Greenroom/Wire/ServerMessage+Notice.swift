import Interviews
import QuestionBank

extension ServerMessage {
    /// A notice as one seat is told it; `nil` for what only hosts care about.
    ///
    /// - Parameter token: the seat's secret, where this is the direct reply to `open`.
    init?(_ notice: Notice, for seat: SeatID, of interview: Interview, token: String? = nil) {
        let id = interview.id
        let seq = notice.seq
        let at = notice.at.rfc3339
        let ref = notice.request.flatMap { $0.seat == seat ? $0.ref : nil }
        switch notice.content {
        case .seatTaken:
            return nil
        case .opened(let opened):
            self = .opened(
                Opened(
                    ref: ref, interview: id, seat: seat, token: token, seq: seq, at: at,
                    topics: opened.topics.map { TopicName(id: $0.id, title: $0.title) },
                    count: opened.questions.count, seed: opened.settings.seed, pace: opened.settings.pace,
                    bank: opened.bank))
        case .asked(let question):
            let head = QuestionHead(question, of: interview, withPrompt: true)
            self = .asked(Asked(ref: ref, interview: id, seq: seq, at: at, question: head))
        case .answered(let answered):
            let keyPoints = interview.questions[answered.question].keyPoints
            self = .answered(
                Answered(
                    ref: ref, interview: id, seq: seq, at: at, question: answered.question,
                    attempt: answered.attempt, text: answered.text,
                    mark: MarkView(answered.mark, of: keyPoints)))
        case .revealed(let question, let modelAnswer):
            self = .revealed(
                Revealed(ref: ref, interview: id, seq: seq, at: at, question: question, answer: modelAnswer))
        case .skipped(let question):
            self = .skipped(Skipped(ref: ref, interview: id, seq: seq, at: at, question: question))
        case .ended(let reason):
            let report = ReportView(interview.report(for: seat), of: interview)
            self = .ended(
                Ended(ref: ref, interview: id, seq: seq, at: at, reason: reason, report: report))
        }
    }
}

extension ServerMessage.QuestionHead {
    init(_ index: Int, of interview: Interview, withPrompt: Bool) {
        let question = interview.questions[index]
        let title = interview.opening?.topics.first { $0.id == question.topic }?.title
        self.init(
            index: index, of: interview.questions.count, id: question.id,
            topic: ServerMessage.TopicName(id: question.topic, title: title ?? question.topic),
            difficulty: question.difficulty, prompt: withPrompt ? question.prompt : nil)
    }
}
