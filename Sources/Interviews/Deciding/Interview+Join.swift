/// How somebody wants to come into a room.
public struct Joining: Hashable, Sendable {
    public var role: Seat.Role
    public var name: SeatName?
    public var realName: SeatName?
    public var tokenDigest: String
    public var visitor: String?
    public var passwordDigest: String?

    public init(
        role: Seat.Role, name: SeatName?, realName: SeatName? = nil, tokenDigest: String,
        visitor: String? = nil, passwordDigest: String? = nil
    ) {
        self.role = role
        self.name = name
        self.realName = realName
        self.tokenDigest = tokenDigest
        self.visitor = visitor
        self.passwordDigest = passwordDigest
    }
}

extension Interview {
    /// What comes of a wish to join: an event to commit, or `nil` where the seat is taken already by whoever asks.
    ///
    /// - Parameter isTaken: whether a seat of that name is on its way to the log already.
    public func join(
        _ joining: Joining, ref: Reference, isTaken: (SeatID) -> Bool = { _ in false }
    ) throws(Refusal) -> Event? {
        guard let rules else { throw .notFound }
        if let state = seats.held(by: joining.tokenDigest) {
            guard !state.isErased else { throw .notAllowed }
            switch state.standing {
            case .present: return nil
            case .banned: throw .banned
            case .removed:
                guard !isOver else { throw .ended }
                guard !isLocked else { throw .locked }
                // What brought somebody in before they were sent away brings nobody back when it is sent again.
                guard state.requests[ref] == nil else { throw .notSeated }
                // Whoever was sent away comes back by the same secret.
                return .seatChanged(
                    Event.SeatChanged(seat: state.id, by: state.id, ref: ref, standing: .present))
            }
        }
        guard !isOver else { throw .ended }
        if let visitor = joining.visitor, isBanned(visitor) { throw .banned }
        guard joining.passwordDigest == rules.passwordDigest || rules.passwordDigest == nil else {
            throw .wrongPassword
        }
        guard !isLocked else { throw .locked }
        guard seats.count < Self.maximumSeats else { throw .roomFull }
        let role: Seat.Role = joining.role == .spectator ? .spectator : .candidate
        let seat = Seat(
            id: seats.nextID(of: role, isTaken: isTaken), role: role, tokenDigest: joining.tokenDigest,
            name: joining.name,
            realName: joining.realName, visitor: joining.visitor)
        return .seatTaken(Event.SeatTaken(seat: seat, ref: ref))
    }

    private func isBanned(_ visitor: String) -> Bool {
        seats.contains { $0.standing == .banned && $0.seat.visitor == visitor }
    }
}
