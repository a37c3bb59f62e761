import Greenroom
import Interviews

/// When all have said what they wanted, and nothing goes wrong any more, everything has to be as it was promised.
extension Simulation {
    mutating func finish() throws(Failure) {
        note("from now on nothing goes wrong any more")
        weather = .calm
        try pass(60_000)
        // Where time itself moves a room on, there is a quiet while between.
        for _ in 0..<60 where !isQuiet { try pass(1000) }
        try checkReplies()
        try checkStates()
        try checkPeople()
        if let problem = witness.checkTwice() { throw failure(problem) }
        try leave()
    }

    private mutating func pass(_ milliseconds: Int64) throws(Failure) {
        let end = now + milliseconds
        while now < end { try goOn() }
    }

    /// Whether everybody has had the time to learn of everything.
    private var isQuiet: Bool {
        now - writtenAt > 3000 && servers.allSatisfy { !$0.isWriting && $0.waiting.isEmpty }
    }

    private func checkReplies() throws(Failure) {
        for person in people where person.link != nil {
            if let request = person.waiting.first {
                throw failure("\(person.number) has no reply to \(request)")
            }
        }
    }

    private func checkStates() throws(Failure) {
        for server in servers {
            guard let hub = server.hub, hub.followed.contains(setUp.id) else { continue }
            guard let state = hub.state(of: setUp.id) else {
                throw failure("server \(server.life.server) is still reading")
            }
            guard state == witness.interview else {
                throw failure(
                    "server \(server.life.server) stands at \(state.seq) and the log at \(witness.latest),"
                        + " and they are not the same")
            }
        }
        // What time decides is decided where somebody is there to see it.
        guard isQuiet, people.contains(where: { $0.link != nil && $0.isSeated }),
            let wait = witness.interview.untilDue(at: Server.time(at: now - 5000)), wait == 0
        else { return }
        throw failure("the time is up, and nobody says so")
    }

    private func checkPeople() throws(Failure) {
        for person in people {
            for name in person.acknowledged where !witness.hasDone(name, by: person.voice) {
                throw failure("\(person.number) was told that \(name) is kept, and it is not")
            }
            guard person.link != nil, person.isSeated else { continue }
            let missed = witness.owed(to: person.voice).filter { !person.told.contains($0) }
            guard missed.isEmpty else { throw failure("\(person.number) was never told \(missed)") }
        }
    }

    /// All go, and nothing stays behind.
    private mutating func leave() throws(Failure) {
        for person in people {
            guard let link = person.link else { continue }
            try handle(.disconnected(link.id), at: link.life)
        }
        try pass(130_000)
        for server in servers {
            guard let rest = server.hub?.unfinished else { continue }
            throw failure("server \(server.life.server) keeps \(rest)")
        }
    }
}
