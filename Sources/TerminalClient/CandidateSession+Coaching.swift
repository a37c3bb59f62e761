import Interviews
import Marking
import Wire

extension CandidateSession {
    var isRealistic: Bool { opening?.mode == .realistic }

    var score: Settings.Score { opening?.score ?? .coverage }

    /// The questions whose points are a list to tick.
    var stories: Set<Int> { Set(questions.filter { $0.value.head.checklist == true }.keys) }

    mutating func probed(_ probed: ServerMessage.Probed) {
        questions[probed.question]?.probe = probed
        show(Feedback.probe(probed))
        if manner.isConversation { say(Words.howToReply) }
    }

    /// A hint's second step names its point.
    mutating func hinted(_ hinted: ServerMessage.Hinted) {
        if hinted.step > 1 { questions[hinted.question]?.hinted.insert(hinted.point) }
        show(Feedback.hint(hinted))
    }

    /// Names what the latest attempt did not say.
    mutating func showPoints(of question: Int) {
        guard let mark = questions[question]?.attempts.last?.mark else { return say(Words.noPointsYet) }
        questions[question]?.isOpen = true
        show(Feedback.missing(mark))
    }

    mutating func reopened(_ question: Int) {
        guard !reopenedInRoom(question) else { return }
        current = question
        questions[question]?.isSkipped = false
        guard let reopened = questions[question] else { return }
        show(Feedback.heading(reopened.head) + Feedback.prompt(reopened.head))
    }

    mutating func disputed(_ disputed: ServerMessage.Disputed) {
        let attempt = questions[disputed.question]?.attempts.first { $0.attempt == disputed.attempt }
        guard let point = attempt?.mark?.points.first(where: { $0.id == disputed.point }) else { return }
        guard room == nil || disputed.withdrawn else { return say(Words.claimed(point.head)) }
        show(Feedback.ruling(disputed, on: point, stories.contains(disputed.question) ? .points : score))
    }

    /// "I did say that."
    mutating func dispute(_ number: Int, saidAs words: String, in question: Int) {
        guard let (answered, point) = point(number, of: question) else { return say(Words.noSuchPoint) }
        var ranges: [TextRange]?
        if !words.isEmpty {
            guard let range = answered.text.firstRange(of: words) else { return say(Words.notYourWords) }
            ranges = [
                TextRange(
                    start: range.lowerBound.utf16Offset(in: answered.text),
                    end: range.upperBound.utf16Offset(in: answered.text))
            ]
        }
        rule(on: point, of: answered, ranges: ranges, withdrawn: nil)
    }

    mutating func withdraw(_ number: Int, in question: Int) {
        guard let (answered, point) = point(number, of: question) else { return say(Words.noSuchPoint) }
        rule(on: point, of: answered, ranges: nil, withdrawn: true)
    }

    private mutating func rule(
        on point: MarkView.PointView, of answered: ServerMessage.Answered, ranges: [TextRange]?,
        withdrawn: Bool?
    ) {
        request(
            .dispute(
                .init(
                    ref: makeReference(), interview: answered.interview, question: answered.question,
                    attempt: answered.attempt, point: point.id, ranges: ranges, withdrawn: withdrawn)))
    }

    /// As the feedback on the latest attempt counts them.
    private func point(
        _ number: Int, of question: Int
    ) -> (ServerMessage.Answered, MarkView.PointView)? {
        guard let answered = questions[question]?.attempts.last, let points = answered.mark?.points,
            points.indices.contains(number - 1)
        else { return nil }
        return (answered, points[number - 1])
    }
}
