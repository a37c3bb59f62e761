import FoundationEssentials
import GRDB
import Interviews
import Scheduling
import Testing

@testable import Transcripts

/// Everything that is kept goes from one store to another and back, and whatever does not is found.
@Suite(.enabled(if: PostgreSQLCluster.isInstalled, "PostgreSQL's programs are not installed (postgresql)"))
struct MoveTests {
    private let folder: TemporaryFolder
    private let back: TemporaryFolder
    private let database: LogPlace
    private let room = InterviewID.fresh
    private let seat = SeatID("c2")
    private let now = Timestamp(milliseconds: 1000)

    init() throws {
        folder = try TemporaryFolder()
        back = try TemporaryFolder()
        database = .postgreSQL(try PostgreSQLAddress(url: try PostgreSQLCluster.shared.freshSchema()))
        try readOld()
        try fill()
    }

    /// A log of an earlier version: its events hold their questions themselves.
    private func readOld() throws {
        let dump = try String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "Fixtures/before-questions-once.sql"), encoding: .utf8)
        let database = try DatabaseQueue(path: folder.path + "/greenroom.sqlite")
        try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA foreign_keys = OFF;" + dump) }
        try database.close()
    }

    private func digest(_ character: String) -> String { String(repeating: character, count: 64) }

    private func taken(_ id: String, _ visitor: String) -> Event {
        .seatTaken(
            .init(
                seat: Seat(
                    id: SeatID(id), role: .candidate, tokenDigest: "secret of \(id)",
                    name: SeatName("Seat \(id)"), visitor: visitor)))
    }

    /// Something in every table.
    private func fill() throws {
        let store = try SQLiteStore(folder: folder.path)
        defer { store.close() }
        guard case .opened(var opened) = Event.sampleOpening else { throw Unexpected() }
        opened.room = RoomRules(progression: .own)
        opened.code = RoomCode("K7M2QX4D")
        opened.visitor = "hana"
        guard case .answered(var answered) = Event.answer("Xylophonic \u{0}") else { throw Unexpected() }
        answered.seat = seat
        let review = QuestionReview(
            visitor: "ben", topic: "swift", question: "swift/arc", at: now,
            ratings: [.init(point: "counts", rating: .good)])
        let events = [
            .opened(opened), taken("c1", "ann"), taken("c2", "ben"), .questionAsked(.init(question: 0)),
            .answered(answered),
        ]
        let answer = Event.answer("of the one who goes", ref: "a2")
        _ = try store.commit([
            Append(interview: room, place: .opening, events: events, at: now, reviews: [review]),
            Append(interview: room, place: .next, events: [answer], at: now),
        ])
        _ = try store.keep(
            Share(
                digest: digest("1"), interview: room, seat: seat, visitor: "ben", mayComment: true, made: now,
                until: nil))
        for (id, thread) in [("znote0123456789ab", nil), ("anote0123456789ab", "znote0123456789ab")] {
            let note = Note(
                id: try #require(NoteID(id)),
                place: .init(question: 0, attempt: 1, range: TextRange(start: 0, end: 4)),
                thread: thread.flatMap { NoteID($0) }, visitor: "ben", name: SeatName("Ben"), at: now,
                text: "Why “so”?")
            #expect(try store.keep(note, of: room, seat: seat) == .kept(note))
        }
        _ = try store.erase(SeatID("c1"), of: room, at: now)
        #expect(try store.keep(pass(digest("2"), .link)))
        _ = try store.claim(digest("2"), by: "phone", of: "phone", at: now)
        #expect(try store.keep(pass(digest("3"), .code)))
    }

    private struct Unexpected: Error {}

    private func pass(_ digest: String, _ kind: Pass.Kind) -> Pass {
        Pass(digest: digest, kind: kind, visitor: "ben", made: now, until: nil)
    }

    private func move(
        to target: LogPlace, progress: @escaping (MoveStep) throws -> Void = { _ in }
    ) throws -> Moved {
        try LogMove.run(from: .folder(folder.path), to: target, progress: progress)
    }

    @Test func allThatIsKeptGoesThereAndBack() throws {
        let there = try move(to: database)
        #expect(there.interviews == 3 && there.known == 0)
        let again = try LogMove.run(from: database, to: .folder(back.path)) { _ in }
        #expect(again.digest == there.digest && again.events == there.events)

        let stores = try [folder.path, back.path].map { try SQLiteStore(folder: $0) }
        let kept = try stores.map { store in
            let names = try store.heads(after: nil, limit: 9).map(\.interview)
            return try names.map { try #require(try store.moved($0)) }
        }
        #expect(kept[0] == kept[1] && kept[0].count == 3)
        for table in MovedTable.ofInterviews {
            let count = kept[1].flatMap(\.beside).filter { $0.table == table }.map(\.rows.count).reduce(0, +)
            #expect(count > 0, "nothing in \(table.name)")
        }
        for table in MovedTable.ofVisitors {
            let rows = try stores[1].moved(table)
            #expect(try stores[0].moved(table) == rows)
            #expect(!rows.rows.isEmpty, "nothing in \(table.name)")
        }
        // And it is read as it was.
        #expect(try stores[1].events(of: room) == stores[0].events(of: room))
        #expect(try stores[1].reviews(of: "ben") == stores[0].reviews(of: "ben"))
        #expect(try stores[1].erase(room))
    }

    @Test func theDatabaseServesItAsItWas() throws {
        _ = try move(to: database)
        let (store, library) = try database.open()
        #expect(try store.interview(with: try #require(RoomCode("K7M2QX4D"))) == room)
        let count = try store.events(of: room).count
        let next = Append(interview: room, place: .next, events: [.answer("more", ref: "a3")], at: now)
        // The seat that was deleted stays so.
        let kept = next.left(without: [SeatID("c1")])
        #expect(kept != next)
        #expect(try store.commit([next]) == [.recorded(kept.recorded(after: count))])
        #expect(try store.hasSeat(.visitor("ben"), in: room))
        #expect(try library.cursors(after: nil, limit: 9).count == 3)
        #expect(try store.erase(room))
    }

    private struct Interruption: Error {}

    @Test func whoIsInterruptedGoesOn() throws {
        #expect(throws: Interruption.self) {
            try move(to: database) { if case .copied(2, _) = $0 { throw Interruption() } }
        }
        var steps: [MoveStep] = []
        let moved = try move(to: database) { steps.append($0) }
        #expect(moved.interviews == 3 && moved.known == 2)
        #expect(steps.first == .compared(1, of: 2))
        #expect(steps.contains(.copied(3, of: 3)) && steps.contains(.verified(3, of: 3)))
        #expect(
            try move(to: database)
                == Moved(
                    interviews: 3, known: 3, events: moved.events, digest: moved.digest))
    }

    @Test(arguments: [
        "UPDATE event SET payload = replace(payload, ':\"1:', ':\"1:0') WHERE kind = 'answered'",
        "UPDATE event SET at = at + 1 WHERE kind = 'answered'",
        "UPDATE note SET text = 'Because.' WHERE thread IS NULL",
        "UPDATE review SET ratings = '{}'",
        "DELETE FROM share",
        "DELETE FROM visitor WHERE digest = 'ben'",
        "UPDATE question SET body = replace(body, 'ARC', 'ABC')",
    ])
    func whatDiffersInTheTargetIsFoundAndLeft(change: String) throws {
        _ = try move(to: database)
        guard case .postgreSQL(let address) = database else { throw Unexpected() }
        let connection = try PostgreSQLConnection(address)
        try connection.run(change)
        try connection.run("DELETE FROM browser")
        #expect {
            try move(to: database)
        } throws: { error in
            guard case .different(let names, _)? = error as? MoveError else { return false }
            return names.contains(room) || change.contains("review")
        }
        // Nothing was written before.
        #expect(try connection.run("SELECT count(*) FROM browser").number == 0)
    }

    @Test func aBrowserOfSomebodyElseIsFound() throws {
        _ = try move(to: database)
        guard case .postgreSQL(let address) = database else { throw Unexpected() }
        try PostgreSQLConnection(address).run("UPDATE browser SET visitor = 'mallory'")
        #expect(throws: MoveError.differentVisitors(count: 1)) { try move(to: database) }
    }

    /// Ben has made another code where the log is served now.
    @Test func aCodeOfTheSameVisitorIsNotDoubled() throws {
        _ = try move(to: database)
        guard case .postgreSQL(let address) = database else { throw Unexpected() }
        let connection = try PostgreSQLConnection(address)
        try connection.run("UPDATE pass SET digest = $1 WHERE kind = 'code'", [digest("4")])
        #expect(throws: MoveError.differentVisitors(count: 1)) { try move(to: database) }
        #expect(try connection.run("SELECT digest FROM pass").rows == [[digest("4")]])
    }

    @Test func whereAServerIsAtWorkNothingIsMoved() throws {
        let held = try SQLiteStore(folder: folder.path)
        #expect(throws: MoveError.source(.inUse(folder: folder.path))) { try move(to: database) }
        held.close()
        guard case .postgreSQL(let address) = database else { throw Unexpected() }
        _ = try move(to: database)
        let server = try PostgreSQLConnection(address)
        #expect(try server.run(PostgreSQLStore.sharedByServers).first == "t")
        #expect(throws: MoveError.isServed(database)) { try move(to: database) }
    }
}
