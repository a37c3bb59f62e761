public import Interviews
import Marking
import QuestionBank

/// An interview's events, folded once, from which the transcript of any of its seats can be made.
public struct Reading: Sendable {
    public private(set) var interview: Interview
    public let opened: Timestamp
    private let opening: Event.Opened
    private var notes: Notes

    /// - Parameter events: from the first, without gaps.
    /// - Returns: `nil` where the events do not open an interview.
    public init?(_ events: [RecordedEvent]) {
        guard let first = events.first else { return nil }
        var interview = Interview(id: first.interview)
        var notes = Notes()
        for recorded in events where interview.apply(recorded).counts {
            notes.take(recorded, in: interview)
        }
        guard let opening = interview.opening else { return nil }
        (self.interview, self.opening, self.notes) = (interview, opening, notes)
        opened = first.at
    }

    /// Folds what came after.
    public mutating func take(_ events: [RecordedEvent]) {
        for recorded in events where interview.apply(recorded).counts {
            notes.take(recorded, in: interview)
        }
    }

    /// When the last thing happened that everybody knows of.
    public var latest: Timestamp { notes.common.latest ?? opened }

    public var ending: Transcript.Ending? { notes.common.ending }

    /// What a seat did, as a reader may see it; `nil` where there is no such seat, or nothing of it any more.
    public func transcript(of seat: SeatID, for reader: Transcript.Reader) -> Transcript? {
        guard let state = interview.seats[seat], !state.isErased else { return nil }
        let own = notes.seats[seat] ?? SeatNotes()
        // The points of a question that is still to be answered are nobody's but the host's.
        func shows(_ question: Int) -> Bool {
            if reader == .host || interview.isOver { return true }
            return interview.showsMarks(of: question) && own.attempts[question] != nil
        }
        let report = interview.report(for: seat)
        let asked = report.questions.filter { $0.outcome != .notAsked }.map { result in
            let index = result.index
            let mayRead = reader == .host || own.revealed[index] != nil || interview.isOver
            return AskedQuestion(
                index: index, question: interview.questions[index],
                askedAt: own.asked[index] ?? notes.common.asked[index] ?? opened,
                result: shows(index) ? result : result.withoutMark,
                attempts: own.attempts[index, default: []].map { attempt in
                    guard shows(index) else { return attempt.withoutMark }
                    var attempt = attempt
                    let response = interview.response(of: seat, to: index)
                    attempt.takenBack = response.takenBack(of: attempt.number)
                    attempt.standing = response.origins(of: attempt.number).filter {
                        !attempt.takenBack.contains($0.key)
                    }
                    return attempt
                },
                hints: own.hints[index, default: []], followUps: own.followUps[index, default: []],
                isSkipped: result.outcome == .skipped, revealedAt: own.revealed[index],
                modelAnswer: mayRead ? interview.questions[index].modelAnswer : nil,
                showsMarks: shows(index))
        }
        let topics = Set(asked.map(\.question.topic))
        return Transcript(
            interview: interview.id, seat: seat, name: state.name, opened: opened,
            latest: [own.latest, notes.common.latest].compactMap(\.self).max {
                $0.milliseconds < $1.milliseconds
            }
                ?? opened,
            ending: ending, settings: opening.settings, bank: opening.bank,
            matchers: Self.matchers(of: asked),
            topics: opening.topics.filter { topics.contains($0.id) }, room: opening.room, code: opening.code,
            questions: asked, chat: notes.common.chat(for: reader, of: seat, in: interview),
            report: asked.allSatisfy(\.showsMarks) ? report : report.without { !shows($0) })
    }

    private static func matchers(of asked: [AskedQuestion]) -> [String] {
        var versions: [String] = []
        for version in asked.flatMap(\.attempts).compactMap(\.mark?.matcher) where !versions.contains(version)
        {
            versions.append(version)
        }
        return versions
    }
}

extension Transcript {
    /// Folds an interview's events into what one seat did.
    ///
    /// - Parameter events: from the first, without gaps.
    /// - Returns: `nil` where the events do not open an interview, or it has no such seat.
    public init?(_ events: [RecordedEvent], of seat: SeatID, for reader: Reader) {
        guard let transcript = Reading(events)?.transcript(of: seat, for: reader) else { return nil }
        self = transcript
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
        let shown = questions.filter { $0.isMeasured && !isHidden($0.index) }
        var report = self
        report.questions = questions.map { isHidden($0.index) ? $0.withoutMark : $0 }
        report.coverage = shown.isEmpty ? 0 : shown.reduce(0) { $0 + $1.coverage } / Double(shown.count)
        report.topics = []
        report.weakest = weakest.filter { !isHidden($0.question) }
        return report
    }
}
