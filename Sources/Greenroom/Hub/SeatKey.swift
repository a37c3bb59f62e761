import Transcripts

/// By what somebody takes a seat again.
enum SeatKey: Hashable {
    /// The seat's secret.
    case secret(String)
    /// It is the visitor's own: they may have taken it in another of their browsers, which has the secret.
    case visitor(String)

    var holder: SeatHolder {
        switch self {
        case .secret(let token): .secret(digest: SeatToken.digest(of: token))
        case .visitor(let visitor): .visitor(visitor)
        }
    }
}
