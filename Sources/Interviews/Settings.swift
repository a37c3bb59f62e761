/// How an interview was set up.
public struct Settings: Hashable, Sendable, Codable {
    /// How fast the interviewer speaks: presentation only.
    public enum Pace: String, Hashable, Sendable, Codable, CaseIterable {
        case slow, natural, fast, instant
    }

    /// The ids of the topics to choose from; empty for all.
    public var topics: [String]
    /// How many questions were wanted, 1...``maximumCount``.
    public var count: Int
    /// Together with the bank's hash it decides which questions are asked in which order.
    public var seed: String
    public var pace: Pace

    public static let maximumCount = 60
    /// In UTF-16 code units.
    public static let maximumSeedLength = 64

    public init(topics: [String], count: Int, seed: String, pace: Pace) {
        self.topics = topics
        self.count = count
        self.seed = seed
        self.pace = pace
    }
}
