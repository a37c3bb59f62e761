/// What an interview that was opened for several goes by.
public struct RoomRules: Hashable, Sendable, Codable {
    /// Who moves it on.
    public enum Progression: String, Hashable, Sendable, Codable, CaseIterable {
        /// The hosts.
        case host
        /// Each candidate alone.
        case own
        /// Time: a question is closed when its time is up or all have answered, shown, and followed by the next.
        case deadline
    }

    public enum Form: String, Hashable, Sendable, Codable, CaseIterable {
        case everyone
        /// One candidate answers, the others watch.
        case hotSeat
    }

    /// Whether the reveal says who said what.
    public enum Names: String, Hashable, Sendable, Codable, CaseIterable {
        case shown, hidden
    }

    /// When candidates may read a model answer.
    public enum Answers: String, Hashable, Sendable, Codable, CaseIterable {
        /// After their own answer.
        case answer
        /// When the question is shown to all.
        case reveal
        /// When the interview is over.
        case end
    }

    public var progression: Progression
    public var form = Form.everyone
    public var names = Names.shown
    public var answers = Answers.reveal
    public var hasChat = true
    /// A question is closed as soon as all who count have answered.
    public var advances = false
    /// How long a shown question stays where time decides, in seconds: 0...``maximumReview``.
    public var reviewSeconds = 10
    /// Digest of the password that one has to know beside the code.
    public var passwordDigest: String?

    public static let maximumReview = 600

    public init(progression: Progression) {
        self.progression = progression
    }
}
