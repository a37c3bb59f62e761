import Interviews
import Marking
import QuestionBank
import Transcripts

extension InterviewID {
    /// A name that no other test has.
    static var fresh: InterviewID {
        named(String((0..<20).compactMap { _ in "abcdefghijklmnopqrstuvwxyz0123456789".randomElement() }))
    }

    static func named(_ text: String) -> InterviewID {
        guard let id = InterviewID(text) else { preconditionFailure("no name of an interview: \(text)") }
        return id
    }
}

extension Event {
    static let sampleOpening = Event.opened(
        Opened(
            settings: Settings(topics: [], count: 1, seed: "sieve", pace: .natural),
            bank: String(repeating: "0", count: 64),
            topics: [Topic(id: "swift", title: "Swift")],
            questions: [
                Question(
                    id: "swift/arc", topic: "swift", prompt: "What is ARC?",
                    keyPoints: [KeyPoint(id: "counts", head: "counts references", weight: 1.5)],
                    source: SourceLocation(file: "swift.md", line: 3))
            ]))

    static func answer(
        _ text: String, attempt: Int = 1, coverage: Double = 0.1 + 0.2, ref: String = "a1"
    ) -> Event {
        guard let ref = Reference(ref) else { preconditionFailure("no reference: \(ref)") }
        let evidence = Evidence(start: 0, end: text.utf16.count, rule: "said as it stands")
        let point = PointMark(keyPoint: "counts", verdict: .partial, strength: 1 / 3, evidence: [evidence])
        return .answered(
            Answered(
                seat: SeatID("c1"), ref: ref, question: 0, attempt: attempt, text: text,
                mark: Mark(points: [point], coverage: coverage, remarks: [.unsure], matcher: "1")))
    }

    /// An event that no store can keep: JSON has no word for infinity.
    static let unkeepable = answer("all of it", coverage: .infinity)
}

extension Append {
    static let sampleTime = Timestamp(milliseconds: 1_795_291_200_123)

    /// - Parameter after: how many events the interview has by then.
    init(_ interview: InterviewID, after: Int, _ events: Event..., ticket: UInt64 = 0) {
        self.init(
            interview: interview, place: after == 0 ? .opening : .next, events: events, at: Self.sampleTime,
            ticket: ticket)
    }

    /// What the store is to say to the append, and to keep of it.
    var expected: Appended { expected(after: 0) }
    var kept: [RecordedEvent] { kept(after: 0) }

    func expected(after latest: Int) -> Appended { .recorded(kept(after: latest)) }

    func kept(after latest: Int) -> [RecordedEvent] {
        events.enumerated().map { offset, event in
            RecordedEvent(interview: interview, seq: latest + offset + 1, at: at, event: event)
        }
    }
}
