import Interviews
import Marking
import QuestionBank
import WebSockets

extension Hub {
    mutating func open(_ open: ClientMessage.Open, on connection: ConnectionID) {
        if let known = sessions[connection]?.opened.first(where: { $0.ref == open.ref }) {
            return replyToOpen(open.ref, known.interview, token: known.token, on: connection)
        }
        let token = SeatToken.make(from: secrets)
        let request = Request(connection: connection, ref: open.ref, wish: .open(token: token))
        guard hasRoom(for: nil, on: connection) else {
            return refuse(.busy(request, nil), to: connection)
        }
        guard let bank = bank(for: open, on: connection) else {
            return refuse(.unknownDocument(open.ref), to: connection)
        }
        let settings = Settings(
            topics: open.topics, count: open.count, seed: open.seed ?? Settings.makeSeed(from: secrets),
            pace: open.pace)
        do {
            let events = try Interview.open(
                settings, from: bank, tokenDigest: SeatToken.digest(of: token), ref: open.ref)
            let id = InterviewID.make(from: secrets)
            held[id] = HeldInterview(id)
            sessions[connection]?.opened.append((open.ref, id, token))
            if let opened = sessions[connection]?.opened, opened.count > Self.maximumSeats {
                sessions[connection]?.opened.removeFirst()
            }
            commit(events, for: request, in: id)
        } catch {
            refuse(Refused(error, ref: open.ref, interview: nil), to: connection)
        }
    }

    private func bank(for open: ClientMessage.Open, on connection: ConnectionID) -> Bank? {
        guard let wanted = open.document else { return bank }
        guard let document = sessions[connection]?.document, document.id == wanted else { return nil }
        return document.bank
    }

    /// Whether a connection may take one more seat. Seats of interviews that are over make room.
    private mutating func hasRoom(for id: InterviewID?, on connection: ConnectionID) -> Bool {
        guard let seats = sessions[connection]?.seats else { return false }
        if let id, seats[id] != nil { return true }
        if seats.count < Self.maximumSeats { return true }
        for over in seats.keys {
            guard case .ended = held[over]?.committed.phase else { continue }
            leave(over, connection)
        }
        return (sessions[connection]?.seats.count ?? 0) < Self.maximumSeats
    }

    /// The interview is kept: its opener takes the seat, is told the secret and hears the first question.
    mutating func opened(_ id: InterviewID, _ request: Request, token: String) {
        guard let interview = held[id]?.committed, let seat = interview.seats.first?.id else { return }
        effects.append(.log(.opened(id, questions: interview.questions.count)))
        guard sessions[request.connection] != nil else { return forgetLater(id) }
        held[id]?.listeners[request.connection] = seat
        sessions[request.connection]?.seats[id] = seat
        replyToOpen(request.ref, id, token: token, on: request.connection)
        for notice in interview.notices(after: 1, for: seat) { tell(notice, in: id) }
    }

    private mutating func replyToOpen(
        _ ref: Reference, _ id: InterviewID, token: String, on connection: ConnectionID
    ) {
        guard let interview = held[id]?.committed, let seat = interview.seats.first?.id,
            let notice = interview.notices(after: 0, for: seat).first(where: { _ in true }),
            case .opened(var opened) = ServerMessage(notice, for: seat, of: interview, token: token)
        else { return }
        opened.ref = ref
        send(.opened(opened), to: connection)
    }

    /// Gives a seat to whoever knows its secret, and with it everything that happened since.
    mutating func resume(_ request: Request, token: String, after seq: Int, in id: InterviewID) {
        guard let interview = held[id], sessions[request.connection] != nil else { return }
        let digest = SeatToken.digest(of: token)
        guard
            let seat = interview.committed.seats.first(where: { SeatToken.areEqual($0.tokenDigest, digest) })
        else {
            forgetLater(id)
            return refuse(.noSuchSeat(request.ref, id), to: request.connection)
        }
        guard hasRoom(for: id, on: request.connection) else {
            return refuse(.busy(request, id), to: request.connection)
        }
        let page = MissedPage(of: interview.committed, after: seq, for: seat.id)
        if !page.hasMore {
            held[id]?.listeners[request.connection] = seat.id
            sessions[request.connection]?.seats[id] = seat.id
        } else {
            forgetLater(id)
        }
        effects.append(.log(.resumed(id, missed: page.messages.count)))
        let resumed = ServerMessage.Resumed(
            ref: request.ref, interview: id, seat: seat.id, seq: interview.committed.seq, more: page.hasMore,
            missed: page.messages)
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

    /// What nobody uses is read from the log again when somebody asks for it.
    mutating func forgetLater(_ id: InterviewID) {
        guard held[id]?.listeners.isEmpty == true else { return }
        effects.append(.wake(.forget(id), after: Self.patience))
    }
}

/// The messages that a seat has missed, as many as go into one frame.
struct MissedPage {
    /// In bytes, estimated; one message is always taken.
    static let limit = 128 * 1024

    var messages: [ServerMessage] = []
    var hasMore = false

    init(of interview: Interview, after seq: Int, for seat: SeatID) {
        var size = 0
        for notice in interview.notices(after: seq, for: seat) {
            size += notice.estimatedSize
            guard size <= Self.limit || messages.isEmpty else {
                hasMore = true
                return
            }
            if let message = ServerMessage(notice, for: seat, of: interview) { messages.append(message) }
        }
    }
}

extension Notice {
    /// The size of the message in bytes, roughly: what people wrote and a flat rate for each key point.
    fileprivate var estimatedSize: Int {
        switch content {
        case .answered(let answered):
            answered.text.utf8.count + 500 * answered.mark.points.count
        case .revealed(_, let modelAnswer):
            200 + (modelAnswer?.utf8.count ?? 0)
        case .ended:
            20_000
        case .opened, .asked, .skipped, .seatTaken:
            1000
        }
    }
}
