/// A place in an interview. Whoever knows the seat's secret token holds it; the log knows only the digest.
public struct Seat: Hashable, Sendable, Codable, Identifiable {
    public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
        case host, candidate, spectator
    }

    public var id: SeatID
    public var role: Role
    /// SHA-256 of the seat token, lower-case hexadecimal.
    public var tokenDigest: String

    public init(id: SeatID, role: Role, tokenDigest: String) {
        self.id = id
        self.role = role
        self.tokenDigest = tokenDigest
    }
}
