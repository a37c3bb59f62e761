public import Interviews
public import QuestionBank

/// A transcript in a list.
public struct LibraryEntry: Hashable, Sendable {
    public var interview: InterviewID
    public var seat: SeatID
    public var role: Seat.Role
    public var opened: Timestamp
    /// `nil` while it is under way.
    public var reason: Event.Ended.Reason?
    /// ``Bank/hash``
    public var bank: String
    public var mode: Settings.Mode
    public var purpose: Settings.Purpose
    public var isRoom: Bool
    public var topics: [Topic]
    /// How many questions were asked.
    public var questions: Int
    /// How many of them were answered; for a host, answers of everybody.
    public var answered: Int
    /// Points that the best answers say, and those that full answers need.
    public var found: Int
    public var needed: Int
    /// 0...1
    public var coverage: Double
}

public struct TranscriptList: Hashable, Sendable {
    public var entries: [LibraryEntry]
    /// How many the filter lets through in all.
    public var count: Int

    public init(entries: [LibraryEntry], count: Int) {
        (self.entries, self.count) = (entries, count)
    }
}

/// An answer that a search found.
public struct Passage: Hashable, Sendable {
    public struct Piece: Hashable, Sendable {
        public var text: String
        /// Whether it was searched for.
        public var isHit: Bool
    }

    public var interview: InterviewID
    public var seat: SeatID
    public var opened: Timestamp
    /// Index of the question in the interview.
    public var question: Int
    /// Its id in the bank.
    public var name: String
    /// In Markdown.
    public var prompt: String
    public var topic: Topic
    /// Counted from 1.
    public var attempt: Int
    /// 0...1
    public var coverage: Double
    /// The part of the answer where it was found.
    public var pieces: [Piece]
    /// The heads of the points that it does not say.
    public var missed: [Piece]
}

public struct PassageList: Hashable, Sendable {
    public var passages: [Passage]
    public var hasMore: Bool
}

public struct LibraryFacets: Hashable, Sendable {
    public var topics: [Topic]
    /// ``Bank/hash``es
    public var banks: [String]

    public init(topics: [Topic], banks: [String]) {
        (self.topics, self.banks) = (topics, banks)
    }
}

/// How a topic went.
public struct TopicTrend: Hashable, Sendable {
    public struct Step: Hashable, Sendable {
        public var interview: InterviewID
        public var seat: SeatID
        public var opened: Timestamp
        /// 0...1
        public var coverage: Double
        public var questions: Int
    }

    public struct MissedOften: Hashable, Sendable {
        public var name: PointName
        public var head: String
        public var times: Int
    }

    public var topic: Topic
    /// The latest ``maximumSteps``, the earliest of them first.
    public var steps: [Step]
    /// In these steps, what best answers missed most often first.
    public var missed: [MissedOften]

    public static let maximumSteps = 100
}
