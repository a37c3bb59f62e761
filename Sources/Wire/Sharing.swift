public import Interviews

/// For how many days a link lives.
public enum ShareDays: Bounds { public static let range = 1...366 }

/// Names a link to its maker: the digest of its secret, SHA-256 in lower-case hexadecimal.
public struct ShareName: CheckedText {
    public let text: String

    public init?(_ text: String) {
        guard text.utf8.count == 64, text.utf8.allSatisfy(Self.isAllowed) else { return nil }
        self.text = text
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

extension ClientMessage {
    /// Makes a link to the visitor's own transcript.
    public struct Share: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        /// Of the link, drawn by the client: sent again, it is the same link.
        public var secret: SeatSecret
        /// Whether notes may be written by it.
        public var comment: Bool?
        /// Absent: until it is taken back.
        @BoundedIfPresent<ShareDays> public var days: Int?

        public init(
            ref: Reference, interview: InterviewID, secret: SeatSecret, comment: Bool? = nil, days: Int? = nil
        ) {
            (self.ref, self.interview, self.secret) = (ref, interview, secret)
            (self.comment, self.days) = (comment, days)
        }
    }

    /// Takes a link back.
    public struct Unshare: Hashable, Sendable, Codable {
        public var ref: Reference
        public var share: ShareName

        public init(ref: Reference, share: ShareName) {
            (self.ref, self.share) = (ref, share)
        }
    }
}

extension ServerMessage {
    /// A link leads to a transcript from now on.
    public struct Shared: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        public var seat: SeatID
        public var share: ShareName
        public var comment: Bool
        /// From when on it is dead, in milliseconds since 1970; absent: never.
        public var until: Int64?

        public init(
            ref: Reference, interview: InterviewID, seat: SeatID, share: ShareName, comment: Bool,
            until: Int64?
        ) {
            (self.ref, self.interview, self.seat) = (ref, interview, seat)
            (self.share, self.comment, self.until) = (share, comment, until)
        }
    }

    /// A link leads nowhere any more.
    public struct Unshared: Hashable, Sendable, Codable {
        public var ref: Reference
        public var share: ShareName

        public init(ref: Reference, share: ShareName) {
            (self.ref, self.share) = (ref, share)
        }
    }
}
