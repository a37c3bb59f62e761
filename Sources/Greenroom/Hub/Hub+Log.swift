import Interviews
import Transcripts
import WebSockets

extension Hub {
    mutating func committed(_ completion: LogWriter.Completed) {
        guard let (id, request) = inFlight.removeValue(forKey: completion.ticket), held[id] != nil else {
            return
        }
        held[id]?.inFlight -= 1
        switch completion.result {
        case .success(.recorded(let events)):
            for event in events { fold(event, in: id) }
            if let request, case .open(let token) = request.wish {
                opened(id, events, request, token: token)
            }
        case .success(.conflict):
            held[id]?.isStale = true
            if let request { held[id]?.waiting.append(request) }
        case .failure(let error):
            held[id]?.isStale = true
            effects.append(.log(.notKept(id, error)))
            guard let request else { break }
            sessions[request.connection]?.opened.removeAll { $0.ref == request.ref }
            refuse(error == .busy ? .busy(request, id) : .notKept(request.ref, id), to: request.connection)
        }
        settle(id)
    }

    mutating func loaded(_ id: InterviewID, _ result: Result<[RecordedEvent], StoreError>) {
        guard var interview = held[id] else { return }
        interview.isLoading = false
        held[id] = interview
        switch result {
        case .success(let events):
            for event in events { fold(event, in: id) }
            held[id]?.isStale = false
            if let committed = held[id]?.committed { held[id]?.projected = committed }
            watchClock(of: id)
            settle(id)
        case .failure(let error):
            effects.append(.log(.notLoaded(id, error)))
            held[id]?.isStale = true
            for request in takeWaiting(in: id) {
                refuse(.notRead(request.ref, id), to: request.connection)
            }
            if held[id]?.committed.seq == 0 { held[id] = nil }
        }
    }

    /// Goes on with what had to wait, once the log has answered everything.
    private mutating func settle(_ id: InterviewID) {
        guard let interview = held[id], interview.inFlight == 0, !interview.isLoading else { return }
        if interview.committed.seq == 0 {
            // Nothing is known of it: it was never opened, or could not be kept.
            held[id] = nil
            for request in interview.waiting { refuse(.noSuchSeat(request.ref, id), to: request.connection) }
        } else if interview.isStale {
            load(id)
        } else {
            for request in takeWaiting(in: id) { carryOut(request, in: id) }
        }
    }

    private mutating func takeWaiting(in id: InterviewID) -> [Request] {
        guard let waiting = held[id]?.waiting else { return [] }
        held[id]?.waiting = []
        return waiting
    }

    /// Applies what the log confirmed and tells everybody concerned.
    private mutating func fold(_ event: RecordedEvent, in id: InterviewID) {
        guard var interview = held.removeValue(forKey: id) else { return }
        let notices = interview.committed.apply(event)
        if interview.committed.seq < event.seq { interview.isStale = true }
        held[id] = interview
        for notice in notices { tell(notice, in: id) }
        watchClock(of: id)
        if case .ended(let ended) = event.event { effects.append(.log(.ended(id, ended.reason))) }
    }
}
