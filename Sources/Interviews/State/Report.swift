public import Marking
import QuestionBank

/// How an interview went for one seat.
public struct Report: Hashable, Sendable {
    public enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
        case answered, skipped
        /// Asked, but neither answered nor skipped when the interview ended.
        case open
        case notAsked
    }

    public struct OfQuestion: Hashable, Sendable {
        /// Index of the question in the interview.
        public var index: Int
        public var outcome: Outcome
        public var attempts: Int
        /// The attempt with the highest coverage.
        public var bestAttempt: Int?
        /// The coverage of the best attempt, 0...1.
        public var coverage: Double
        /// The coverage with the rulings that stand, where there are any.
        public var ownCoverage: Double?
        /// How many of the points that a full answer needs the best attempt says, by a ruling or by the matcher; of a
        /// group that are enough in part as many as it needs.
        public var found: Int
        public var needed: Int
        /// The key points that the best attempt did not hit, in the rubric's order; all where there is none. Of a
        /// group that has as many as it needs none is missing, nor is what counts as said by a ruling.
        public var missed: [Missed]
        /// Until the first answer, in milliseconds.
        public var elapsed: Int64?
        /// How many hints were taken.
        public var hints: Int
        /// It asked for a story of one's own, of which no share is told; in a room the others judge it.
        public var isStory: Bool

        /// Whether it counts in what is said of several questions together: it was asked, has key points, and can be
        /// judged by others than its teller.
        public var isMeasured: Bool { outcome != .notAsked && needed > 0 && !isStory }
    }

    public struct Missed: Hashable, Sendable {
        public var keyPoint: KeyPoint
        public var verdict: Verdict
    }

    public struct OfTopic: Hashable, Sendable {
        /// ``Topic/id``
        public var topic: String
        /// Mean over the topic's questions that were asked, 0...1.
        public var coverage: Double
        /// How many of its questions were asked.
        public var questions: Int
    }

    public struct WeakPoint: Hashable, Sendable {
        /// Index of the question in the interview.
        public var question: Int
        public var missed: Missed
    }

    /// Mean over the questions that were asked, 0...1; one that was asked and not answered counts 0, and one without
    /// key points or for a story of one's own not at all.
    public var coverage: Double
    public var questions: [OfQuestion]
    /// In the order in which the topics came up; those of stories alone are not among them.
    public var topics: [OfTopic]
    /// The missed points that count most, heaviest first, at most ``maximumWeakest``.
    public var weakest: [WeakPoint]

    public static let maximumWeakest = 5

    /// The time to the first answers together, in milliseconds.
    public var elapsed: Int64 { questions.reduce(0) { $0 + ($1.elapsed ?? 0) } }

    /// How many hints were taken in all.
    public var hints: Int { questions.reduce(0) { $0 + $1.hints } }

    /// ``coverage`` with the rulings that stand, where there are any.
    public var ownCoverage: Double? {
        let measured = questions.filter(\.isMeasured)
        guard measured.contains(where: { $0.ownCoverage != nil }) else { return nil }
        return measured.reduce(0) { $0 + ($1.ownCoverage ?? $1.coverage) } / Double(measured.count)
    }

    /// The key points that the best answers say, and those that full ones need, of what is measured.
    public var tally: (found: Int, needed: Int) {
        questions.lazy.filter(\.isMeasured).reduce((0, 0)) { ($0.0 + $1.found, $0.1 + $1.needed) }
    }

    public func count(_ outcome: Outcome) -> Int {
        questions.count { $0.outcome == outcome }
    }
}

extension Interview {
    /// The closing report of a seat; what is not over yet counts as it stands.
    public func report(for seat: SeatID) -> Report {
        let perQuestion = questions.indices.map { ofQuestion($0, for: seat) }
        let asked = perQuestion.filter { $0.outcome != .notAsked && $0.needed > 0 }
        var order: [String] = []
        var coverages: [String: [Double]] = [:]
        let measured = perQuestion.filter(\.isMeasured)
        for question in measured {
            let topic = questions[question.index].topic
            if coverages[topic] == nil { order.append(topic) }
            coverages[topic, default: []].append(question.coverage)
        }
        let missed = asked.flatMap { question in
            question.missed.map { Report.WeakPoint(question: question.index, missed: $0) }
        }
        return Report(
            coverage: Self.mean(measured.map(\.coverage)),
            questions: perQuestion,
            topics: order.map { topic in
                let values = coverages[topic] ?? []
                return Report.OfTopic(topic: topic, coverage: Self.mean(values), questions: values.count)
            },
            weakest: Array(Self.heaviestFirst(missed).prefix(Report.maximumWeakest)))
    }

    private func ofQuestion(_ index: Int, for seat: SeatID) -> Report.OfQuestion {
        let response = response(of: seat, to: index)
        let best = response.best
        let standing = response.standing(in: questions[index].rubric)
        let verdicts = Dictionary(
            (standing?.points ?? []).map { ($0.keyPoint, $0.verdict) },
            uniquingKeysWith: { first, _ in first })
        let tally = Tally(standing, in: questions[index].rubric)
        let outcome: Report.Outcome =
            if best != nil {
                .answered
            } else if response.isSkipped {
                .skipped
            } else {
                index < askedCount(of: seat) ? .open : .notAsked
            }
        return Report.OfQuestion(
            index: index, outcome: outcome, attempts: response.attempts, bestAttempt: response.bestAttempt,
            coverage: best?.coverage ?? 0, ownCoverage: response.ownCoverage, found: tally.found,
            needed: tally.needed,
            missed: questions[index].keyPoints.compactMap { point in
                let verdict = verdicts[point.id] ?? (point.isMisconception ? .avoided : .missed)
                switch verdict {
                case .hit, .avoided: return nil
                case .held:
                    return Report.Missed(keyPoint: point, verdict: verdict)
                case .partial, .missed, .contradicted:
                    guard tally.stillNeeds(onePointOf: point.group) else { return nil }
                    return Report.Missed(keyPoint: point, verdict: verdict)
                }
            },
            elapsed: response.elapsed, hints: response.hints.count,
            isStory: rules == nil && questions[index].kind == .checklist)
    }

    private static func mean(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }

    /// Stable: of equal weight the earlier comes first.
    private static func heaviestFirst(_ points: [Report.WeakPoint]) -> [Report.WeakPoint] {
        points.enumerated().sorted {
            $0.element.missed.keyPoint.weight != $1.element.missed.keyPoint.weight
                ? $0.element.missed.keyPoint.weight > $1.element.missed.keyPoint.weight
                : $0.offset < $1.offset
        }.map(\.element)
    }
}
