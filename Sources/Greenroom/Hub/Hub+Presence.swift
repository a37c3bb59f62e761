import Interviews
import WebSockets
import Wire

/// Who is in a room, and what they are doing there. No log keeps it.
extension Hub {
    /// The first connection of a seat is there, or the last one is gone.
    mutating func notePresence(of seat: SeatID, wasHere: Bool, in id: InterviewID) {
        guard held[id]?.confirmed.rules != nil, let isHere = held[id]?.audience.isHere(seat) else { return }
        if held[id]?.confirmed.isHost(seat) == true { held[id]?.room.hostSeenAt = now }
        guard isHere != wasHere else { return noteDoing(of: seat, in: id) }
        if !isHere {
            held[id]?.room.doing[seat] = nil
            expectElsewhere(seat, in: id)
        }
        noteComing(of: seat, isHere: held[id]?.isHere(seat) == true, in: id)
        updateRow(of: seat, in: id)
        takeTurn(in: id)
        closeIfComplete(id)
    }

    mutating func noteComing(of seat: SeatID, isHere: Bool, in id: InterviewID) {
        if isHere {
            held[id]?.room.came.insert(seat)
            held[id]?.room.went.remove(seat)
        } else {
            held[id]?.room.went.insert(seat)
            held[id]?.room.came.remove(seat)
        }
    }

    mutating func note(_ status: ClientMessage.Status, on connection: ConnectionID) {
        let id = status.interview
        guard let seat = sessions[connection]?.seats[id], held[id]?.confirmed.rules != nil else { return }
        if status.status == .away {
            held[id]?.room.putAside.insert(connection)
            return noteDoing(of: seat, in: id)
        }
        held[id]?.room.putAside.remove(connection)
        if status.status == .writing { held[id]?.room.typedAt[seat] = now }
        set(status.status, of: seat, in: id)
    }

    /// Whether somebody is away is said by all the devices at which they are.
    private mutating func noteDoing(of seat: SeatID, in id: InterviewID) {
        guard let interview = held[id], interview.audience.isHere(seat) else { return }
        if interview.audience.connections(of: seat).isSubset(of: interview.room.putAside) {
            set(.away, of: seat, in: id)
        } else if interview.room.doing[seat] == .away {
            set(.idle, of: seat, in: id)
        }
    }

    private mutating func set(_ doing: HeldRoom.Doing, of seat: SeatID, in id: InterviewID) {
        let isSame = held[id]?.room.doing[seat] == doing
        held[id]?.room.doing[seat] = doing
        guard !isSame || held[id]?.room.board?[seat]?.stuck == true else { return }
        updateRow(of: seat, in: id)
        takeTurn(in: id)
        closeIfComplete(id)
    }

    /// Looks now and then for those who have not typed for a while, as long as a host is there to see it.
    mutating func watchForStuck(in id: InterviewID) {
        guard let interview = held[id], interview.confirmed.phase == .underWay, !interview.room.isWatched,
            !interview.hosts.isEmpty
        else { return }
        held[id]?.room.isWatched = true
        effects.append(.wake(.lookForStuck(id), after: HeldRoom.watch))
    }

    mutating func lookForStuck(in id: InterviewID) {
        held[id]?.room.isWatched = false
        guard let interview = held[id], let board = interview.room.board else { return }
        for state in interview.confirmed.seats {
            guard let before = board[state.id],
                interview.row(of: state, on: board, at: now).0.stuck != before.stuck
            else { continue }
            updateRow(of: state.id, in: id)
            takeTurn(in: id)
        }
        watchForStuck(in: id)
    }

    /// Whether a candidate may become a host because none is there.
    func mayTakeOver(in id: InterviewID) -> Bool {
        guard let interview = held[id], !interview.hasHost else { return false }
        guard let seenAt = interview.room.hostSeenAt else { return true }
        return now.milliseconds - seenAt.milliseconds >= HeldRoom.hostPatience
    }
}
