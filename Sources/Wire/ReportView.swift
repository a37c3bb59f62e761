public import Interviews
public import Marking
import QuestionBank

/// The closing report as it is sent.
public struct ReportView: Hashable, Sendable, Codable {
    /// 0 also where ``needed`` is 0, and nothing was measured.
    public var coverage: Double
    /// ``coverage`` with the candidate's own rulings, where there are any.
    public var own: Double?
    /// How many of the ``needed`` key points were said, in all questions that ``coverage`` is of.
    public var found: Int?
    /// How many key points full answers to these would have said, those to skipped and open ones too.
    public var needed: Int?
    /// Until the first answers, in milliseconds.
    public var time: Int64
    /// How many hints were taken.
    public var hints: Int
    public var answered: Int
    public var skipped: Int
    public var questions: [OfQuestion]
    public var topics: [OfTopic]
    public var weakest: [WeakPoint]

    public struct OfQuestion: Hashable, Sendable, Codable {
        public var index: Int
        public var id: String
        /// ``Topic/id``
        public var topic: String
        /// Absent where the question was not asked.
        public var prompt: String?
        public var outcome: Report.Outcome
        public var attempts: Int
        /// The attempt with the highest coverage.
        public var bestAttempt: Int?
        public var coverage: Double
        /// ``coverage`` with the candidate's own rulings, where there are any.
        public var own: Double?
        /// How many key points a full answer says, misconceptions aside; of a group as many as it needs.
        public var keyPoints: Int
        /// How many of these the best attempt says.
        public var found: Int?
        /// Absent where the question was not asked.
        public var missed: [MissedPoint]?
        /// Absent where the question was not asked, or has none. In Markdown.
        public var modelAnswer: String?
        /// Until the first answer, in milliseconds; absent where there was none.
        public var time: Int64?
        /// How many hints were taken.
        public var hints: Int
    }

    public struct OfTopic: Hashable, Sendable, Codable {
        public var id: String
        public var title: String
        public var coverage: Double
        public var questions: Int
    }

    public struct MissedPoint: Hashable, Sendable, Codable {
        public var id: String
        public var head: String
        public var gist: String
        public var weight: Double
        public var required: Bool
        public var verdict: Verdict
        /// The author's, where there is one.
        public var hint: String?
    }

    public struct WeakPoint: Hashable, Sendable, Codable {
        public var question: Int
        public var id: String
        public var head: String
        public var gist: String
        public var weight: Double
        public var required: Bool
        public var verdict: Verdict
    }
}

extension ReportView {
    /// Shows nothing of a question that was never asked: it may come up another time.
    package init(_ report: Report, of interview: Interview) {
        let titles = Dictionary(
            (interview.opening?.topics ?? []).map { ($0.id, $0.title) },
            uniquingKeysWith: { first, _ in first })
        self.init(
            coverage: report.coverage.rounded4, own: report.ownCoverage?.rounded4, found: report.tally.found,
            needed: report.tally.needed, time: report.elapsed, hints: report.hints,
            answered: report.count(.answered), skipped: report.count(.skipped),
            questions: report.questions.map { OfQuestion($0, interview.questions[$0.index]) },
            topics: report.topics.map {
                OfTopic(
                    id: $0.topic, title: titles[$0.topic] ?? $0.topic, coverage: $0.coverage.rounded4,
                    questions: $0.questions)
            },
            weakest: report.weakest.map { weak in
                let point = weak.missed.keyPoint
                return WeakPoint(
                    question: weak.question, id: point.id, head: point.head, gist: point.gist,
                    weight: point.weight, required: point.isRequired, verdict: weak.missed.verdict)
            })
    }
}

extension ReportView.OfQuestion {
    init(_ result: Report.OfQuestion, _ question: Question) {
        let wasAsked = result.outcome != .notAsked
        self.init(
            index: result.index, id: question.id, topic: question.topic,
            prompt: wasAsked ? question.prompt : nil, outcome: result.outcome, attempts: result.attempts,
            bestAttempt: result.bestAttempt, coverage: result.coverage.rounded4,
            own: result.ownCoverage?.rounded4, keyPoints: result.needed, found: result.found,
            missed: wasAsked ? result.missed.map(ReportView.MissedPoint.init) : nil,
            modelAnswer: wasAsked ? question.modelAnswer : nil, time: result.elapsed, hints: result.hints)
    }
}

extension ReportView.MissedPoint {
    init(_ missed: Report.Missed) {
        let point = missed.keyPoint
        self.init(
            id: point.id, head: point.head, gist: point.gist, weight: point.weight,
            required: point.isRequired, verdict: missed.verdict, hint: point.hint)
    }
}
