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
        // By their numbers until they are chosen: a question is large, and many interviews may begin at once.
        let fitting = questions.indices.filter { index in
            !questions[index].keyPoints.isEmpty
                && (wanted.isEmpty || wanted.contains(questions[index].topic))
                && settings.difficulty.admits(questions[index].level)
        }
        var byTopic = Dictionary(grouping: fitting) { questions[$0].topic }
        var order = topics.map(\.id).filter { byTopic[$0] != nil }
        random.shuffle(&order)
        for topic in order { random.shuffle(&byTopic[topic, default: []]) }
        // A place is a question, or where the difficulty adapts one question of each difficulty.
        let places = order.map { topic in
            settings.difficulty == .adaptive
                ? abreast(byTopic[topic] ?? []) : (byTopic[topic] ?? []).map { [$0] }
        }
        var chosen = Array(
            Self.takeTurns(places, weights: order.map { settings.weights[$0] ?? 1 })
                .prefix(settings.count ?? Settings.maximumCount))
        if settings.order == .byTopic { chosen = grouped(chosen) }
        if settings.difficulty == .rising { chosen = rising(chosen) }
        let alternatives = chosen.map { place in place.map { questions[$0] } }
        return Choice(
            questions: alternatives.compactMap { $0.closest(to: .medium) },
            alternatives: settings.difficulty == .adaptive ? alternatives : nil)
    }

    /// Merges lists: of each the element `k` comes at time `k / weight`, and of equal times the earlier list first.
    private static func takeTurns(_ lists: [[[Int]]], weights: [Int]) -> [[Int]] {
        var turns: [(turn: Int, weight: Int, list: Int)] = []
        for (list, (places, weight)) in zip(lists, weights).enumerated() {
            for turn in places.indices { turns.append((turn, weight, list)) }
        }
        return turns.sorted { one, other in
            let (left, right) = (one.turn * other.weight, other.turn * one.weight)
            return left != right ? left < right : one.list < other.list
        }.map { lists[$0.list][$0.turn] }
    }

    /// Places with one question of each difficulty, as long as there are any.
    private func abreast(_ indices: [Int]) -> [[Int]] {
        let queues = Difficulty.allCases.map { level in indices.filter { questions[$0].level == level } }
        return (0..<(queues.map(\.count).max() ?? 0)).map { place in
            queues.compactMap { $0.indices.contains(place) ? $0[place] : nil }
        }
    }

    /// One topic after the other, in the order of their first questions.
    private func grouped(_ places: [[Int]]) -> [[Int]] {
        var order: [String] = []
        for place in places where !order.contains(questions[place[0]].topic) {
            order.append(questions[place[0]].topic)
        }
        return order.flatMap { topic in places.filter { questions[$0[0]].topic == topic } }
    }

    /// The easy ones first, otherwise in the same order.
    private func rising(_ places: [[Int]]) -> [[Int]] {
        Difficulty.allCases.flatMap { level in places.filter { questions[$0[0]].level == level } }
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
}
