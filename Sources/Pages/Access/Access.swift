public import Interviews

/// What of an interview somebody may read.
public enum Scope: Hashable, Sendable {
    /// One seat's transcript, as that reader sees it.
    case seat(SeatID, isOwn: Bool)
    /// The room as a whole, and every candidate's transcript.
    case room(hostedBy: SeatID)
}

/// By what somebody asks to read.
public enum Claim: Hashable, Sendable {
    /// Digest of a visitor's secret.
    case visitor(String)
    /// A link that was shared, for one seat.
    case share(SeatID)
}

extension Scope {
    /// Who may read what: a host the room, a candidate the own part of it, whoever was given a link the part that it
    /// is for. `nil` for all others; nobody is told whether there is anything.
    ///
    /// Candidates who were sent away keep what they said themselves. Hosts who were are hosts no more.
    public static func of(_ interview: Interview, for claim: Claim) -> Scope? {
        switch claim {
        case .share(let seat):
            guard interview.seats[seat]?.role == .candidate else { return nil }
            return .seat(seat, isOwn: false)
        case .visitor(let digest):
            let held = interview.seats.filter { interview.visitor(of: $0.id) == digest }
            if let host = held.first(where: \.isHost) { return .room(hostedBy: host.id) }
            return held.last { $0.role == .candidate }.map { .seat($0.id, isOwn: true) }
        }
    }

    /// Whether a seat's transcript may be read, and as what.
    public func reader(of seat: SeatID) -> Reader? {
        switch self {
        case .seat(seat, isOwn: true): .owner
        case .seat(seat, isOwn: false): .guest
        case .seat: nil
        case .room: .host
        }
    }

    public enum Reader: Hashable, Sendable { case owner, guest, host }
}
