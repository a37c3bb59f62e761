import Interviews
import Transcripts
import Wire

extension Hub {
    /// Reads what happened after an event, for a request that has to tell it.
    mutating func recall(_ id: InterviewID, after seq: Int, for request: Request) {
        lastTicket += 1
        recalls[lastTicket] = (id, request)
        effects.append(.recall(id, after: seq, for: lastTicket))
    }

    mutating func recalled(_ ticket: UInt64, _ result: Result<[RecordedEvent], StoreError>) {
        guard let (id, request) = recalls.removeValue(forKey: ticket) else { return }
        switch result {
        case .failure(let error):
            effects.append(.log(.notLoaded(id, error)))
            refuse(.notRead(request.ref, id, error), to: request.connection)
        case .success(let events):
            // It may have been forgotten meanwhile.
            guard let interview = held[id]?.confirmed, held[id]?.isReady == true else {
                return take(request, for: id)
            }
            switch request.wish {
            case .open:
                tellOpening(request, events, in: id)
            case .openAgain:
                break
            case .resume(let token, let seq):
                resumed(request, token: token, after: max(0, seq), events, in: id)
            case .command(_, let seat):
                guard let event = events.first else {
                    refuse(.notRead(request.ref, id, .unavailable(code: "")), to: request.connection)
                    break
                }
                var notice = interview.notice(of: event)
                // It may have been done by another request already.
                notice.request = Notice.Request(seat: seat, ref: request.ref)
                if let message = ServerMessage(notice, for: seat, of: interview) {
                    effects.append(
                        .tell(StampedMessage(message, .init(notice)), to: [request.connection]))
                }
            }
        }
    }
}
