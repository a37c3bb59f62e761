public import QuestionBank

/// The questions of an interview, in the order in which they are asked.
public struct Choice: Hashable, Sendable {
    public var questions: [Question]
    /// Where the difficulty adapts: for each place the questions of different difficulty that may stand there.
    public var alternatives: [[Question]]?

    public init(questions: [Question], alternatives: [[Question]]? = nil) {
        self.questions = questions
        self.alternatives = alternatives
    }
}

extension Bank {
    /// The questions that can be asked and marked.
    public var askable: [Question] {
        questions.filter { !$0.keyPoints.isEmpty }
    }

    /// The questions of an interview. The same settings and the same bank give the same questions in the same
    /// order, everywhere: topics take turns in a drawn order, each giving its questions in a drawn order.
    public func choose(_ settings: Settings) -> Choice {
        var random = SeededRandom(seed: settings.seed + "\n" + hash)
        let wanted = Set(settings.topics)
        let fitting = askable.filter { question in
            (wanted.isEmpty || wanted.contains(question.topic)) && settings.difficulty.admits(question.level)
        }
        var byTopic = Dictionary(grouping: fitting, by: \.topic)
        var order = topics.map(\.id).filter { byTopic[$0] != nil }
        random.shuffle(&order)
        for topic in order { random.shuffle(&byTopic[topic, default: []]) }
        // A place is a question, or where the difficulty adapts one question of each difficulty.
        let places = order.map { topic in
            settings.difficulty == .adaptive
                ? (byTopic[topic] ?? []).abreast : (byTopic[topic] ?? []).map { [$0] }
        }
        var chosen = Array(
            Self.takeTurns(places, weights: order.map { settings.weights[$0] ?? 1 })
                .prefix(settings.count ?? Settings.maximumCount))
        if settings.order == .byTopic { chosen = chosen.grouped }
        if settings.difficulty == .rising { chosen = chosen.rising }
        return Choice(
            questions: chosen.compactMap { $0.closest(to: .medium) },
            alternatives: settings.difficulty == .adaptive ? chosen : nil)
    }

    /// Merges lists: of each the element `k` comes at time `k / weight`, and of equal times the earlier list first.
    private static func takeTurns(_ lists: [[[Question]]], weights: [Int]) -> [[Question]] {
        var turns: [(turn: Int, weight: Int, list: Int, place: [Question])] = []
        for (list, (places, weight)) in zip(lists, weights).enumerated() {
            for (turn, place) in places.enumerated() { turns.append((turn, weight, list, place)) }
        }
        return turns.sorted { one, other in
            let (left, right) = (one.turn * other.weight, other.turn * one.weight)
            return left != right ? left < right : one.list < other.list
        }.map(\.place)
    }
}

extension Settings.DifficultyPlan {
    fileprivate func admits(_ level: Difficulty) -> Bool {
        switch self {
        case .any, .rising, .adaptive: true
        case .easy: level == .easy
        case .medium: level == .medium
        case .hard: level == .hard
        }
    }
}

extension Question {
    /// Its difficulty; `medium` where the author did not say.
    public var level: Difficulty { difficulty ?? .medium }
}

extension Difficulty {
    /// 0 for the easy ones.
    var rank: Int {
        switch self {
        case .easy: 0
        case .medium: 1
        case .hard: 2
        }
    }
}

extension [Question] {
    /// The question of this difficulty, or of the nearest; of two as near the easier.
    func closest(to level: Difficulty) -> Question? {
        self.min { one, other in
            let distances = (abs(one.level.rank - level.rank), abs(other.level.rank - level.rank))
            return distances.0 != distances.1 ? distances.0 < distances.1 : one.level.rank < other.level.rank
        }
    }

    /// Places with one question of each difficulty, as long as there are any.
    fileprivate var abreast: [[Question]] {
        let queues = Difficulty.allCases.map { level in filter { $0.level == level } }
        return (0..<(queues.map(\.count).max() ?? 0)).map { place in
            queues.compactMap { $0.indices.contains(place) ? $0[place] : nil }
        }
    }
}

extension [[Question]] {
    /// One topic after the other, in the order of their first questions.
    fileprivate var grouped: [[Question]] {
        var order: [String] = []
        for place in self where !order.contains(place[0].topic) { order.append(place[0].topic) }
        return order.flatMap { topic in filter { $0[0].topic == topic } }
    }

    /// The easy ones first, otherwise in the same order.
    fileprivate var rising: [[Question]] {
        Difficulty.allCases.flatMap { level in filter { $0[0].level == level } }
    }
}
