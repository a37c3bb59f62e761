public import Interviews
package import QuestionBank
package import Scheduling

extension ServerMessage {
    /// What a visitor keeps missing, and how ready the topics are.
    public struct Progress: Hashable, Sendable, Codable {
        public var ref: Reference
        public var due: Due
        /// When the next point falls due, where none is now.
        public var next: String?
        /// How many key points are known of.
        public var points: Int
        public var topics: [OfTopic]

        public struct Due: Hashable, Sendable, Codable {
            public var points: Int
            public var questions: Int
            /// How many points had come back today and were practised; what a daily cap counts.
            public var practised: Int
            /// How many points are due of each of the most urgent questions, as many as one interview asks.
            public var sizes: [Int]
        }

        public struct OfTopic: Hashable, Sendable, Codable {
            public var id: String
            public var title: String
            public var state: State
            /// The share of its key points that would probably be said today, 0...1.
            public var recall: Double
            public var points: Int
            public var due: Int
            /// Interviews on the topic, the oldest first.
            public var trend: [Moment]
        }

        public enum State: String, Hashable, Sendable, Codable, CaseIterable {
            case ready, improving, notYet
        }

        public struct Moment: Hashable, Sendable, Codable {
            public var at: String
            public var coverage: Double
        }
    }

    /// What a visitor practised is forgotten.
    public struct Forgotten: Hashable, Sendable, Codable {
        public var ref: Reference

        public init(ref: Reference) {
            self.ref = ref
        }
    }
}

extension ServerMessage.Progress {
    package init(_ history: ReviewHistory, titles topics: [Topic], at now: Int64, ref: Reference) {
        let due = history.due(at: now)
        let titles = Dictionary(topics.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        self.init(
            ref: ref,
            due: Due(
                points: due.reduce(0) { $0 + $1.points.count }, questions: due.count,
                practised: history.practised(at: now),
                sizes: due.prefix(Settings.maximumCount).map(\.points.count)),
            next: due.isEmpty
                ? history.nextDue(after: now).map { Timestamp(milliseconds: $0).rfc3339 } : nil,
            points: history.points.count,
            topics: history.readiness(at: now).map { OfTopic($0, title: titles[$0.topic] ?? $0.topic) })
    }
}

extension ServerMessage.Progress.OfTopic {
    fileprivate init(_ readiness: TopicReadiness, title: String) {
        let state: ServerMessage.Progress.State =
            switch readiness.state {
            case .ready: .ready
            case .improving: .improving
            case .notYet: .notYet
            }
        self.init(
            id: readiness.topic, title: title, state: state, recall: readiness.recall.rounded4,
            points: readiness.points, due: readiness.due,
            trend: readiness.trend.map {
                ServerMessage.Progress.Moment(
                    at: Timestamp(milliseconds: $0.at).rfc3339, coverage: $0.coverage.rounded4)
            })
    }
}
