import Interviews
import Transcripts
import WebSockets
import Wire

/// A visitor who wants transcripts deleted for good.
struct Erasing {
    var erase: ClientMessage.Erase
    var connection: ConnectionID
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
        erasings[lastTicket] = Erasing(erase: erase, connection: connection)
        effects.append(.erase(erase.interview, of: visitor, for: lastTicket))
    }

    /// - Parameter result: the interviews that are gone; `nil` where the one that was named is not the visitor's.
    mutating func erased(_ ticket: UInt64, _ result: Result<[InterviewID]?, StoreError>) {
        guard let erasing = erasings.removeValue(forKey: ticket) else { return }
        switch result {
        case .success(let interviews?):
            for id in interviews { letGo(of: id) }
            send(
                .erased(.init(ref: erasing.erase.ref, interview: erasing.erase.interview)),
                to: erasing.connection)
        case .success(nil): refuse(.nothingToErase(erasing.erase), to: erasing.connection)
        case .failure: refuse(.notErased(erasing.erase), to: erasing.connection)
        }
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
