import Interviews
import Transcripts
import WebSockets

extension Hub {
    mutating func committed(_ completion: LogWriter.Completed) {
        guard let (id, request, asker) = inFlight.removeValue(forKey: completion.ticket) else { return }
        guard held[id] != nil else {
            if let request { refuse(.noSuchSeat(request.ref, id), to: request.connection) }
            return
        }
        held[id]?.inFlight -= 1
        if let asker { held[id]?.busy.remove(asker) } else if request == nil { held[id]?.isProposing = false }
        switch completion.result {
        case .success(.recorded(let events)):
            recorded(events, for: request, in: id)
        case .success(.taken):
            taken(id, for: request)
        case .success(.gone):
            finishSpeaking(id)
            let held = held.removeValue(forKey: id)
            for request in [request].compactMap(\.self) + (held?.requests ?? []) {
                refuse(.noSuchSeat(request.ref, id), to: request.connection)
            }
        case .failure(let error):
            held[id]?.isStale = true
            effects.append(.log(.notKept(id, error)))
            if let request { refuseUnkept(request, id, error) }
            guard let interview = held[id], interview.confirmed.seq == 0, interview.inFlight == 0 else {
                break
            }
            // It was never opened. Should it be there all the same, it is found when it is asked for again.
            held[id] = nil
            for request in interview.requests { refuseUnkept(request, id, error) }
        }
        settle(id)
    }

    mutating func loaded(_ id: InterviewID, _ result: Result<[RecordedEvent], StoreError>) {
        guard var interview = held[id] else { return }
        interview.isLoading = false
        held[id] = interview
        switch result {
        case .success(let events):
            let before = interview.confirmed.seq
            // What happened before anybody was here is nobody's news.
            for event in events { _ = before == 0 ? foldSilently(event, in: id) : fold(event, in: id) }
            held[id]?.isStale = false
            if before == 0 { beginWatching(id) }
            let learnt = held[id]?.learnt ?? []
            held[id]?.learnt = []
            for event in learnt { learn(event) }
            watchClock(of: id)
            settle(id)
            // Whoever wanted it may have gone meanwhile.
            if held[id]?.audience.isEmpty == true {
                effects.append(.wake(.forget(id), after: Self.patience))
            }
        case .failure(let error):
            effects.append(.log(.notLoaded(id, error)))
            held[id]?.isStale = true
            for request in held[id]?.requests ?? [] {
                refuse(.notRead(request.ref, id, error), to: request.connection)
            }
            held[id]?.waiting = []
            held[id]?.learnt = []
            held[id]?.queues = [:]
            if case .unreadable = error {
                for connection in held[id]?.audience.everyone ?? [] {
                    effects.append(.close(connection, .newerVersion))
                }
            }
            if held[id]?.confirmed.seq == 0 { held[id] = nil }
        }
    }

    /// Applies what the log kept and tells everybody concerned; where none of it counts, its request is decided anew.
    private mutating func recorded(_ events: [RecordedEvent], for request: Request?, in id: InterviewID) {
        // The interview is held by nobody else while it changes: all of its seats would be copied.
        guard let first = events.first, let known = held[id]?.confirmed.seq else { return }
        if first.seq > known + 1 {
            // Somebody else wrote in between, which has to be read first. It finds these events too.
            held[id]?.isStale = true
            if let request { held[id]?.waiting.append(request) }
            return
        }
        if let request, case .open(let opener) = request.wish {
            for event in events { foldSilently(event, in: id) }
            return opened(id, events, request, opener)
        }
        // Who asks to be sent away is told so as one of the room, and gone then.
        let place = request.flatMap { held[id]?.audience.seats[$0.connection] }
        var isAnswered = false
        for event in events where fold(event, in: id) {
            guard let request, event.event.request?.ref == request.ref else { continue }
            isAnswered = true
            if case .join(_, let token) = request.wish {
                comeIn(request, by: .secret(token), after: 0, in: id)
            } else {
                answerApart(request, as: place, by: event, in: id)
            }
        }
        guard var request, !isAnswered else { return }
        request.attempts += 1
        if request.attempts >= Request.maximumAttempts {
            refuse(.busy(request, id), to: request.connection)
        } else {
            carryOut(request, in: id)
        }
    }

    /// Somebody else has written an event: what the log has before it may not be known here yet.
    mutating func learn(_ event: RecordedEvent) {
        let id = event.interview
        guard let interview = held[id] else { return }
        guard !interview.isLoading else {
            held[id]?.learnt.append(event)
            return
        }
        let known = interview.confirmed.seq
        if event.seq == known + 1 {
            fold(event, in: id)
        } else if event.seq > known {
            held[id]?.isStale = true
        }
        settle(id)
    }

    /// The name of a new interview is there already: by the same request, sent twice, or by somebody else.
    private mutating func taken(_ id: InterviewID, for request: Request?) {
        if let interview = held[id], interview.confirmed.seq == 0, interview.inFlight == 0 {
            // Whoever has no right to it shall not have it read.
            held[id] = nil
            for request in [request].compactMap(\.self) + interview.requests { take(request, for: id) }
            return
        }
        held[id]?.isStale = true
        guard let request else { return }
        held[id]?.waiting.append(request)
    }

    /// Goes on with what had to wait.
    mutating func settle(_ id: InterviewID) {
        noteAnnounced(id)
        guard let interview = held[id], !interview.isLoading else { return }
        if interview.isStale {
            if interview.inFlight == 0 { load(id) }
        } else if interview.confirmed.seq == 0 {
            guard interview.inFlight == 0 else { return }
            // Nothing is known of it: it was never opened, or could not be kept.
            held[id] = nil
            for request in interview.requests { refuseUnknown(request, id) }
        } else {
            held[id]?.waiting = []
            for request in interview.waiting { carryOut(request, in: id) }
            takeTurns(in: id)
        }
    }

    /// Lets every seat that has none on its way send its next request.
    private mutating func takeTurns(in id: InterviewID) {
        guard let queues = held[id]?.queues, !queues.isEmpty else { return }
        for seat in queues.keys.sorted(by: { $0.text < $1.text }) {
            while held[id]?.isReady == true, held[id]?.busy.contains(seat) == false,
                var queue = held[id]?.queues[seat], !queue.isEmpty
            {
                let request = queue.removeFirst()
                held[id]?.queues[seat] = queue.isEmpty ? nil : queue
                carryOut(request, in: id)
            }
        }
    }

    /// Whoever asked may have left the interview meanwhile, to make room for another, or have come in as somebody else,
    /// and has its reply all the same.
    ///
    /// - Parameter seat: which it had when the event was told.
    private mutating func answerApart(
        _ request: Request, as seat: SeatID?, by event: RecordedEvent, in id: InterviewID
    ) {
        guard sessions[request.connection] != nil, !isTold(event, to: seat, in: id) else { return }
        recall(id, after: event.seq - 1, for: request)
    }

    private func isTold(_ event: RecordedEvent, to seat: SeatID?, in id: InterviewID) -> Bool {
        guard let seat else { return false }
        if event.event.request?.seat == seat { return true }
        // It goes with the last who leaves, where it is over.
        guard let interview = held[id]?.confirmed else { return false }
        let notice = interview.notice(of: event)
        switch notice.content {
        case .seatTaken, .seatChanged: return false
        default: return notice.concerns(seat, isHost: interview.isHost(seat))
        }
    }

    private mutating func refuseUnkept(_ request: Request, _ id: InterviewID, _ error: StoreError) {
        sessions[request.connection]?.opened.removeAll { $0.ref == request.ref }
        refuse(error == .busy ? .busy(request, id) : .notKept(request.ref, id), to: request.connection)
    }

    private mutating func refuseUnknown(_ request: Request, _ id: InterviewID) {
        switch request.wish {
        case .open, .openAgain: refuseOpening(.notKept(request.ref, id), on: request.connection)
        case .join: refuse(.noSuchRoom(request.ref), to: request.connection)
        case .resume, .command, .row: refuse(.noSuchSeat(request.ref, id), to: request.connection)
        }
    }

    /// Applies what the log confirmed and tells everybody concerned.
    ///
    /// - Returns: Whether it counts.
    @discardableResult
    private mutating func fold(_ event: RecordedEvent, in id: InterviewID) -> Bool {
        guard let applied = held[id]?.confirmed.apply(event) else { return false }
        if held[id]?.confirmed.seq ?? 0 < event.seq { held[id]?.isStale = true }
        held[id]?.noteInTail(event)
        if !applied.counts, case .seatTaken(let taken) = event.event {
            held[id]?.room.joining.remove(taken.seat.id)
        }
        guard applied.counts else { return false }
        let others = event.event.request.flatMap { held[id]?.answered($0) } ?? []
        let places = others.map { held[id]?.audience.seats[$0.connection] }
        for notice in applied.notices { tell(notice, in: id) }
        for (request, place) in zip(others, places) { answerApart(request, as: place, by: event, in: id) }
        note(event, in: id)
        followed(event.event, in: id)
        return true
    }

    @discardableResult
    private mutating func foldSilently(_ event: RecordedEvent, in id: InterviewID) -> Bool {
        let counts = held[id]?.confirmed.apply(event).counts ?? false
        held[id]?.noteInTail(event)
        return counts
    }

    /// A room is in memory again: its hosts had no time to come back yet, and nobody has been idle here.
    private mutating func beginWatching(_ id: InterviewID) {
        guard let interview = held[id]?.confirmed, interview.rules != nil else { return }
        held[id]?.room.hostSeenAt = now
        held[id]?.room.askedAt = now
        held[id]?.room.readAt = now
        effects.append(.wake(.tellNews(id), after: .milliseconds(HeldRoom.returnPatience)))
        for seat in interview.seats { watchClock(of: id, seat: seat.id) }
    }

    /// What follows here from an event that counts.
    private mutating func followed(_ event: Event, in id: InterviewID) {
        watchClock(of: id)
        if let seat = event.lane { watchClock(of: id, seat: seat) }
        if case .seatTaken(let taken) = event { watchClock(of: id, seat: taken.seat.id) }
        if case .ended(let ended) = event { effects.append(.log(.ended(id, ended.reason))) }
    }
}

extension HeldInterview {
    mutating func noteInTail(_ event: RecordedEvent) {
        guard confirmed.rules != nil, event.seq <= confirmed.seq else { return }
        room.tail.append(event)
    }

    /// A request was answered: sent twice, it has no second reply.
    ///
    /// - Returns: What waited under that name.
    mutating func answered(_ request: (seat: SeatID, ref: Reference)) -> [Request] {
        func isAnswered(_ other: Request) -> Bool {
            guard case .command(_, let seat) = other.wish else { return false }
            return seat == request.seat && other.ref == request.ref
        }
        let queue = queues[request.seat] ?? []
        guard !waiting.isEmpty || !queue.isEmpty else { return [] }
        let answered = waiting.filter(isAnswered) + queue.filter(isAnswered)
        waiting.removeAll(where: isAnswered)
        let rest = queue.filter { !isAnswered($0) }
        queues[request.seat] = rest.isEmpty ? nil : rest
        return answered
    }

    /// All requests that have no reply yet and are not on their way to the log.
    var requests: [Request] { waiting + queues.values.flatMap(\.self) }
}
