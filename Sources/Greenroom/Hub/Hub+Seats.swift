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
        tellRoom(to: connection, as: seat, in: id)
        for event in events.dropFirst() { tell(interview.notice(of: event), in: id) }
        watchClock(of: id)
    }

    /// An interview is to be opened that is there already: for whoever opened it this is the same request again.
    mutating func reopened(_ id: InterviewID, _ request: Request, _ opener: Request.Opener) {
        guard let interview = held[id]?.confirmed, let seat = interview.seats.first,
            SeatToken.holds(opener.token, seat), seat.standing == .present
        else {
            forgetLater(id)
            return refuseOpening(.noSuchSeat(request.ref, id), on: request.connection)
        }
        recall(id, after: 0, for: request)
    }

    /// Says again what opening it said, and everything since.
    mutating func tellOpening(
        _ request: Request, _ events: [RecordedEvent], _ recall: Recall, in id: InterviewID
    ) {
        guard let interview = held[id]?.confirmed, sessions[request.connection] != nil,
            let opener = interview.seats.first, let first = events.first,
            case .opened(var reply) = ServerMessage(
                interview.notice(of: first), for: opener.id, of: interview)
        else {
            return refuseOpening(
                .notRead(request.ref, id, .unavailable(code: "")), on: request.connection)
        }
        // Whoever opened it may have been sent away while it was read.
        guard opener.standing == .present else {
            return refuseOpening(.noSuchSeat(request.ref, id), on: request.connection)
        }
        let seat = opener.id
        let (read, known) = withRest(of: events, after: 0, recall, for: seat, in: id)
        // What was confirmed while it was read is told to nobody later.
        guard known >= interview.seq || events.count >= recall.limit else {
            return self.recall(id, after: 0, for: request)
        }
        reply.ref = request.ref
        give(seat, in: id, to: request.connection)
        send(.opened(reply), to: request.connection)
        var page = MissedPage(reading: Array(read.dropFirst()), after: 1, upTo: known)
        page.write(for: seat, of: interview)
        for message in page.messages { effects.append(.tell(message, to: [request.connection])) }
        tellRoom(to: request.connection, as: seat, in: id)
    }

    mutating func resume(_ resume: ClientMessage.Resume, on connection: ConnectionID) {
        let key =
            resume.token.map { .secret($0) } ?? sessions[connection]?.visitor.map { SeatKey.visitor($0) }
        guard let key else { return refuse(.noSuchSeat(resume.ref, resume.interview), to: connection) }
        let wish = Request.Wish.resume(key, seq: resume.seq)
        take(Request(connection: connection, ref: resume.ref, wish: wish), for: resume.interview)
    }

    /// Whoever knows the secret of a seat, or whose it is, may have it again, and with it everything that happened
    /// since.
    mutating func resume(_ request: Request, by key: SeatKey, after seq: Int, in id: InterviewID) {
        guard let interview = held[id]?.confirmed, sessions[request.connection] != nil else { return }
        guard let seat = interview.seat(by: key), seat.standing == .present else {
            forgetLater(id)
            return refuse(.noSuchSeat(request.ref, id), to: request.connection)
        }
        guard hasRoom(for: id, on: request.connection) else {
            return refuse(.busy(request, id), to: request.connection)
        }
        comeIn(request, by: key, after: max(0, seq), in: id)
    }

    /// Reads what the holder of a seat has missed, where it is not at hand.
    mutating func comeIn(_ request: Request, by key: SeatKey, after seq: Int, in id: InterviewID) {
        guard let interview = held[id], let seat = interview.confirmed.seat(by: key) else { return }
        guard interview.confirmed.rules != nil else {
            guard seq < interview.confirmed.seq else {
                return tellMissed(request, MissedPage(reading: [], after: seq, upTo: seq), seat, in: id)
            }
            return recall(id, after: seq, for: request)
        }
        guard let events = interview.room.tail.events(after: seq, to: interview.confirmed.seq, for: seat.id)
        else { return recall(id, .told(seat.id), after: seq, for: request) }
        var page = MissedPage(reading: events, after: seq, upTo: interview.confirmed.seq)
        page.write(for: seat.id, of: interview.confirmed)
        tellMissed(request, page, seat, in: id)
    }

    /// Gives the seat, once what was missed is there.
    mutating func cameIn(
        _ request: Request, by key: SeatKey, after seq: Int, _ events: [RecordedEvent], _ recall: Recall,
        in id: InterviewID
    ) {
        guard let interview = held[id], sessions[request.connection] != nil else { return }
        guard let seat = interview.confirmed.seat(by: key), seat.standing == .present else {
            return refuse(.noSuchSeat(request.ref, id), to: request.connection)
        }
        let (read, known) = withRest(of: events, after: seq, recall, for: seat.id, in: id)
        var page = MissedPage(reading: read, after: seq, upTo: known)
        page.write(for: seat.id, of: interview.confirmed)
        tellMissed(request, page, seat, in: id)
    }

    /// What was read, with what was confirmed meanwhile where that is at hand; and the event up to which that is all.
    private func withRest(
        of events: [RecordedEvent], after seq: Int, _ recall: Recall, for seat: SeatID, in id: InterviewID
    ) -> (events: [RecordedEvent], known: Int) {
        let last = events.last?.seq ?? seq
        guard let interview = held[id], events.count < recall.limit else { return (events, last) }
        let known = max(last, recall.latest)
        guard interview.confirmed.rules != nil,
            let rest = interview.room.tail.events(after: known, to: interview.confirmed.seq, for: seat)
        else { return (events, known) }
        return (events + rest, max(known, interview.confirmed.seq))
    }

    private mutating func tellMissed(
        _ request: Request, _ page: MissedPage, _ seat: SeatState, in id: InterviewID
    ) {
        guard let interview = held[id]?.confirmed, sessions[request.connection] != nil else { return }
        let hasMore = page.last < interview.seq
        // What is told next goes to whoever has the seat, so that nothing falls between.
        if hasMore { forgetLater(id) } else { give(seat.id, in: id, to: request.connection) }
        effects.append(.log(.resumed(id, missed: page.messages.count)))
        let resumed = ServerMessage.Resumed(
            ref: request.ref, interview: id, seat: seat.id, seq: hasMore ? page.last : interview.seq,
            more: hasMore, missed: page.messages,
            clock: hasMore ? nil : ClockView(interview, for: seat.id, at: now))
        if case .join = request.wish {
            send(.joined(resumed), to: request.connection)
        } else {
            send(.resumed(resumed), to: request.connection)
        }
        if !hasMore { tellRoom(to: request.connection, as: seat.id, in: id) }
    }

    mutating func disconnected(_ connection: ConnectionID) {
        guard let session = sessions.removeValue(forKey: connection) else { return }
        rates.forget(connection)
        documents.forget(connection)
        for id in session.seats.keys { leave(id, connection) }
    }

    private mutating func give(_ seat: SeatID, in id: InterviewID, to connection: ConnectionID) {
        if let other = sessions[connection]?.seats[id], other != seat { leave(id, connection) }
        let wasHere = held[id]?.audience.isHere(seat) ?? false
        held[id]?.audience.add(connection, as: seat)
        sessions[connection]?.seats[id] = seat
        notePresence(of: seat, wasHere: wasHere, in: id)
    }

    mutating func leave(_ id: InterviewID, _ connection: ConnectionID) {
        let seat = held[id]?.audience.seats[connection]
        sessions[connection]?.seats[id] = nil
        held[id]?.audience.remove(connection)
        held[id]?.room.putAside.remove(connection)
        if let seat { notePresence(of: seat, wasHere: true, in: id) }
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
    fileprivate func seat(by key: SeatKey) -> SeatState? {
        switch key {
        case .secret(let token):
            // Found by its digest, which nobody can choose; compared in constant time all the same.
            return seats.held(by: SeatToken.digest(of: token)).flatMap {
                SeatToken.holds(token, $0) ? $0 : nil
            }
        case .visitor(let visitor):
            let own = seats.filter { $0.standing == .present && self.visitor(of: $0.id) == visitor }
            // A host's screen is a spectator.
            return own.first(where: \.isHost) ?? own.last { $0.role == .candidate } ?? own.last
        }
    }
}

extension SeatToken {
    static func holds(_ token: String, _ seat: SeatState) -> Bool {
        areEqual(seat.tokenDigest, digest(of: token))
    }
}
