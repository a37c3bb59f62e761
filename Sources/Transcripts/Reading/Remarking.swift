public import Interviews
public import Marking
public import QuestionBank

/// What another bank, or another matcher, says of answers whose marks are kept. It changes none of them.
public struct Remarking {
    public struct Change: Hashable, Sendable {
        public var interview: InterviewID
        public var seat: SeatID
        /// ``Question/id``
        public var question: String
        public var attempt: Int
        /// The key point's name.
        public var point: String
        /// `nil` where the point is new.
        public var before: Verdict?
        /// `nil` where the point is gone.
        public var after: Verdict?
    }

    public struct Sum: Hashable, Sendable {
        /// Those that could be marked.
        public var answers = 0
        /// Answers with another verdict than before.
        public var changed = 0
        public var verdicts = 0
        /// Answers to questions that the bank does not have.
        public var gone = 0
    }

    public private(set) var sum = Sum()
    private let questions: [String: Question]
    private var matchers: [String: Matcher] = [:]

    public init(_ bank: Bank) {
        questions = Dictionary(bank.questions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// - Parameter events: an interview's, from the first, without gaps.
    public mutating func changes(in events: [RecordedEvent]) -> [Change] {
        guard let first = events.first else { return [] }
        var interview = Interview(id: first.interview)
        var changes: [Change] = []
        for recorded in events where interview.apply(recorded).counts {
            guard case .answered(let answered) = recorded.event else { continue }
            changes += self.changes(of: answered, to: interview.questions[answered.question], first.interview)
        }
        return changes
    }

    private mutating func changes(
        of answered: Event.Answered, to asked: Question, _ interview: InterviewID
    ) -> [Change] {
        guard let question = questions[asked.id] else {
            sum.gone += 1
            return []
        }
        let matcher = matchers[question.id] ?? Matcher(question.rubric)
        matchers[question.id] = matcher
        let before = Self.verdicts(answered.mark)
        let after = Self.verdicts(matcher.mark(answered.text))
        let known = asked.keyPoints.filter { point in !question.keyPoints.contains { $0.id == point.id } }
        let changes = (question.keyPoints + known).compactMap { point -> Change? in
            let (old, new) = (before[point.id], after[point.id])
            guard old != new else { return nil }
            return Change(
                interview: interview, seat: answered.seat, question: question.id, attempt: answered.attempt,
                point: point.head, before: old, after: new)
        }
        sum.answers += 1
        sum.changed += changes.isEmpty ? 0 : 1
        sum.verdicts += changes.count
        return changes
    }

    private static func verdicts(_ mark: Mark) -> [String: Verdict] {
        Dictionary(mark.points.map { ($0.keyPoint, $0.verdict) }, uniquingKeysWith: { first, _ in first })
    }
}
