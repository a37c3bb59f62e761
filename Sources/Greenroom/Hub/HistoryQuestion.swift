public import Interviews
import Marking
public import QuestionBank
public import Scheduling
public import Wire

/// What is wanted of a visitor's history. It grows with what they practised and is therefore answered off the loop.
public enum HistoryQuestion: Hashable, Sendable {
    /// What is due, and how ready the topics are.
    case progress(Reference)
    /// Questions with nothing but the points that are due, the most urgent first.
    case due(topics: [String], count: Int)
    /// Of several seeds the one whose questions the visitor has met least lately: the interview stays one that its
    /// seed alone describes.
    case freshest(Settings, seeds: [String])

    /// How many questions that a visitor was asked count, the latest ones: of a bank of 300 each of the last ten times.
    public static let mostReviews = 3000
}

public enum HistoryAnswer: Sendable {
    case progress(ServerMessage.Progress)
    case due([Question])
    case freshest(seed: String)
}

extension HistoryQuestion {
    /// - Parameter bank: what nobody can be asked any more would be due for ever.
    public func answer(knowing reviews: [Review], in bank: Bank, at now: Timestamp) -> HistoryAnswer {
        let history = ReviewHistory(reviews.isEmpty ? [] : bank.known(reviews))
        switch self {
        case .progress(let ref):
            return .progress(
                ServerMessage.Progress(history, titles: bank.topics, at: now.milliseconds, ref: ref))
        case .due(let topics, let count):
            let due = history.due(at: now.milliseconds, topics: Set(topics))
            let byID = Dictionary(
                bank.askable.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            let questions = due.lazy.compactMap { due in
                byID[due.question]?.asking(only: Set(due.points.map(\.point)))
            }
            return .due(Array(questions.prefix(count)))
        case .freshest(let settings, let seeds):
            let rated = seeds.map {
                ($0, history.staleness(of: bank.choose(settings.with(seed: $0)), at: now))
            }
            return .freshest(seed: rated.min { $0.1 < $1.1 }?.0 ?? settings.seed)
        }
    }
}

extension Settings {
    fileprivate func with(seed: String) -> Settings {
        var settings = self
        settings.seed = seed
        return settings
    }
}

extension ReviewHistory {
    /// How many questions of a choice the visitor has met, those of late counting up to twice.
    fileprivate func staleness(of choice: Choice, at now: Timestamp) -> Double {
        let day = 86_400_000.0
        return (choice.alternatives?.flatMap(\.self) ?? choice.questions).reduce(0) { sum, question in
            guard let at = seenQuestions[question.id] else { return sum }
            return sum + 1 + 1 / (1 + Double(now.milliseconds - at) / day)
        }
    }
}

extension Bank {
    fileprivate func known(_ reviews: [Review]) -> [Review] {
        let points = Dictionary(
            askable.map { ($0.id, Set($0.keyPoints.map(\.id))) }, uniquingKeysWith: { first, _ in first })
        return reviews.filter { points[$0.question]?.contains($0.point) == true }
    }
}
