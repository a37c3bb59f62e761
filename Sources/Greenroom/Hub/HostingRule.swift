import Wire

/// Who may open rooms: the operator's choice.
public enum HostingRule: Sendable, Hashable {
    case open
    /// Whoever knows a key, of which this is the digest.
    case key(digest: String)
    case off

    /// - Parameter key: as the operator gave it; at least one character.
    public init(key: String) {
        self = .key(digest: SeatToken.digest(of: key))
    }

    var kind: Hosting {
        switch self {
        case .open: .open
        case .key: .key
        case .off: .off
        }
    }
}
