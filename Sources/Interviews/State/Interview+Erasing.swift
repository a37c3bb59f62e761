extension Interview {
    /// Counts where the seat is there, and no host's: a host deletes the whole room.
    mutating func erase(_ erased: Event.SeatErased) -> Bool {
        guard rules != nil, seats.erase(erased.seat) else { return false }
        room.messages = room.messages.filter { $0.value != erased.seat }
        return true
    }
}

extension Seats {
    /// Nothing stays of a seat but that it was taken, and by which secret: nobody takes it again. A name that looked
    /// like another's keeps its number.
    mutating func erase(_ id: SeatID) -> Bool {
        update(id) { state in
            guard !state.isErased, !state.isHost else { return false }
            let standing = state.standing
            state = SeatState(Seat(id: state.id, role: state.role, tokenDigest: state.tokenDigest))
            state.standing = standing == .banned ? .banned : .removed
            state.isErased = true
            return true
        } ?? false
    }
}
