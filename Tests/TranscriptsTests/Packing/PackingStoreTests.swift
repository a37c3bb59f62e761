import GRDB
import Interviews
import QuestionBank
import Synchronization
import Testing

@testable import Transcripts

/// In which interviews the stores keep answers packed, and what becomes of those that cannot be read.
struct PackingStoreTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func opening(_ format: Format?) -> Event {
        guard case .opened(var opened) = Event.sampleOpening else { preconditionFailure("an opening") }
        opened.format = format
        return .opened(opened)
    }

    /// How the answers of an interview are kept.
    private func payloads(of interview: InterviewID, in store: any EventStore) throws -> [String] {
        let sql = "SELECT payload FROM event WHERE kind = 'answered' AND interview = "
        return switch store {
        case let store as SQLiteStore:
            try store.run {
                try $0.read { try String.fetchAll($0, sql: sql + "?", arguments: [interview.text]) }
            }
        case let store as PostgreSQLStore:
            try store.read { try $0.run(sql + "$1", [interview.text]).rows.compactMap { $0[0] } }
        case let store as MemoryStore:
            store.state.withLock { $0.events[interview] ?? [] }.filter { $0.row.kind == "answered" }.map(
                \.row.payload)
        default: []
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func anInterviewKeepsItsFormat(kind: StoreUnderTest) throws {
        let store = try kind.store(in: folder)
        for format in [nil, Format.unpacked, .current] {
            let (id, at) = (InterviewID.fresh, Append.sampleTime)
            var random = RandomAnswers(seed: 9)
            let answers = (0..<30).map { _ in Event.answered(random.next()) }
            let appends =
                [Append(interview: id, place: .opening, events: [opening(format), answers[0]], at: at)]
                + answers.dropFirst().map {
                    Append(interview: id, place: .next, events: [$0], at: at, in: format)
                }
            _ = try store.commit([appends[0]])
            _ = try store.commit(Array(appends.dropFirst()))
            #expect(try store.events(of: id).map(\.event) == [opening(format)] + answers)
            let kept = try payloads(of: id, in: store)
            #expect(kept.count == 30)
            #expect(kept.allSatisfy { $0.contains(#""packed":"1:"#) == (format == .current) })
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func whatWasExportedIsTakenInItsFormat(kind: StoreUnderTest) throws {
        let store = try kind.store(in: folder)
        for (name, isPacked) in [("coached", false), ("packed", true)] {
            let events = try GoldenLog(name).lines.map(\.recorded)
            let excerpt = try #require(Excerpt(events, of: SeatID("c1"), for: .host))
            _ = try store.take(excerpt)
            let kept = try payloads(of: excerpt.interview, in: store)
            #expect(!kept.isEmpty && kept.allSatisfy { $0.contains(#""packed":"1:"#) == isPacked })
            #expect(try store.events(of: excerpt.interview).count == excerpt.events.count)
            try store.erase(excerpt.interview)
        }
    }

    /// As another version would have packed it, or somebody's hand has changed it.
    @Test(arguments: StoreUnderTest.allCases.filter { $0 != .memory })
    func whatCannotBeUnpackedIsNamedAndTheOthersAreThere(kind: StoreUnderTest) throws {
        let store = try kind.store(in: folder)
        let (one, other) = (InterviewID.fresh, InterviewID.fresh)
        for id in [one, other] {
            _ = try store.commit([Append(id, after: 0, .sampleOpening, .answer("An average."))])
        }
        let payload = try #require(try payloads(of: one, in: store).first)
        let newer = payload.replacing(#""1:"#, with: #""2:"#)
        let values: [(any DatabaseValueConvertible)?] = [one.text, 3, 0, "answered", "c1", newer]
        let sql = "INSERT INTO event (interview, seq, at, kind, lane, payload) VALUES "
        switch store {
        case let store as SQLiteStore:
            try store.run { pool in
                try pool.write {
                    try $0.execute(sql: sql + "(?, ?, ?, ?, ?, ?)", arguments: StatementArguments(values))
                }
            }
        case let store as PostgreSQLStore:
            try store.writeAlone { connection in
                _ = try connection.run(
                    sql + "($1, $2, $3, $4, $5, $6)", [one.text, "3", "0", "answered", "c1", newer])
            }
        default: Issue.record("a store of events as text")
        }
        #expect(throws: StoreError.unreadable(one, seq: 3)) { try store.events(of: one) }
        #expect(try store.events(of: one, lanes: .all, after: 0, limit: 2).count == 2)
        #expect(try store.events(of: other).count == 2)
    }
}

/// A log that servers of the version before may be at work on too.
@Suite(.enabled(if: PostgreSQLCluster.isInstalled, "PostgreSQL's programs are not installed (postgresql)"))
struct PackingBesideEarlierServersTests {
    @Test func nothingIsPackedWhereAServerCouldNotReadIt() throws {
        let url = try PostgreSQLCluster.shared.freshSchema()
        let store = try PostgreSQLStore(url: url)
        let address = try PostgreSQLAddress(url: url)
        func formats(_ ids: InterviewID...) throws -> [Format?] {
            try ids.map { id in
                guard case .opened(let opened)? = try store.events(of: id).first?.event else { return nil }
                return opened.format
            }
        }
        // Servers of this version alone, and those of another log.
        let server = try PostgreSQLConnection(address)
        try server.run(PostgreSQLStore.sharedByReadersOfPacked)
        try server.run(PostgreSQLStore.sharedByServers)
        let elsewhere = try PostgreSQLConnection(
            try PostgreSQLAddress(url: try PostgreSQLCluster.shared.freshSchema()))
        try elsewhere.run(PostgreSQLStore.sharedByServers)
        let (before, beside, after) = (InterviewID.fresh, InterviewID.fresh, InterviewID.fresh)
        let answer = Event.answer("An average.")
        _ = try store.commit([Append(before, after: 0, .sampleOpening, answer)])
        #expect(try formats(before) == [.current])

        var earlier: PostgreSQLConnection? = try PostgreSQLConnection(address)
        let process = try earlier?.run("SELECT pg_backend_pid()").first
        try earlier?.run(PostgreSQLStore.sharedByServers)
        // What is opened now is told as it is kept, and what was opened before goes on as it is.
        let opening = Append(beside, after: 0, .sampleOpening)
        let next = Append(
            interview: beside, place: .next, events: [answer], at: Append.sampleTime, in: .current)
        let further = Append(
            interview: before, place: .next, events: [answer], at: Append.sampleTime, in: .current)
        let told = try store.commit([opening, next, further])
        #expect(told[0] == .recorded(opening.unpacked.kept) && opening.unpacked != opening)
        #expect(told[2] == further.expected(after: 2))
        #expect(try formats(before, beside) == [.current, .unpacked])
        let kept = try store.read {
            try $0.run("SELECT interview, payload FROM event WHERE kind = 'answered'").rows
        }
        #expect(kept.count == 3)
        for row in kept { #expect(row.text(1).contains("packed") == (row.text(0) == before.text)) }

        earlier = nil
        // Its connection ends when the server has heard of it.
        while try store.read({
            try $0.run("SELECT 1 FROM pg_stat_activity WHERE pid = $1::integer", [process]).count > 0
        }) {}
        _ = try store.commit([Append(after, after: 0, .sampleOpening)])
        #expect(try formats(after) == [.current])
    }

    @Test func aServerOfThisVersionSaysThatItReadsThem() throws {
        let url = try PostgreSQLCluster.shared.freshSchema()
        let store = try PostgreSQLStore(url: url)
        let watch = store.watch { _ in }
        defer { watch?.stop() }
        while try store.read({ try $0.run(PostgreSQLStore.areAllReadersOfPacked).first }) != "t" {}
        while try !store.isServed() {}
        #expect(try store.read { try $0.run(PostgreSQLStore.areAllReadersOfPacked).first } == "t")
    }
}
