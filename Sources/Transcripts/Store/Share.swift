public import Interviews

/// A link by which somebody else may read one seat's transcript. No history: it stands beside the log, and is gone when
/// it is taken back.
public struct Share: Hashable, Sendable {
    /// Of the secret in the link; names the link to its maker.
    public var digest: String
    public var interview: InterviewID
    public var seat: SeatID
    /// Digest of the secret of the visitor who made it.
    public var visitor: String
    /// Whether notes may be written by it.
    public var mayComment: Bool
    public var made: Timestamp
    /// From when on it is dead; `nil`: never.
    public var until: Timestamp?

    public init(
        digest: String, interview: InterviewID, seat: SeatID, visitor: String, mayComment: Bool,
        made: Timestamp, until: Timestamp?
    ) {
        (self.digest, self.interview, self.seat, self.visitor) = (digest, interview, seat, visitor)
        (self.mayComment, self.made, self.until) = (mayComment, made, until)
    }

    /// Links that one visitor may have at a time.
    public static let maximumCount = 100
}

/// Where links are kept. Every call waits for the disk.
public protocol ShareStore: Sendable {
    /// Keeps a link. Made again it stays as it was made first.
    ///
    /// - Returns: The link as it is kept; `nil` where the visitor has too many, where its secret is somebody else's, or
    ///   where there is no such interview.
    func keep(_ share: Share) throws(StoreError) -> Share?

    /// The link with a digest, while it lives.
    func share(_ digest: String, at now: Timestamp) throws(StoreError) -> Share?

    /// A visitor's links, the latest first.
    func shares(of visitor: String, at now: Timestamp) throws(StoreError) -> [Share]

    /// Takes a link back.
    ///
    /// - Returns: Whether it was the visitor's.
    func takeBack(_ digest: String, of visitor: String) throws(StoreError) -> Bool
}

extension Share {
    func lives(at now: Timestamp) -> Bool { until.map { now.milliseconds < $0.milliseconds } ?? true }
}
