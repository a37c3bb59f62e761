import Interviews
import Marking
import QuestionBank

/// A bank of two topics with three questions each.
let smallBank = Bank(
    topics: [Topic(id: "nets", title: "Networks"), Topic(id: "stats", title: "Statistics")],
    questions: (1...3).flatMap { number in
        ["nets", "stats"].map { topic in
            Question(
                id: "\(topic)-\(number)", topic: topic, prompt: "What is \(topic) \(number)?",
                keyPoints: [
                    KeyPoint(id: "one", head: "One", weight: Double(number)),
                    KeyPoint(id: "two", head: "Two"),
                ],
                modelAnswer: "One and Two.", source: SourceLocation(file: "\(topic).md", line: number))
        }
    },
    glossary: [], hash: "f00d")

let candidate = SeatID("c1")

/// Marks by whether a point's head stands in the answer: what matters here is that a mark is kept, not how good
/// it is.
func marked(_ question: Question, _ answer: String) -> Mark {
    let points = question.keyPoints.map { point in
        let isSaid = answer.contains(point.head)
        let verdict: Verdict =
            point.isMisconception ? (isSaid ? .held : .avoided) : (isSaid ? .hit : .missed)
        return PointMark(keyPoint: point.id, verdict: verdict, strength: isSaid ? 1 : 0, evidence: [])
    }
    let hits = points.count { $0.verdict == .hit }
    return Mark(points: points, coverage: Double(hits) / 2, remarks: [], matcher: "heads")
}

func ref(_ text: String) -> Reference {
    guard let reference = Reference(text) else { preconditionFailure("not a reference: \(text)") }
    return reference
}

/// An interview driven like the server does it: decide, record, apply.
struct Rehearsal {
    var interview: Interview
    private(set) var log: [RecordedEvent] = []

    /// The time of what happens next.
    var now = Timestamp(milliseconds: 0)

    init(
        count: Int = 3, topics: [String] = [], seed: String = "s", from bank: Bank = smallBank,
        visitor: String? = nil, _ change: (inout Settings) -> Void = { _ in }
    ) throws {
        guard let id = InterviewID("0123456789abcdef") else { preconditionFailure("an interview's name") }
        interview = Interview(id: id)
        var settings = Settings(topics: topics, count: count, seed: seed, pace: .instant)
        change(&settings)
        record(
            try Interview.open(settings, from: bank, seat: "digest", visitor: visitor, ref: ref("open")))
    }

    mutating func pass(seconds: Double) {
        now.milliseconds += Int64(seconds * 1000)
    }

    /// Why a command is refused; `nil` if it is not.
    func refusal(of command: Command, by seat: SeatID = candidate) -> Refusal? {
        do throws(Refusal) {
            _ = try interview.decide(command, by: seat, ref: ref("refused"), marking: marked)
            return nil
        } catch {
            return error
        }
    }

    @discardableResult
    mutating func perform(
        _ command: Command, ref name: String, by seat: SeatID = candidate
    ) throws -> [Notice] {
        switch try interview.decide(command, by: seat, ref: ref(name), marking: marked) {
        case .commit(let events): record(events)
        case .repeated: []
        }
    }

    /// What somebody at the seat is told who has seen everything up to `seq`.
    func notices(after seq: Int, for seat: SeatID = candidate) -> [Notice] {
        log.dropFirst(seq).map(interview.notice(of:)).filter { $0.concerns(seat) }
    }

    @discardableResult
    mutating func record(_ events: [Event]) -> [Notice] {
        events.flatMap { event in
            let recorded = RecordedEvent(
                interview: interview.id, seq: log.count + 1, at: now, event: event)
            log.append(recorded)
            return interview.apply(recorded).notices
        }
    }
}
