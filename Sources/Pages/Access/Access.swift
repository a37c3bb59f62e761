public import Interviews

/// What of an interview somebody may read.
public enum Scope: Hashable, Sendable {
    /// One seat's transcript, as that reader sees it; whoever came in by two browsers has another one.
    case seat(SeatID, isOwn: Bool, others: [SeatID] = [])
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
            guard interview.seats[seat]?.isReported == true else { return nil }
            return .seat(seat, isOwn: false)
        case .visitor(let digest):
            let held = interview.seats.filter { interview.visitor(of: $0.id) == digest }
            if let host = held.first(where: \.isHost) { return .room(hostedBy: host.id) }
            // Of several seats the one that was answered at last speaks for its holder.
            let candidates = held.filter(\.isReported)
            guard let last = candidates.last(where: \.hasAnswered) ?? candidates.last else { return nil }
            return .seat(
                last.id, isOwn: true, others: candidates.map(\.id).filter { $0 != last.id })
        }
    }

    /// The seats of whoever has several in the room; none where there is one.
    public var seats: [SeatID] {
        guard case .seat(let main, _, let others) = self, !others.isEmpty else { return [] }
        return [main] + others
    }

    /// Whether a seat's transcript may be read, and as what.
    public func reader(of seat: SeatID) -> Reader? {
        switch self {
        case .seat(let main, let isOwn, let others):
            main == seat || others.contains(seat) ? (isOwn ? .owner : .guest) : nil
        case .room: .host
        }
    }

    public enum Reader: Hashable, Sendable { case owner, guest, host }
}
