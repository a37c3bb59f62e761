import Greenroom
import HubStage
import Interviews
import Transcripts

/// What stands between a hub and the log, as the server's threads do it.
extension Simulation {
    private func isAlive(_ life: Server.Life) -> Bool { servers[life.server].life == life }

    mutating func handle(_ input: Hub.Input, at life: Server.Life) throws(Failure) {
        guard isAlive(life) else { return }
        for effect in servers[life.server].handle(input, at: now) { try perform(effect, of: life) }
    }

    // MARK: Writing

    /// One transaction after the other, with all that has gathered.
    mutating func write(_ life: Server.Life) {
        let appends = servers[life.server].waiting
        guard !servers[life.server].isWriting, !appends.isEmpty else { return }
        servers[life.server].waiting = []
        servers[life.server].isWriting = true
        agenda.add(.begins(appends, life), at: now + delay(weather.log))
    }

    mutating func begin(_ appends: [Append], of life: Server.Life) {
        // Whoever dies before the log has heard of it has written nothing; later it makes no difference.
        guard isAlive(life) else { return }
        var fate = Fate.heard
        if comesAbout(weather.failedCommits) {
            fate = comesAbout(weather.keptAllTheSame) ? (dice.below(2) == 0 ? .unheard : .late) : .failed
        }
        let transaction = database.begin(appends)
        agenda.add(.commits(transaction, fate, life), at: now + delay(weather.log))
    }

    mutating func commit(
        _ transaction: Database.Transaction, _ fate: Fate, of life: Server.Life
    ) throws(Failure) {
        let appends = transaction.appends
        let lost = Result<[Appended], StoreError>.failure(.unavailable(code: "08006"))
        guard fate != .failed else {
            note("server \(life.server)'s commit fails")
            return agenda.add(.written(appends, lost, life), at: now + delay(weather.log))
        }
        guard let outcomes = database.commit(transaction) else {
            let again = database.begin(appends)
            return agenda.add(.commits(again, fate, life), at: now + 1 + delay(weather.log))
        }
        try noteKept(outcomes, by: life, fate)
        let result = fate == .heard ? .success(outcomes) : lost
        agenda.add(.written(appends, result, life), at: now + delay(weather.log))
    }

    private mutating func noteKept(
        _ outcomes: [Appended], by life: Server.Life, _ fate: Fate
    ) throws(Failure) {
        for case .recorded(let events) in outcomes {
            writtenAt = now
            for event in events {
                if let problem = witness.note(event) { throw failure(problem) }
                note(
                    "log \(event.seq): \(event.event.kind) \(event.event.request.map { "\($0)" } ?? "")"
                        + "\(witness.interview.counted(event.seq) ? "" : ", void")"
                        + " by server \(life.server)\(fate == .heard ? "" : ", who hears it failed")")
            }
        }
    }

    mutating func written(
        _ appends: [Append], _ result: Result<[Appended], StoreError>, at life: Server.Life
    ) throws(Failure) {
        guard isAlive(life) else { return }
        servers[life.server].isWriting = false
        write(life)
        let completed: [LogWriter.Completed] =
            switch result {
            case .failure(let error):
                appends.map {
                    .init(ticket: $0.ticket, interview: $0.interview, result: .failure(error))
                }
            case .success(let outcomes):
                zip(appends, outcomes).map {
                    .init(ticket: $0.ticket, interview: $0.interview, result: .success($1))
                }
            }
        tellOthers(of: completed, from: life.server)
        try handle(.committed(completed), at: life)
    }

    // MARK: News

    /// Nothing sees to it that news are heard, or heard in order.
    private mutating func tellOthers(of completed: [LogWriter.Completed], from teller: Int) {
        var latest: [InterviewID: Int] = [:]
        for completed in completed {
            guard case .success(.recorded(let events)) = completed.result, let last = events.last else {
                continue
            }
            latest[completed.interview] = last.seq
        }
        guard !latest.isEmpty else { return }
        for server in servers.indices where server != teller && !comesAbout(weather.lostNews) {
            agenda.add(.hearsNews(latest, server: server), at: now + delay(weather.news))
        }
    }

    /// Once a second a server asks how far everything has come: the net below the news.
    mutating func look(_ life: Server.Life) {
        guard isAlive(life), let hub = servers[life.server].hub else { return }
        agenda.add(.looks(life), at: now + 1000)
        let interviews = hub.followed
        guard !servers[life.server].isLooking, !interviews.isEmpty else { return }
        servers[life.server].isLooking = true
        agenda.add(.isAsked(interviews, life), at: now + delay(weather.log))
    }

    mutating func isAsked(_ interviews: [InterviewID], by life: Server.Life) {
        var latest: [InterviewID: Int] = [:]
        // Where the log cannot be read, nothing is known of any.
        if !comesAbout(weather.failedReads) {
            for interview in interviews { latest[interview] = database.latest(of: interview) }
        }
        agenda.add(.hasLooked(latest, life), at: now + delay(weather.log))
    }

    mutating func hasLooked(_ latest: [InterviewID: Int], at life: Server.Life) throws(Failure) {
        guard isAlive(life) else { return }
        servers[life.server].isLooking = false
        try handle(.advanced(latest), at: life)
    }

    // MARK: Reading

    /// What is read is what was there then; by the time it is told there may be more.
    mutating func read(_ effect: Hub.Effect, for life: Server.Life) {
        guard let input = answer(to: effect) else { return }
        agenda.add(.takes(input, life), at: now + delay(weather.log))
    }

    private mutating func answer(to effect: Hub.Effect) -> Hub.Input? {
        let error: StoreError? = comesAbout(weather.failedReads) ? .unavailable(code: "08006") : nil
        func result<Value>(_ value: Value) -> Result<Value, StoreError> {
            error.map { .failure($0) } ?? .success(value)
        }
        return switch effect {
        case .load(let interview, let seq):
            .loaded(interview, result(database.events(of: interview, after: seq)))
        case .recall(let interview, let lanes, let seq, let limit, let ticket):
            .recalled(
                ticket,
                result(database.events(of: interview, lanes: lanes, after: seq, limit: limit)))
        case .find(let code, let ticket): .found(ticket, result(database.interview(with: code)))
        case .findSeat(let holder, let interview, let ticket):
            .seatFound(ticket, result(database.hasSeat(holder, in: interview)))
        default: nil
        }
    }
}
