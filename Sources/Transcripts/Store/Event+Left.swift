import Interviews

extension Event {
    /// What is kept of an event once seats are deleted: nothing of what was done in them but its kind, and of other
    /// events not what they were called.
    func left(without seats: Set<SeatID>) -> Event {
        switch self {
        case .seatTaken(var taken) where seats.contains(taken.seat.id):
            (taken.seat.name, taken.seat.realName, taken.seat.visitor) = (nil, nil, nil)
            return .seatTaken(taken)
        case .seatChanged(var changed) where seats.contains(changed.seat):
            changed.name = nil
            return .seatChanged(changed)
        case .said(let said) where seats.contains(said.seat):
            return .erased(Erased(kind))
        case .questionAsked, .questionReopened, .timeExtended, .answersClosed:
            // They say no more than which question the seat was at, and the plan of the room depends on them.
            return self
        default:
            return lane.map(seats.contains) == true ? .erased(Erased(kind)) : self
        }
    }
}

extension Append {
    /// What is kept of it once seats are deleted: it may have been on its way.
    func left(without seats: Set<SeatID>) -> Append {
        guard !seats.isEmpty else { return self }
        var append = self
        append.events = events.map { $0.left(without: seats) }
        let isAllGone = append.events.allSatisfy { if case .erased = $0 { true } else { false } }
        if isAllGone { append.reviews = [] }
        return append
    }
}
