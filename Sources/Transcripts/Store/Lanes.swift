public import Interviews

/// Which of an interview's events are read: ``Event/lane``.
public enum Lanes: Hashable, Sendable {
    case all
    /// What concerns everyone.
    case everyone
    /// What concerns everyone, and what concerns this seat alone.
    case everyoneAnd(SeatID)
    /// The same without who came and who was called what, of which a large room has thousands: whoever comes in is
    /// told who is there now.
    case told(SeatID)
    /// What concerns this seat alone.
    case only(SeatID)

    /// The seat whose lane is read.
    var seat: SeatID? {
        switch self {
        case .all, .everyone: nil
        case .everyoneAnd(let seat), .told(let seat), .only(let seat): seat
        }
    }

    /// The kinds of events that are left out of everyone's lane.
    static let seatKinds: Set<Event.Kind> = [.seatTaken, .seatChanged, .seatErased]

    package func contains(_ lane: String?, kind: String) -> Bool {
        switch (self, lane) {
        case (.all, _), (.everyone, nil), (.everyoneAnd, nil): true
        case (.told, nil): !Self.seatKinds.contains { $0.rawValue == kind }
        case (.everyone, _?), (.only, nil): false
        case (.everyoneAnd(let seat), let lane?), (.told(let seat), let lane?), (.only(let seat), let lane?):
            seat.text == lane
        }
    }
}
