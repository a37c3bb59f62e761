import Interviews
import QuestionBank
import Transcripts
import WebSockets
import Wire

extension Hub {
    /// Whether a connection may take one more seat. Seats of interviews that are over make room: whoever goes on
    /// to another one can still resume them.
    mutating func hasRoom(for id: InterviewID?, on connection: ConnectionID) -> Bool {
        guard let seats = sessions[connection]?.seats else { return false }
        if let id, seats[id] != nil { return true }
        for over in seats.keys where held[over]?.confirmed.isOver == true { leave(over, connection) }
        return (sessions[connection]?.seats.count ?? 0) < Self.maximumSeats
    }

    /// The interview is kept: its opener takes the seat, is told the secret and hears the first question.
    mutating func opened(
        _ id: InterviewID, _ events: [RecordedEvent], _ request: Request, _ opener: Request.Opener
    ) {
        guard let interview = held[id]?.confirmed, let seat = interview.seats.first?.id,
            let first = events.first
        else { return }
        effects.append(.log(.opened(id, questions: interview.questions.count)))
        let connection = request.connection
        guard sessions[connection] != nil,
            case .opened(var reply) = ServerMessage(interview.notice(of: first), for: seat, of: interview)
        else { return forgetLater(id) }
        reply.ref = request.ref
        reply.token = opener.isKnown ? nil : opener.token
        give(seat, in: id, to: connection)
        if let place = sessions[connection]?.opened.firstIndex(where: { $0.ref == request.ref }) {
            sessions[connection]?.opened[place].reply = reply
        }
        send(.opened(reply), to: connection)
        for event in events.dropFirst() { tell(interview.notice(of: event), in: id) }
        watchClock(of: id)
    }

    /// An interview is to be opened that is there already: for whoever opened it this is the same request again.
    mutating func reopened(_ id: InterviewID, _ request: Request, _ opener: Request.Opener) {
        guard let interview = held[id]?.confirmed, let seat = interview.seats.first,
            SeatToken.holds(opener.token, seat)
        else {
            forgetLater(id)
            return refuseOpening(.noSuchSeat(request.ref, id), on: request.connection)
        }
        recall(id, after: 0, for: request)
    }

    /// Says again what opening it said, and everything since.
    mutating func tellOpening(_ request: Request, _ events: [RecordedEvent], in id: InterviewID) {
        guard let interview = held[id]?.confirmed, sessions[request.connection] != nil,
            let seat = interview.seats.first?.id, let first = events.first,
            case .opened(var reply) = ServerMessage(interview.notice(of: first), for: seat, of: interview)
        else {
            return refuseOpening(
                .notRead(request.ref, id, .unavailable(code: "")), on: request.connection)
        }
        reply.ref = request.ref
        give(seat, in: id, to: request.connection)
        send(.opened(reply), to: request.connection)
        for message in MissedPage(Array(events.dropFirst()), after: 1, for: seat, of: interview).messages {
            effects.append(.tell(message, to: [request.connection]))
        }
    }

    /// Whoever knows the secret of a seat may have it again, and with it everything that happened since.
    mutating func resume(_ request: Request, token: String, after seq: Int, in id: InterviewID) {
        guard let interview = held[id]?.confirmed, sessions[request.connection] != nil else { return }
        guard let seat = interview.seat(heldBy: token), seat.standing == .present else {
            forgetLater(id)
            return refuse(.noSuchSeat(request.ref, id), to: request.connection)
        }
        guard hasRoom(for: id, on: request.connection) else {
            return refuse(.busy(request, id), to: request.connection)
        }
        if seq < interview.seq {
            recall(id, after: max(0, seq), for: request)
        } else {
            resumed(request, token: token, after: seq, [], in: id)
        }
    }

    /// Gives the seat, once what was missed is there.
    mutating func resumed(
        _ request: Request, token: String, after seq: Int, _ events: [RecordedEvent], in id: InterviewID
    ) {
        guard let interview = held[id]?.confirmed, sessions[request.connection] != nil else { return }
        guard let seat = interview.seat(heldBy: token) else {
            return refuse(.noSuchSeat(request.ref, id), to: request.connection)
        }
        let page = MissedPage(events, after: seq, for: seat.id, of: interview)
        if page.hasMore {
            forgetLater(id)
        } else {
            give(seat.id, in: id, to: request.connection)
        }
        effects.append(.log(.resumed(id, missed: page.messages.count)))
        let resumed = ServerMessage.Resumed(
            ref: request.ref, interview: id, seat: seat.id, seq: page.hasMore ? page.last : interview.seq,
            more: page.hasMore, missed: page.messages,
            clock: page.hasMore ? nil : ClockView(interview, for: seat.id, at: now))
        send(.resumed(resumed), to: request.connection)
    }

    mutating func disconnected(_ connection: ConnectionID) {
        guard let session = sessions.removeValue(forKey: connection) else { return }
        rates.forget(connection)
        for id in session.seats.keys { leave(id, connection) }
    }

    private mutating func give(_ seat: SeatID, in id: InterviewID, to connection: ConnectionID) {
        held[id]?.audience.add(connection, as: seat)
        sessions[connection]?.seats[id] = seat
    }

    private mutating func leave(_ id: InterviewID, _ connection: ConnectionID) {
        sessions[connection]?.seats[id] = nil
        held[id]?.audience.remove(connection)
        held[id]?.stream?.listeners.remove(connection)
        forgetLater(id)
    }

    /// What nobody uses is read from the log again when somebody asks for it. What is over goes at once.
    mutating func forgetLater(_ id: InterviewID) {
        guard let interview = held[id], interview.audience.isEmpty else { return }
        if interview.confirmed.isOver, interview.isUnused {
            held[id] = nil
            return
        }
        effects.append(.wake(.forget(id), after: Self.patience))
    }
}

extension Interview {
    /// The seat whose secret this is.
    fileprivate func seat(heldBy token: String) -> SeatState? {
        // Found by its digest, which nobody can choose; compared in constant time all the same.
        seats.held(by: SeatToken.digest(of: token)).flatMap { SeatToken.holds(token, $0) ? $0 : nil }
    }
}

extension SeatToken {
    static func holds(_ token: String, _ seat: SeatState) -> Bool {
        areEqual(seat.tokenDigest, digest(of: token))
    }
}
