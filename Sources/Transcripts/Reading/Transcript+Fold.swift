public import Interviews
import Marking
import QuestionBank

extension Transcript {
    /// Folds an interview's events into what one seat did.
    ///
    /// - Parameter events: from the first, without gaps.
    /// - Returns: `nil` where the events do not open an interview, or it has no such seat.
    public init?(_ events: [RecordedEvent], of seat: SeatID, for reader: Reader) {
        guard let first = events.first else { return nil }
        var interview = Interview(id: first.interview)
        var notes = SeatNotes(seat: seat)
        for recorded in events where interview.apply(recorded).counts {
            notes.take(recorded, in: interview)
        }
        guard let opening = interview.opening, let state = interview.seats[seat] else { return nil }
        // The points of a question that is still to be answered are nobody's but the host's.
        func shows(_ question: Int) -> Bool {
            if reader == .host || interview.isOver { return true }
            return interview.showsMarks(of: question) && notes.attempts[question] != nil
        }
        let report = interview.report(for: seat)
        var asked: [AskedQuestion] = []
        for result in report.questions where result.outcome != .notAsked {
            let index = result.index
            let mayRead = reader == .host || notes.revealed[index] != nil || interview.isOver
            asked.append(
                AskedQuestion(
                    index: index, question: interview.questions[index],
                    askedAt: notes.asked[index] ?? first.at,
                    result: shows(index) ? result : result.withoutMark,
                    attempts: notes.attempts[index, default: []].map { attempt in
                        shows(index) ? attempt : attempt.withoutMark
                    },
                    hints: notes.hints[index, default: []], followUps: notes.followUps[index, default: []],
                    isSkipped: result.outcome == .skipped, revealedAt: notes.revealed[index],
                    modelAnswer: mayRead ? interview.questions[index].modelAnswer : nil,
                    showsMarks: shows(index)))
        }
        var visible = report
        if !asked.allSatisfy(\.showsMarks) { visible = visible.without { !shows($0) } }
        var matchers: [String] = []
        for version in asked.flatMap(\.attempts).compactMap(\.mark?.matcher)
        where !matchers.contains(version) {
            matchers.append(version)
        }
        let topics = Set(asked.map(\.question.topic))
        self.init(
            interview: first.interview, seat: seat, name: state.name, opened: first.at,
            latest: notes.latest ?? first.at, ending: notes.ending, settings: opening.settings,
            bank: opening.bank, matchers: matchers, topics: opening.topics.filter { topics.contains($0.id) },
            room: opening.room, code: opening.code, questions: asked,
            chat: notes.chat(for: reader, names: interview), report: visible)
    }
}

extension Attempt {
    fileprivate var withoutMark: Attempt {
        var attempt = self
        attempt.mark = nil
        return attempt
    }
}

extension Report.OfQuestion {
    /// As far as the candidate knows it before marks are shown.
    fileprivate var withoutMark: Report.OfQuestion {
        var result = self
        (result.bestAttempt, result.coverage, result.ownCoverage) = (nil, 0, nil)
        (result.found, result.needed, result.missed) = (0, 0, [])
        return result
    }
}

extension Report {
    fileprivate func without(_ isHidden: (Int) -> Bool) -> Report {
        let shown = questions.filter { $0.outcome != .notAsked && !isHidden($0.index) }
        var report = self
        report.questions = questions.map { isHidden($0.index) ? $0.withoutMark : $0 }
        report.coverage = shown.isEmpty ? 0 : shown.reduce(0) { $0 + $1.coverage } / Double(shown.count)
        report.topics = []
        report.weakest = weakest.filter { !isHidden($0.question) }
        return report
    }
}
