/// How ready somebody is on a topic.
public struct TopicReadiness: Hashable, Sendable {
    public enum State: Hashable, Sendable {
        case ready, improving, notYet
    }

    /// What was said of a topic in one interview.
    public struct Coverage: Hashable, Sendable {
        /// When the first answer on the topic was given, in milliseconds since 1970.
        public let at: Int64
        /// The share, 0...1, of the key points asked about that was said; one said in part counts half.
        public let coverage: Double
    }

    public let topic: String
    public let state: State
    /// The share, 0...1, of the topic's seen key points that would be said today.
    public let recall: Double
    /// How many of the topic's key points were seen.
    public let points: Int
    /// How many of them are due today.
    public let due: Int
    /// The latest interviews on the topic, at most ``ReviewHistory/trendLength``, oldest first.
    public let trend: [Coverage]
}
