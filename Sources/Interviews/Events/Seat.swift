/// A place in an interview. Whoever knows the seat's secret token holds it; the log knows only the digest.
public struct Seat: Hashable, Sendable, Codable, Identifiable {
    public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
        case host, candidate, spectator
    }

    public enum Standing: String, Hashable, Sendable, Codable, CaseIterable {
        case present
        /// Sent away; may come back.
        case removed
        /// Sent away for good.
        case banned
    }

    public var id: SeatID
    public var role: Role
    /// SHA-256 of the seat token, lower-case hexadecimal.
    public var tokenDigest: String
    public var name: SeatName?
    /// Only hosts are told.
    public var realName: SeatName?
    /// Digest of the secret by which its visitor is known; in old logs ``Event/Opened/visitor``.
    public var visitor: String?

    public init(
        id: SeatID, role: Role, tokenDigest: String, name: SeatName? = nil, realName: SeatName? = nil,
        visitor: String? = nil
    ) {
        self.id = id
        self.role = role
        self.tokenDigest = tokenDigest
        self.name = name
        self.realName = realName
        self.visitor = visitor
    }
}
