public import Interviews
public import Marking
import QuestionBank

/// What those are told who follow the one in the hot seat.
extension ServerMessage {
    /// The receiver has ticked a key point, or no longer.
    public struct Ticked: Hashable, Sendable, Codable {
        public var ref: Reference?
        public var interview: InterviewID
        public var seq: Int
        public var at: String
        public var question: Int
        /// ``KeyPoint/id``
        public var point: String
        public var said: Bool
    }

    /// The key points to listen for: to those who follow, never to the one who answers. A state and no change of the log.
    public struct Checklist: Hashable, Sendable, Codable {
        public var interview: InterviewID
        public var question: Int
        public var points: [Point]

        public struct Point: Hashable, Sendable, Codable {
            /// ``KeyPoint/id``
            public var id: String
            public var head: String
            public var gist: String
        }

        package init(_ question: Int, of interview: Interview) {
            self.interview = interview.id
            self.question = question
            points = interview.questions[question].keyPoints.filter { !$0.isMisconception }.map {
                Point(id: $0.id, head: $0.head, gist: $0.gist)
            }
        }
    }

    /// What was heard from the hot seat, beside the machine's verdicts: to hosts at any time, to those who follow when the
    /// answers are closed, to all when the question is shown. A state and no change of the log.
    public struct Ticks: Hashable, Sendable, Codable {
        public var interview: InterviewID
        public var question: Int
        /// How many have ticked anything.
        public var of: Int
        public var points: [OfPoint]

        public struct OfPoint: Hashable, Sendable, Codable {
            /// ``KeyPoint/id``
            public var id: String
            public var head: String
            /// How many heard it.
            public var ticked: Int
            /// The machine's, of the best attempt; absent before there is one, and where it may not be told yet.
            public var verdict: Verdict?
        }

        package init(_ question: Int, of interview: Interview, withVerdicts: Bool) {
            let ticks = interview.ticks(of: question)
            let best =
                withVerdicts
                ? interview.hotSeat(of: question).flatMap { interview.response(of: $0, to: question).best }
                : nil
            let verdicts = Dictionary(
                (best?.points ?? []).map { ($0.keyPoint, $0.verdict) },
                uniquingKeysWith: { first, _ in first })
            self.interview = interview.id
            self.question = question
            of = ticks.followers
            points = interview.questions[question].keyPoints.filter { !$0.isMisconception }.map {
                OfPoint(id: $0.id, head: $0.head, ticked: ticks.heard[$0.id] ?? 0, verdict: verdicts[$0.id])
            }
        }
    }
}
