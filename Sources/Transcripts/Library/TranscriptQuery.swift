public import Interviews
public import Marking

/// Which of a visitor's transcripts, in which order.
public struct TranscriptQuery: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Practised alone.
        case alone
        /// As a candidate in a room.
        case room
        /// Rooms that the visitor hosted.
        case hosted
    }

    public enum Sort: String, Hashable, Sendable, CaseIterable {
        case newest, oldest, best, weakest
    }

    /// What the answer says, each word or its beginning, in any order.
    public var words: [String] = []
    /// Only answers with this said of one of their points.
    public var verdict: Verdict?
    /// Only answers that do not say this point; see ``PointName``.
    public var missed: PointName?
    /// ``Topic/id``
    public var topic: String?
    /// ``Bank/hash``
    public var bank: String?
    public var kind: Kind?
    /// The moment from which, and the moment before which, an interview was opened.
    public var from: Timestamp?
    public var until: Timestamp?
    public var sort = Sort.newest
    /// Counted from 1.
    public var page = 1

    public static let pageSize = 25
    public static let maximumPage = 4000
    public static let maximumWords = 12

    public init() {}

    /// Whether answers are asked for, not interviews.
    public var seeksPassages: Bool { !words.isEmpty || verdict != nil || missed != nil }
}

/// Names a key point for ever: its question and itself.
public struct PointName: Hashable, Sendable {
    /// ``Question/id``
    public var question: String
    /// ``KeyPoint/id``
    public var point: String

    public init(question: String, point: String) {
        (self.question, self.point) = (question, point)
    }
}
