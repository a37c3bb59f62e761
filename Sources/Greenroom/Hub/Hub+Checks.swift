import Interviews
import Transcripts
import Wire

extension Hub {
    /// Whether the secret is one of an interview that is not in memory: only then it is worth reading.
    mutating func check(_ token: String, of request: Request, for id: InterviewID) {
        lastTicket += 1
        checks[lastTicket] = (id, request)
        effects.append(.findSeat(SeatToken.digest(of: token), in: id, for: lastTicket))
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
    /// The secret that it shows, where it shows one.
    var token: String? {
        switch wish {
        case .open(let opener): opener.token
        case .resume(let token, _): token
        // Joining finds the room by its code, and may be for the first time.
        case .openAgain, .command, .join, .row: nil
        }
    }
}
