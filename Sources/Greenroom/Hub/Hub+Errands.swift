import Interviews
public import Transcripts
import WebSockets
public import Wire

/// What a visitor asks for that needs the disk and changes no interview in memory.
public enum Errand: Hashable, Sendable {
    case share(ClientMessage.Share)
    case unshare(ClientMessage.Unshare)
    case link(ClientMessage.Link)
    case recovery(ClientMessage.Recovery)
    case claim(ClientMessage.Claim)
    case unlink(ClientMessage.Unlink)
    case note(ClientMessage.Note)
    case unnote(ClientMessage.Unnote)

    /// What came of it.
    public enum Reply: Hashable, Sendable {
        case done(ServerMessage)
        /// It has become somebody else's.
        case handedOver(ServerMessage, Handover)
        case refused(RefusalCode, String)
    }

    var ref: Reference {
        switch self {
        case .share(let share): share.ref
        case .unshare(let unshare): unshare.ref
        case .link(let link): link.ref
        case .recovery(let recovery): recovery.ref
        case .claim(let claim): claim.ref
        case .unlink(let unlink): unlink.ref
        case .note(let note): note.ref
        case .unnote(let unnote): unnote.ref
        }
    }
}

extension Hub {
    mutating func receivedErrand(_ message: ClientMessage, on connection: ConnectionID) {
        switch message {
        case .share(let share): run(.share(share), on: connection)
        case .unshare(let unshare): run(.unshare(unshare), on: connection)
        case .link(let link): run(.link(link), on: connection)
        case .recovery(let recovery): run(.recovery(recovery), on: connection)
        case .claim(let claim):
            if mayGuess(claim.ref, on: connection) { run(.claim(claim), on: connection) }
        case .unlink(let unlink): run(.unlink(unlink), on: connection)
        case .note(let note): run(.note(note), on: connection)
        case .unnote(let unnote): run(.unnote(unnote), on: connection)
        default: break
        }
    }

    /// Has it done by whoever waits for the disk.
    private mutating func run(_ errand: Errand, on connection: ConnectionID) {
        guard let key = sessions[connection]?.key, let visitor = sessions[connection]?.visitor else {
            return refuse(.notRun(errand, .notFound, "There is nothing of yours here."), to: connection)
        }
        guard errands.count < Self.maximumConsultations else {
            return refuse(.notRun(errand), to: connection)
        }
        lastTicket += 1
        errands[lastTicket] = (errand, connection)
        let effect = Effect.run(errand, by: key, at: now, for: lastTicket)
        guard errand.mayTakeAll(of: visitor) else { return effects.append(effect) }
        depart(visitor, for: lastTicket, then: effect)
    }

    mutating func ran(_ ticket: UInt64, _ result: Result<Errand.Reply, StoreError>) {
        guard let (errand, connection) = errands.removeValue(forKey: ticket) else { return }
        departures[ticket] = nil
        if case .claim = errand, sessions[connection] != nil { countGuess(on: connection) }
        switch result {
        case .success(.done(let message)): send(message, to: connection)
        case .success(.handedOver(let message, let handover)):
            handOver(handover)
            send(message, to: connection)
        case .success(.refused(let code, let sentence)):
            refuse(.notRun(errand, code, sentence), to: connection)
        case .failure: refuse(.notRun(errand), to: connection)
        }
    }

    /// Whoever is there already is from now on whose the browser is.
    private mutating func handOver(_ handover: Handover) {
        for (connection, session) in sessions {
            guard let key = session.key, let owner = handover.browsers[key] else { continue }
            sessions[connection]?.visitor = owner
        }
        guard handover.from != handover.to else { return }
        for (ticket, visitors) in sayings where visitors.contains(handover.from) {
            sayings[ticket]?.insert(handover.to)
        }
        for id in Array(held.keys) where held[id]?.confirmed.knows(handover.from) == true {
            held[id]?.confirmed.rename(handover.from, to: handover.to)
        }
    }

    /// A visitor is forgotten: each of its browsers is one of its own again.
    mutating func scatter(_ visitor: String) {
        for (connection, session) in sessions where session.visitor == visitor {
            sessions[connection]?.visitor = session.key
        }
    }
}

extension Errand {
    /// Whether everything of the visitor's may become somebody else's by it.
    fileprivate func mayTakeAll(of visitor: String) -> Bool {
        switch self {
        case .claim: true
        case .unlink(let unlink): unlink.browser.text == visitor
        case .share, .unshare, .link, .recovery, .note, .unnote: false
        }
    }
}

extension Refused {
    fileprivate static func notRun(
        _ errand: Errand, _ code: RefusalCode = .busy,
        _ sentence: String = "That cannot be done just now. Try again in a moment."
    ) -> Refused {
        Refused(ref: errand.ref, code: code, message: sentence)
    }
}
