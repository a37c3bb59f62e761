/// What a bank says of itself beside its questions: which topics belong together, and which interviews it suggests.
public struct Guide: Hashable, Sendable, Codable {
    /// Topics that belong together.
    public struct Group: Hashable, Sendable, Codable {
        public var title: String
        /// ``Topic/id``s
        public var topics: [String]
    }

    /// An interview that is there to be started at once.
    public struct Preset: Hashable, Sendable, Codable {
        public var title: String
        /// ``Topic/id``s; at least one.
        public var topics: [String]
        public var length: Length
    }

    public enum Length: Hashable, Sendable, Codable {
        case minutes(Int)
        case questions(Int)
    }

    public var groups: [Group] = []
    public var presets: [Preset] = []

    public init() {}

    /// A page has room for so many presets, and for titles so long, in characters.
    static let (mostPresets, longestTitle) = (12, 60)
    static let (minutes, questions) = (5...240, 1...60)
}
