import Interviews
import QuestionBank
import WebSockets
import Wire

extension Hub {
    /// Whether a connection may take one more seat. Seats of interviews that are over make room: whoever goes on
    /// to another one can still resume them.
    mutating func hasRoom(for id: InterviewID?, on connection: ConnectionID) -> Bool {
        guard let seats = sessions[connection]?.seats else { return false }
        if let id, seats[id] != nil { return true }
        for over in seats.keys {
            guard case .ended = held[over]?.committed.phase else { continue }
            leave(over, connection)
        }
        return (sessions[connection]?.seats.count ?? 0) < Self.maximumSeats
    }

    /// The interview is kept: its opener takes the seat, is told the secret and hears the first question.
    mutating func opened(_ id: InterviewID, _ events: [RecordedEvent], _ request: Request, token: String) {
        guard let interview = held[id]?.committed, let seat = interview.seats.first?.id,
            let first = events.first
        else { return }
        effects.append(.log(.opened(id, questions: interview.questions.count)))
        let connection = request.connection
        guard sessions[connection] != nil,
            case .opened(var reply) = ServerMessage(
                interview.notice(of: first), for: seat, of: interview, token: token)
        else { return forgetLater(id) }
        reply.ref = request.ref
        held[id]?.listeners[connection] = seat
        sessions[connection]?.seats[id] = seat
        if let place = sessions[connection]?.opened.firstIndex(where: { $0.ref == request.ref }) {
            sessions[connection]?.opened[place].reply = reply
        }
        send(.opened(reply), to: connection)
        for event in events.dropFirst() { tell(interview.notice(of: event), in: id) }
        watchClock(of: id)
    }

    /// Whoever knows the secret of a seat may have it again, and with it everything that happened since.
    mutating func resume(_ request: Request, token: String, after seq: Int, in id: InterviewID) {
        guard let interview = held[id]?.committed, sessions[request.connection] != nil else { return }
        guard interview.seat(heldBy: token) != nil else {
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
        guard let interview = held[id]?.committed, sessions[request.connection] != nil,
            let seat = interview.seat(heldBy: token)
        else { return }
        let page = MissedPage(events, after: seq, for: seat.id, of: interview)
        if page.hasMore {
            forgetLater(id)
        } else {
            held[id]?.listeners[request.connection] = seat.id
            sessions[request.connection]?.seats[id] = seat.id
        }
        effects.append(.log(.resumed(id, missed: page.messages.count)))
        let resumed = ServerMessage.Resumed(
            ref: request.ref, interview: id, seat: seat.id, seq: interview.seq, more: page.hasMore,
            missed: page.messages, clock: page.hasMore ? nil : ClockView(interview, at: now))
        send(.resumed(resumed), to: request.connection)
    }

    mutating func disconnected(_ connection: ConnectionID) {
        guard let session = sessions.removeValue(forKey: connection) else { return }
        for id in session.seats.keys { leave(id, connection) }
    }

    private mutating func leave(_ id: InterviewID, _ connection: ConnectionID) {
        sessions[connection]?.seats[id] = nil
        held[id]?.listeners[connection] = nil
        held[id]?.stream?.listeners.remove(connection)
        forgetLater(id)
    }

    /// What nobody uses is read from the log again when somebody asks for it. What is over goes at once.
    mutating func forgetLater(_ id: InterviewID) {
        guard let interview = held[id], interview.listeners.isEmpty else { return }
        if case .ended = interview.committed.phase, interview.isUnused {
            held[id] = nil
            return
        }
        effects.append(.wake(.forget(id), after: Self.patience))
    }
}

extension Interview {
    /// The seat whose secret this is.
    fileprivate func seat(heldBy token: String) -> Seat? {
        let digest = SeatToken.digest(of: token)
        return seats.first { SeatToken.areEqual($0.tokenDigest, digest) }
    }
}
