import Interviews
import Marking
import QuestionBank
import Transcripts
import WebSockets
import Wire

extension Hub {
    mutating func open(_ open: ClientMessage.Open, on connection: ConnectionID) {
        if let known = sessions[connection]?.opened.first(where: { $0.ref == open.ref }) {
            // While it is on its way to the log there is nothing to say yet.
            if let reply = known.reply { send(.opened(reply), to: connection) }
            return
        }
        if open.room != nil {
            guard mayGuess(open.ref, on: connection) else { return }
            if let refused = refusal(of: open.room, open.ref, on: connection) {
                return refuse(refused, to: connection)
            }
        }
        if let again = open.again {
            guard sessions[connection]?.seats[again.interview] != nil else {
                return refuse(Refused(.notSeated, ref: open.ref, interview: again.interview), to: connection)
            }
            noteOpening(open.ref, on: connection)
            let request = Request(connection: connection, ref: open.ref, wish: .openAgain(open))
            return take(request, for: again.interview)
        }
        guard let bank = bank(for: open, on: connection) else {
            return refuse(.unknownDocument(open.ref), to: connection)
        }
        if let wanted = open.bank, wanted.utf8.count < 8 || !bank.hash.hasPrefix(wanted) {
            return refuse(.otherBank(open.ref), to: connection)
        }
        noteOpening(open.ref, on: connection)
        let isFresh = open.fresh == true && open.seed == nil && open.document == nil
        if open.due == true || isFresh, sessions[connection]?.visitor != nil {
            consult(.open(open, connection))
        } else if open.due == true {
            refuseOpening(.noneDue(open.ref), on: connection)
        } else {
            draw(open, from: bank, seed: open.seed ?? Settings.makeSeed(from: secrets), on: connection)
        }
    }

    /// Opens an interview on what is due.
    mutating func openDue(_ open: ClientMessage.Open, _ questions: [Question], on connection: ConnectionID) {
        guard !questions.isEmpty else { return refuseOpening(.noneDue(open.ref), on: connection) }
        start(
            open, Choice(questions: questions), topics: bank.topics, bank: bank.hash, purpose: .due,
            on: connection)
    }

    /// Opens an interview on chosen points of another one, which need not be of the bank that is used now.
    mutating func openAgain(
        _ open: ClientMessage.Open, from id: InterviewID, on connection: ConnectionID
    ) {
        guard let interview = held[id]?.confirmed, let opening = interview.opening, let again = open.again,
            let seat = sessions[connection]?.seats[id],
            again.points.count <= ClientMessage.Again.maximumPoints
        else { return refuseOpening(.noSuchSeat(open.ref, id), on: connection) }
        let points = Dictionary(grouping: again.points, by: \.question).mapValues { Set($0.map(\.point)) }
        let questions = points.keys.sorted().compactMap { index -> Question? in
            // What was never asked is no secret to be got at this way.
            guard (0..<interview.askedCount(of: seat)).contains(index), interview.showsMarks(of: index) else {
                return nil
            }
            let question = interview.questions[index].askingAgain(points[index] ?? [])
            return question.keyPoints.contains { !$0.isMisconception } ? question : nil
        }
        start(
            open, Choice(questions: questions), topics: opening.topics, bank: opening.bank, purpose: .again,
            on: connection)
    }

    mutating func draw(
        _ open: ClientMessage.Open, from bank: Bank, seed: String, on connection: ConnectionID
    ) {
        let settings = Settings(open, seed: seed, purpose: .drawn)
        let room = roomSetup(open.room)
        begin(open, on: connection) { token, visitor throws(Refusal) in
            try Interview.open(
                settings, from: bank, seat: token, visitor: visitor, room: room, ref: open.ref)
        }
    }

    private mutating func start(
        _ open: ClientMessage.Open, _ choice: Choice, topics: [Topic], bank: String,
        purpose: Settings.Purpose, on connection: ConnectionID
    ) {
        let seed = open.seed ?? Settings.makeSeed(from: secrets)
        let settings = Settings(open, seed: seed, purpose: purpose)
        let room = roomSetup(open.room)
        begin(open, on: connection) { token, visitor throws(Refusal) in
            try Interview.open(
                settings, choice, topics: topics, bank: bank, seat: token, visitor: visitor, room: room,
                ref: open.ref)
        }
    }

    /// - Parameter events: what opens it, given the digests of the seat's and of the visitor's secret.
    private mutating func begin(
        _ open: ClientMessage.Open, on connection: ConnectionID,
        _ events: (String, String?) throws(Refusal) -> [Event]
    ) {
        let drawn = open.interview.flatMap { id in open.secret.map { (id, $0.text) } }
        let (id, token) = drawn ?? (InterviewID.make(from: secrets, at: now), SeatToken.make(from: secrets))
        let opener = Request.Opener(token: token, isKnown: drawn != nil)
        let request = Request(connection: connection, ref: open.ref, wish: .open(opener))
        guard hasRoom(for: drawn?.0, on: connection), !isDeparting(connection) else {
            return refuseOpening(.busy(request, nil), on: connection)
        }
        // Here already, or on its way: the client drew its name and asks again.
        if held[id] != nil { return take(request, for: id) }
        do {
            let events = try events(SeatToken.digest(of: token), sessions[connection]?.visitor)
            held[id] = HeldInterview(id)
            commit(events, for: request, at: .opening, in: id)
        } catch {
            refuseOpening(Refused(error, ref: open.ref, interview: nil), on: connection)
        }
    }

    private mutating func noteOpening(_ ref: Reference, on connection: ConnectionID) {
        sessions[connection]?.opened.append((ref, nil))
        if let opened = sessions[connection]?.opened, opened.count > Self.maximumSeats {
            sessions[connection]?.opened.removeFirst()
        }
    }

    mutating func refuseOpening(_ refused: Refused, on connection: ConnectionID) {
        sessions[connection]?.opened.removeAll { $0.ref == refused.ref }
        refuse(refused, to: connection)
    }

    private func bank(for open: ClientMessage.Open, on connection: ConnectionID) -> Bank? {
        guard let wanted = open.document else { return bank }
        guard let kept = documents.kept(on: connection), kept.id == wanted else { return nil }
        return kept.document.bank
    }
}
