public import Interviews
public import Marking
public import QuestionBank

/// What the library keeps of an interview.
public struct Shelved: Hashable, Sendable {
    public var interview: InterviewID
    /// The number of the last event that it follows from.
    public var seq: Int
    public var transcripts: [ShelvedTranscript]
}

public struct ShelvedTranscript: Hashable, Sendable {
    public var entry: LibraryEntry
    /// Digest of the secret of the visitor whose it is.
    public var visitor: String?
    public var topics: [ShelvedTopic]
    public var answers: [ShelvedAnswer]
}

public struct ShelvedTopic: Hashable, Sendable {
    public var topic: Topic
    public var coverage: Double
    public var questions: Int
}

public struct ShelvedAnswer: Hashable, Sendable {
    public struct Judged: Hashable, Sendable {
        /// ``KeyPoint/id``
        public var point: String
        public var head: String
        public var verdict: Verdict
    }

    public var question: Int
    /// ``Question/id``
    public var name: String
    public var topic: Topic
    public var prompt: String
    public var attempt: Int
    public var at: Timestamp
    public var text: String
    public var coverage: Double
    public var isBest: Bool
    /// What counts for or against it: no point of a group that has enough without it.
    public var judged: [Judged]
}

extension Shelved {
    /// - Returns: `nil` where the events do not open an interview.
    public init?(_ events: [RecordedEvent]) {
        guard let last = events.last, let reading = Reading(events) else { return nil }
        self.init(reading, upTo: last.seq) {}
    }

    /// - Parameter goOn: is called for each seat, as there may be thousands, and ends it by throwing.
    init<Failure: Error>(_ reading: Reading, upTo seq: Int, _ goOn: () throws(Failure) -> Void)
        throws(Failure)
    {
        let interview = reading.interview
        var transcripts: [ShelvedTranscript] = []
        for state in interview.seats {
            try goOn()
            let visitor = interview.visitor(of: state.id)
            let transcript =
                if state.role == .host {
                    ShelvedTranscript(hosted: reading, by: state.id, visitor: visitor)
                } else {
                    state.isReported ? ShelvedTranscript(reading, of: state.id, visitor: visitor) : nil
                }
            if let transcript { transcripts.append(transcript) }
        }
        self.init(interview: interview.id, seq: seq, transcripts: transcripts)
    }
}

extension ShelvedTranscript {
    init?(_ reading: Reading, of seat: SeatID, visitor: String?) {
        guard let transcript = reading.transcript(of: seat, for: .owner), transcript.attemptCount > 0 else {
            return nil
        }
        let tally = transcript.report.tally
        entry = LibraryEntry(
            interview: transcript.interview, seat: seat, role: .candidate, opened: transcript.opened,
            reason: transcript.ending?.reason, bank: transcript.bank, mode: transcript.settings.mode,
            purpose: transcript.settings.purpose, isRoom: transcript.room != nil, topics: transcript.topics,
            questions: transcript.questions.count,
            answered: transcript.questions.count { !$0.attempts.isEmpty }, found: tally.found,
            needed: tally.needed, coverage: transcript.report.coverage)
        self.visitor = visitor
        topics = transcript.report.topics.compactMap { result in
            transcript.topic(result.topic).map {
                ShelvedTopic(topic: $0, coverage: result.coverage, questions: result.questions)
            }
        }
        answers = transcript.questions.flatMap { asked in
            let id = asked.question.topic
            let topic = transcript.topic(id) ?? Topic(id: id, title: id)
            return asked.attempts.map { ShelvedAnswer($0, to: asked, topic: topic) }
        }
    }

    /// A room, for who hosts it.
    init?(hosted reading: Reading, by seat: SeatID, visitor: String?) {
        let interview = reading.interview
        guard let opening = interview.opening, let transcript = reading.transcript(of: seat, for: .host)
        else { return nil }
        let reports = interview.seats.filter(\.isReported).map { interview.report(for: $0.id) }
        let answered = reports.reduce(0) { $0 + $1.count(.answered) }
        guard answered > 0 else { return nil }
        let results = reports.flatMap(\.questions).filter { $0.outcome == .answered && $0.isMeasured }
        entry = LibraryEntry(
            interview: interview.id, seat: seat, role: .host, opened: reading.opened,
            reason: reading.ending?.reason, bank: opening.bank, mode: opening.settings.mode,
            purpose: opening.settings.purpose, isRoom: true, topics: opening.topics,
            questions: transcript.questions.count, answered: answered,
            found: results.reduce(0) { $0 + $1.found }, needed: results.reduce(0) { $0 + $1.needed },
            coverage: results.reduce(0) { $0 + $1.coverage } / Double(max(1, results.count)))
        (self.visitor, topics, answers) = (visitor, [], [])
    }
}

extension ShelvedAnswer {
    init(_ attempt: Attempt, to asked: AskedQuestion, topic: Topic) {
        self.init(
            question: asked.index, name: asked.question.id, topic: topic, prompt: asked.question.prompt,
            attempt: attempt.number, at: attempt.at, text: attempt.text,
            coverage: attempt.mark?.coverage ?? 0,
            isBest: attempt.number == asked.result.bestAttempt,
            judged: attempt.lines(of: asked.question).flatMap { line -> [Judged] in
                switch line {
                case .point(let point): [Judged(point)]
                case .group(let group):
                    group.points.filter { $0.isFound || !group.isComplete }.map(Judged.init)
                }
            })
    }
}

extension ShelvedAnswer.Judged {
    init(_ judged: JudgedPoint) {
        let point = judged.keyPoint
        let said: Verdict = point.isMisconception ? .avoided : .hit
        let ruled: Verdict? = judged.isTakenBack ? .missed : judged.ruledWith.map { _ in said }
        self.init(point: point.id, head: point.head, verdict: ruled ?? judged.verdict)
    }
}
