public import Interviews
import Marking
import QuestionBank

/// The closing report as it is sent.
public struct ReportView: Hashable, Sendable, Codable {
    public var coverage: Double
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
        public var coverage: Double
        /// Absent where the question was not asked.
        public var missed: [PointName]?
    }

    public struct OfTopic: Hashable, Sendable, Codable {
        public var id: String
        public var title: String
        public var coverage: Double
        public var questions: Int
    }

    public struct PointName: Hashable, Sendable, Codable {
        public var id: String
        public var head: String
        public var gist: String
    }

    public struct WeakPoint: Hashable, Sendable, Codable {
        public var question: Int
        public var id: String
        public var head: String
        public var gist: String
    }
}

extension ReportView {
    /// Shows nothing of a question that was never asked: it may come up another time.
    init(_ report: Report, of interview: Interview) {
        let titles = Dictionary(
            (interview.opening?.topics ?? []).map { ($0.id, $0.title) },
            uniquingKeysWith: { first, _ in first })
        self.init(
            coverage: report.coverage.rounded4, answered: report.count(.answered),
            skipped: report.count(.skipped),
            questions: report.questions.map { OfQuestion($0, interview.questions[$0.index]) },
            topics: report.topics.map {
                OfTopic(
                    id: $0.topic, title: titles[$0.topic] ?? $0.topic, coverage: $0.coverage.rounded4,
                    questions: $0.questions)
            },
            weakest: report.weakest.map {
                WeakPoint(
                    question: $0.question, id: $0.keyPoint.id, head: $0.keyPoint.head, gist: $0.keyPoint.gist)
            })
    }
}

extension ReportView.OfQuestion {
    init(_ result: Report.OfQuestion, _ question: Question) {
        let wasAsked = result.outcome != .notAsked
        self.init(
            index: result.index, id: question.id, topic: question.topic,
            prompt: wasAsked ? question.prompt : nil, outcome: result.outcome, attempts: result.attempts,
            coverage: result.coverage.rounded4,
            missed: wasAsked
                ? result.missed.map { ReportView.PointName(id: $0.id, head: $0.head, gist: $0.gist) } : nil)
    }
}
