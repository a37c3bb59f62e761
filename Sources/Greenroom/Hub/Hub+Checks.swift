import Interviews
import Transcripts
import Wire

extension Hub {
    /// Whether a seat of an interview that is not in memory is whoever's asks: only then it is worth reading.
    mutating func check(_ key: SeatKey, of request: Request, for id: InterviewID) {
        lastTicket += 1
        checks[lastTicket] = (id, request)
        effects.append(.findSeat(key.holder, in: id, for: lastTicket))
    }

    mutating func seatFound(_ ticket: UInt64, _ result: Result<Bool, StoreError>) {
        guard let (id, request) = checks.removeValue(forKey: ticket) else { return }
        switch result {
        case .success(true):
            takeUp(request, for: id)
        case .success(false):
            refuse(.noSuchSeat(request.ref, id), to: request.connection)
        case .failure(let error):
            effects.append(.log(.notLoaded(id, error)))
            refuse(.notRead(request.ref, id, error), to: request.connection)
        }
    }
}

extension Request {
    /// By what it wants a seat, where it wants one of an interview that it names.
    var key: SeatKey? {
        switch wish {
        case .open(let opener): .secret(opener.token)
        case .resume(let key, _): key
        // Joining finds the room by its code, and may be for the first time.
        case .openAgain, .command, .join, .row: nil
        }
    }
}
