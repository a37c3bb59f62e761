import Interviews
import WebSockets
import Wire

/// What changes quickly in a room is gathered for a moment and told as it stands then, so that a room of thousands costs
/// no more a second than its size.
extension Hub {
    /// Notes what an event that counts means for who is there and for the board.
    mutating func note(_ recorded: RecordedEvent, in id: InterviewID) {
        guard held[id]?.confirmed.rules != nil else { return }
        switch recorded.event {
        case .seatTaken(let taken):
            held[id]?.room.joining.remove(taken.seat.id)
            expectElsewhere(taken.seat.id, in: id)
            held[id]?.room.changedSeats.insert(taken.seat.id)
            updateRow(of: taken.seat.id, in: id)
        case .seatChanged(let changed):
            held[id]?.room.changedSeats.insert(changed.seat)
            expel(changed.seat, from: id)
            updateRow(of: changed.seat, in: id)
        case .seatErased(let erased):
            held[id]?.room.changedSeats.insert(erased.seat)
            held[id]?.room.tail.forget(erased.seat)
            expel(erased.seat, from: id)
            updateRow(of: erased.seat, in: id)
            if let current = held[id]?.confirmed.current, held[id]?.confirmed.isShown(current) == true {
                tellPhrases(of: current, in: id)
            }
        case .questionAsked(let asked) where asked.for == nil:
            beginQuestion(at: recorded.at, in: id)
            tellPlan(to: held[id]?.hosts ?? [], in: id)
        case .questionAsked(let asked) where asked.question + 1 == held[id]?.confirmed.front:
            tellPlan(to: held[id]?.hosts ?? [], in: id)
        case .planChanged:
            tellPlan(to: held[id]?.hosts ?? [], in: id)
        case .questionReopened(let reopened) where reopened.for == nil:
            beginQuestion(at: recorded.at, in: id)
        case .boardRevealed(let revealed):
            tellPhrases(of: revealed.question, in: id)
            held[id]?.room.toldDone = (-1, -1)
        default: break
        }
        noteForFollowers(recorded.event, in: id)
        if let seat = recorded.event.lane { updateRow(of: seat, in: id) }
        takeTurn(in: id)
        closeIfComplete(id)
    }

    private mutating func beginQuestion(at time: Timestamp, in id: InterviewID) {
        held[id]?.room.begin(at: time)
        watchForStuck(in: id)
    }

    /// Whoever was sent away is told so and no longer here.
    private mutating func expel(_ seat: SeatID, from id: InterviewID) {
        guard let interview = held[id], let state = interview.confirmed.seats[seat],
            state.standing != .present
        else { return }
        let connections = Array(interview.audience.connections(of: seat))
        guard !connections.isEmpty else { return }
        let gone = ServerMessage.gone(.init(interview: id, seat: seat, reason: .init(state)))
        effects.append(.tell(StampedMessage(gone), to: connections))
        for connection in connections { leave(id, connection) }
    }

    /// Sees to it that what is new is told soon.
    mutating func takeTurn(in id: InterviewID) {
        guard let room = held[id]?.room, !room.isTurnDue else { return }
        let since = room.toldAt.map { max(0, now.milliseconds - $0.milliseconds) } ?? HeldRoom.turn
        held[id]?.room.isTurnDue = true
        let wait = max(HeldRoom.firstTurn, HeldRoom.turn - since)
        effects.append(.wake(.tellNews(id), after: .milliseconds(wait)))
    }

    /// Tells what is new.
    mutating func tellNews(in id: InterviewID) {
        guard held[id] != nil else { return }
        held[id]?.room.isTurnDue = false
        held[id]?.room.toldAt = now
        tellSeats(in: id)
        tellPresence(in: id)
        makeBoard(in: id)
        if held[id]?.room.owesBoard == true {
            held[id]?.room.owesBoard = false
            tellBoard(to: held[id]?.hosts ?? [], in: id)
        } else {
            tellRows(in: id)
        }
        tellTotals(in: id)
        tellNewTicks(in: id)
        held[id]?.room.forgetNews()
        // All may have answered before there was a board.
        closeIfComplete(id)
    }

    private mutating func tellSeats(in id: InterviewID) {
        guard let interview = held[id], !interview.room.changedSeats.isEmpty else { return }
        let states = interview.room.changedSeats.sorted(by: SeatID.areInOrder)
            .compactMap { interview.confirmed.seats[$0] }
        tell(states, whole: false, to: interview.hosts, forHosts: true, in: id)
        tell(states, whole: false, to: interview.guests, forHosts: false, in: id)
    }

    private mutating func tell(
        _ states: some Collection<SeatState>, whole: Bool, to connections: [ConnectionID], forHosts: Bool,
        in id: InterviewID
    ) {
        guard let interview = held[id], !connections.isEmpty else { return }
        var rest = states[...]
        repeat {
            let page = rest.prefix(Self.seatsPerPage)
            rest = rest.dropFirst(Self.seatsPerPage)
            let seats = ServerMessage.Seats(
                interview: id, whole: whole, more: whole && !rest.isEmpty,
                seats: page.map {
                    SeatView($0, isHere: interview.isHere($0.id), forHosts: forHosts)
                },
                locked: interview.confirmed.isLocked)
            effects.append(.tell(StampedMessage(.seats(seats)), to: connections))
        } while !rest.isEmpty
    }

    private mutating func tellPresence(in id: InterviewID) {
        guard let interview = held[id] else { return }
        let room = interview.room
        guard !room.came.isEmpty || !room.went.isEmpty else { return }
        func sorted(_ seats: Set<SeatID>) -> [SeatID] { seats.sorted(by: SeatID.areInOrder) }
        let here = ServerMessage.here(
            .init(interview: id, here: sorted(room.came), gone: sorted(room.went)))
        effects.append(.tell(StampedMessage(here), to: interview.audience.everyone))
    }

    /// Where a room goes on when all who count have answered.
    mutating func closeIfComplete(_ id: InterviewID) {
        guard let interview = held[id], interview.isReady, !interview.isProposing,
            let board = interview.room.board, board.isComplete, let event = interview.confirmed.completed()
        else { return }
        guard board.isForAll || !interview.room.isGathering(at: now) else { return }
        held[id]?.isProposing = true
        commit([event], for: nil, in: id)
    }

    /// Tells a connection that came in how the room stands.
    mutating func tellRoom(to connection: ConnectionID, as seat: SeatID, in id: InterviewID) {
        guard let interview = held[id], interview.confirmed.rules != nil else { return }
        makeBoard(in: id)
        let isHost = interview.confirmed.isHost(seat)
        tell(interview.confirmed.seats, whole: true, to: [connection], forHosts: isHost, in: id)
        if isHost {
            tellBoard(to: [connection], in: id)
            tellPlan(to: [connection], in: id)
        } else {
            tellTotals(to: [connection], in: id)
        }
        if let current = interview.confirmed.current, interview.confirmed.isShown(current),
            let phrases = phrases(of: current, in: id)
        {
            effects.append(.tell(phrases, to: [connection]))
        }
        tellFollower(connection, as: seat, in: id)
        watchForStuck(in: id)
    }

    private static let seatsPerPage = 400
}

extension HeldRoom {
    /// Whether it was read from the log just now, so that many are on their way back.
    fileprivate func isGathering(at time: Timestamp) -> Bool {
        readAt.map { time.milliseconds - $0.milliseconds < Self.returnPatience } ?? false
    }

    /// Everybody is at another question from now on.
    fileprivate mutating func begin(at time: Timestamp) {
        board = nil
        owesBoard = true
        doing = doing.filter { $0.value == .away }
        typedAt = [:]
        askedAt = time
        guestsToldAt = nil
        toldDone = (-1, -1)
    }

    fileprivate mutating func forgetNews() {
        (changedRows, changedSeats, came, went) = ([:], [], [], [])
    }
}

extension SeatID {
    /// The order in which seats of a role were taken: c2 before c10.
    static func areInOrder(_ one: SeatID, _ other: SeatID) -> Bool {
        (one.text.utf8.count, one.text) < (other.text.utf8.count, other.text)
    }
}
