import Interviews
import Transcripts
import WebSockets
import Wire

/// A visitor who wants transcripts deleted for good.
struct Erasing {
    var erase: ClientMessage.Erase
    var connection: ConnectionID
    var visitor: String
}

extension Hub {
    /// Deletes an interview of the visitor's, or everything. Whether it is theirs is looked up in the log.
    mutating func erase(_ erase: ClientMessage.Erase, on connection: ConnectionID) {
        guard let visitor = sessions[connection]?.visitor else {
            return refuse(.nothingToErase(erase), to: connection)
        }
        guard erasings.count < Self.maximumConsultations else {
            return refuse(.notErased(erase), to: connection)
        }
        lastTicket += 1
        erasings[lastTicket] = Erasing(erase: erase, connection: connection, visitor: visitor)
        let effect = Effect.erase(erase.interview, of: visitor, at: now, for: lastTicket)
        guard erase.interview == nil else { return effects.append(effect) }
        depart(visitor, for: lastTicket, then: effect)
    }

    /// - Parameter result: what is gone; `nil` where nothing of the interview that was named is the visitor's.
    mutating func erased(_ ticket: UInt64, _ result: Result<Erasure?, StoreError>) {
        guard let erasing = erasings.removeValue(forKey: ticket) else { return }
        departures[ticket] = nil
        switch result {
        case .success(let erasure?):
            for id in erasure.interviews { letGo(of: id) }
            for event in erasure.seats { learn(event) }
            if erasing.erase.interview == nil { scatter(erasing.visitor) }
            send(
                .erased(.init(ref: erasing.erase.ref, interview: erasing.erase.interview)),
                to: erasing.connection)
        case .success(nil): refuse(.nothingToErase(erasing.erase), to: erasing.connection)
        case .failure: refuse(.notErased(erasing.erase), to: erasing.connection)
        }
    }

    /// Interviews are gone that were older than they are kept.
    mutating func purged(_ interviews: [InterviewID]) {
        for id in interviews { letGo(of: id) }
    }

    /// Nobody is in an interview any more that is gone. What waits for it is refused; what is on its way to the log
    /// will find it gone.
    private mutating func letGo(of id: InterviewID) {
        // Whoever asked for the question that is being spoken has their reply.
        finishSpeaking(id)
        guard let interview = held[id] else { return }
        for connection in interview.audience.everyone { sessions[connection]?.seats[id] = nil }
        for request in interview.requests { refuse(.noSuchSeat(request.ref, id), to: request.connection) }
        held[id] = nil
    }
}

extension Refused {
    /// What is not there and what is not theirs look the same.
    fileprivate static func nothingToErase(_ erase: ClientMessage.Erase) -> Refused {
        Refused(
            ref: erase.ref, interview: erase.interview, code: .notFound,
            message: "There is no transcript of yours here that could be deleted.")
    }

    fileprivate static func notErased(_ erase: ClientMessage.Erase) -> Refused {
        Refused(
            ref: erase.ref, interview: erase.interview, code: .busy,
            message: "That cannot be done just now. Try again in a moment.")
    }
}
