import Interviews
import Transcripts
import Wire

extension Hub {
    /// A request that waits for what the log remembers.
    struct Recall {
        var interview: InterviewID
        var request: Request
        var limit: Int
        /// What was confirmed when it was asked: the log has at least that.
        var latest: Int
    }

    /// Reads what happened after an event, for a request that has to tell it.
    mutating func recall(
        _ id: InterviewID, _ lanes: Lanes = .all, after seq: Int, limit: Int = MissedPage.mostEvents,
        for request: Request
    ) {
        lastTicket += 1
        recalls[lastTicket] = Recall(
            interview: id, request: request, limit: limit, latest: held[id]?.confirmed.seq ?? 0)
        effects.append(.recall(id, lanes, after: seq, limit: limit, for: lastTicket))
    }

    mutating func recalled(_ ticket: UInt64, _ result: Result<[RecordedEvent], StoreError>) {
        guard let recall = recalls.removeValue(forKey: ticket) else { return }
        let (id, request) = (recall.interview, recall.request)
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
                tellOpening(request, events, recall, in: id)
            case .openAgain:
                break
            case .resume(let key, let seq):
                cameIn(request, by: key, after: max(0, seq), events, recall, in: id)
            case .join(_, let token):
                cameIn(request, by: .secret(token), after: 0, events, recall, in: id)
            case .row(let seat, let question):
                let row = ServerMessage.Row(seat, question, from: events, of: interview, ref: request.ref)
                send(.row(row), to: request.connection)
            case .command(_, let seat):
                guard let event = events.first else {
                    refuse(.notRead(request.ref, id, .unavailable(code: "")), to: request.connection)
                    break
                }
                var notice = interview.notice(of: event)
                // It may have been done by another request already.
                notice.request = Notice.Request(seat: seat, ref: request.ref)
                tellApart(notice, as: seat, to: request.connection, in: id)
            }
        }
    }
}
