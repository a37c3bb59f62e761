extension Settings: Codable {
    private enum CodingKeys: String, CodingKey {
        case topics, count, seed, pace, mode, score, difficulty, order, weights, limit, purpose
    }

    /// What an older log does not say is as it was then: coached, without a limit, drawn by the seed.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            topics: try container.decode([String].self, forKey: .topics),
            count: try container.decodeIfPresent(Int.self, forKey: .count),
            seed: try container.decode(String.self, forKey: .seed),
            pace: try container.decode(Pace.self, forKey: .pace))
        mode = try container.decodeIfPresent(Mode.self, forKey: .mode) ?? mode
        score = try container.decodeIfPresent(Score.self, forKey: .score) ?? score
        difficulty = try container.decodeIfPresent(DifficultyPlan.self, forKey: .difficulty) ?? difficulty
        order = try container.decodeIfPresent(Order.self, forKey: .order) ?? order
        weights = try container.decodeIfPresent([String: Int].self, forKey: .weights) ?? weights
        limit = try container.decodeIfPresent(TimeLimit.self, forKey: .limit)
        purpose = try container.decodeIfPresent(Purpose.self, forKey: .purpose) ?? purpose
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(topics, forKey: .topics)
        try container.encodeIfPresent(count, forKey: .count)
        try container.encode(seed, forKey: .seed)
        try container.encode(pace, forKey: .pace)
        try container.encode(mode, forKey: .mode)
        try container.encode(score, forKey: .score)
        try container.encode(difficulty, forKey: .difficulty)
        try container.encode(order, forKey: .order)
        if !weights.isEmpty { try container.encode(weights, forKey: .weights) }
        try container.encodeIfPresent(limit, forKey: .limit)
        try container.encode(purpose, forKey: .purpose)
    }
}
