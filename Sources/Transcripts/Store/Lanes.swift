public import Interviews

/// Which of an interview's events are read: ``Event/lane``.
public enum Lanes: Hashable, Sendable {
    case all
    /// What concerns everyone.
    case everyone
    /// What concerns everyone, and what concerns this seat alone.
    case everyoneAnd(SeatID)

    func contains(_ lane: String?) -> Bool {
        switch (self, lane) {
        case (.all, _), (.everyone, nil), (.everyoneAnd, nil): true
        case (.everyone, _?): false
        case (.everyoneAnd(let seat), let lane?): seat.text == lane
        }
    }
}
