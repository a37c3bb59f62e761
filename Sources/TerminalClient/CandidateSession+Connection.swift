import Interviews
import Wire

extension CandidateSession {
    /// Says what is to be said on a new connection.
    mutating func greeted(_ welcome: ServerMessage.Welcome) {
        if let seat { return resumeWhereWeAre(seat) }
        guard let inDoubt else { return entry == nil ? open(welcome) : enter() }
        link = .seated
        effects.append(.send(inDoubt))
    }

    private mutating func resumeWhereWeAre(_ seat: SeatNote) {
        if collected != nil { collected = [] }
        resume(seat, after: collected == nil ? heard.both : 0)
    }

    mutating func resume(_ seat: SeatNote, after seq: Int) {
        let ref = makeReference()
        link = .resuming(ref)
        effects.append(
            .send(.resume(.init(ref: ref, interview: seat.interview, token: seat.token, seq: seq))))
    }

    private mutating func open(_ welcome: ServerMessage.Welcome) {
        var topics: [String] = []
        for wanted in setUp.topics {
            let found = welcome.bank.topics.filter {
                $0.id == wanted.lowercased() || $0.title.lowercased() == wanted.lowercased()
            }
            guard let topic = found.first else {
                let known = welcome.bank.topics.map(\.id).joined(separator: ", ")
                note("There is no topic “\(wanted)”. There are: \(known).")
                return finish(ExitStatus.data)
            }
            topics.append(topic.id)
        }
        link = .seated
        request(setUp.request(makeReference(), topics: topics))
    }

    /// The seat is held again.
    mutating func resumed(_ resumed: ServerMessage.Resumed) {
        guard case .resuming(resumed.ref) = link else { return }
        for missed in resumed.missed { hear(missed) }
        room?.own = resumed.seat
        guard let seat, !isFinished, case .resuming(resumed.ref) = link else { return }
        if resumed.more { return resume(seat, after: resumed.seq) }
        heard.note(upTo: resumed.seq)
        link = .seated
        if let clock = resumed.clock { self.clock = Countdown(clock, at: now) }
        if collected != nil { return tellAtTheEnd() }
        if attemptsToConnect > 0 { note(Words.connectedAgain) }
        attemptsToConnect = 0
        wasSeated = true
        if isCatchingUp {
            isCatchingUp = false
            showWhereThingsStand()
        }
        sendAgain()
    }

    mutating func disconnected(_ words: String, isFinal: Bool) {
        link = .down
        guard again == nil else { return finish(0) }
        keepSeat()
        if speaking != nil { effects.append(.endSpeech) }
        speaking = nil
        guard wasSeated, !isFinal else {
            note(words)
            return finish(ExitStatus.unavailable)
        }
        if attemptsToConnect == 0 { note(Words.connectionLost) }
        guard attemptsToConnect < Self.mostAttempts else {
            note(Words.givingUp(words, server))
            return finish(ExitStatus.unavailable)
        }
        effects.append(.connect(after: .milliseconds(min(10_000, 250 << min(attemptsToConnect, 6)))))
        attemptsToConnect += 1
    }

    /// About five minutes.
    static let mostAttempts = 35

    mutating func interrupted() {
        guard again == nil else { return finish(0) }
        keepSeat()
        if seat != nil { note(Words.howToGoOn(server)) }
        finish(ExitStatus.interrupted)
    }

    mutating func keepSeat() {
        guard var note = seat else { return }
        note.draft = draft
        effects.append(.keep(note))
    }

    /// Sends something that is answered; one after the other.
    mutating func request(_ message: ClientMessage) {
        precondition(inDoubt == nil, "one request after the other")
        inDoubt = message
        effects.append(.send(message))
    }

    /// The request is answered.
    mutating func settle(_ ref: Reference?) -> ClientMessage? {
        guard let ref, let request = inDoubt, request.ref == ref else { return nil }
        inDoubt = nil
        return request
    }

    /// Whatever was asked for and is not answered: to be sure, or because it could not be kept.
    mutating func sendAgain() {
        switch link {
        case .down, .greeting: break
        case .resuming: if let seat { resumeWhereWeAre(seat) }
        case .seated: if let inDoubt { effects.append(.send(inDoubt)) }
        }
    }

    mutating func makeReference() -> Reference {
        requests += 1
        guard let reference = Reference("\(references).\(requests)") else {
            preconditionFailure("a name for requests that is none")
        }
        return reference
    }
}

/// Of sysexits.h, where there is one.
enum ExitStatus {
    static let usage: Int32 = 64
    static let data: Int32 = 65
    static let unavailable: Int32 = 69
    static let notPermitted: Int32 = 77
    static let interrupted: Int32 = 130
}
