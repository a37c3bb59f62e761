import Interviews
import Transcripts
import Wire

/// Who is in a room, here or at another server.
extension HeldInterview {
    func isHere(_ seat: SeatID) -> Bool { audience.isHere(seat) || room.elsewhere[seat] != nil }

    /// Whether that holds for all the devices at which somebody is.
    func isAway(_ seat: SeatID) -> Bool {
        let isAwayHere = audience.isHere(seat) ? room.doing[seat] == .away : nil
        let isAwayThere = room.elsewhere[seat].map { $0.presence == .away }
        return (isAwayHere ?? isAwayThere ?? false) && isAwayThere != false
    }

    func isWriting(_ seat: SeatID) -> Bool {
        room.doing[seat] == .writing || room.elsewhere[seat]?.presence == .writing
    }

    var hasHost: Bool { confirmed.seats.hosts.contains(where: isHere) }

    /// What is to be told to other servers.
    var presences: [SeatID: Presence] {
        Dictionary(
            uniqueKeysWithValues: Set(audience.seats.values).map { seat in
                let presence: Presence =
                    switch room.doing[seat] {
                    case .away: .away
                    case .writing: .writing
                    case .idle, nil: .here
                    }
                return (seat, presence)
            })
    }
}
