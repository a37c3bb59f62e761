import GRDB
import Interviews
import Testing

@testable import Transcripts

/// What the database refuses by itself, whoever writes to it.
struct SchemaTests {
    private static let ann = InterviewID.named("annannannannannann")
    private static let opening = Append(ann, after: 0, .sampleOpening, .answer("one"))
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test(arguments: [
        "INSERT INTO event VALUES ('annannannannannann', 4, 0, 'ended', '{\"kind\":\"ended\"}', NULL)",
        "INSERT INTO event VALUES ('annannannannannann', 2, 0, 'ended', '{\"kind\":\"ended\"}', NULL)",
        "INSERT OR REPLACE INTO event VALUES ('annannannannannann', 2, 0, 'ended', '{\"kind\":\"ended\"}', NULL)",
        "INSERT INTO event VALUES ('annannannannannann', 0, 0, 'ended', '{\"kind\":\"ended\"}', NULL)",
        "INSERT INTO event VALUES ('annannannannannann', -1, 0, 'ended', '{\"kind\":\"ended\"}', NULL)",
        "INSERT INTO event VALUES ('annannannannannann', NULL, 0, 'ended', '{\"kind\":\"ended\"}', NULL)",
        "INSERT INTO event VALUES ('nobodynobodynobody', 1, 0, 'ended', '{\"kind\":\"ended\"}', NULL)",
        "INSERT INTO event VALUES ('annannannannannann', 3, 'now', 'ended', '{\"kind\":\"ended\"}', NULL)",
        "INSERT INTO event VALUES ('annannannannannann', 3, 0, 'opened', '{\"kind\":\"ended\"}', NULL)",
        "INSERT INTO event VALUES ('annannannannannann', 3, 0, '', '{\"kind\":\"\"}', NULL)",
        "INSERT INTO event VALUES ('annannannannannann', 3, 0, 'ended', '{}', NULL)",
        "INSERT INTO event VALUES ('annannannannannann', 3, 0, 'ended', 'ended', NULL)",
        "INSERT INTO event VALUES ('annannannannannann', 3, 0, 'ended', '', NULL)",
        "UPDATE event SET at = 1",
        "UPDATE event SET seq = seq + 1",
        "UPDATE event SET payload = '{\"kind\":\"ended\"}', kind = 'ended' WHERE seq = 2",
        "DELETE FROM event WHERE seq = 1",
        "DELETE FROM event WHERE seq = 2",
        "DELETE FROM event",
        "UPDATE question SET body = '{}'",
        "DELETE FROM question",
        "INSERT INTO question (digest, body) VALUES (zeroblob(31), '{}')",
        "INSERT INTO question (digest, body) VALUES (zeroblob(32), 'prose')",
        "INSERT INTO visitor VALUES ('annannannannannann', 9, 'somebody')",
        "UPDATE interview SET id = 'benbenbenbenbenben'",
        "INSERT INTO interview VALUES ('short')",
        "INSERT INTO interview VALUES ('Upper-case letters')",
        "INSERT INTO interview VALUES (NULL)",
    ])
    func whatWouldHarmTheLogIsRefused(sql: String) throws {
        let store = try log()
        #expect {
            try store.run { pool in try pool.write { try $0.execute(sql: sql) } }
        } throws: { error in
            (error as? StoreError)?.isConstraint == true
        }
        let events = try store.events(of: Self.ann)
        #expect(events == Self.opening.kept)
    }

    @Test func whatFollowsTheLatestEventIsTaken() throws {
        let store = try log()
        let sql = """
            INSERT INTO event VALUES
            ('annannannannannann', 3, 0, 'ended', '{"kind":"ended","reason":"left"}', NULL)
            """
        try store.run { pool in try pool.write { try $0.execute(sql: sql) } }
        #expect(try store.latest(of: Self.ann) == 3)
    }

    @Test func anInterviewTakesItsEventsWithIt() throws {
        let store = try log()
        try store.run { pool in try pool.write { try $0.execute(sql: "DELETE FROM interview") } }
        #expect(try store.events(of: Self.ann) == [])
        #expect(try store.interviewCount() == 0)
    }

    @Test func anEventOfAnUnknownKindIsNamedAndTheRestCanBeRead() throws {
        let store = try log()
        let sql = """
            INSERT INTO event VALUES
            ('annannannannannann', 3, 0, 'applauded', '{"kind":"applauded"}', NULL)
            """
        try store.run { pool in try pool.write { try $0.execute(sql: sql) } }

        #expect(throws: StoreError.unreadable(Self.ann, seq: 3)) { try store.events(of: Self.ann) }
        #expect(try store.events(of: Self.ann, after: 0, limit: 2) == Self.opening.kept)
    }

    /// A store that holds the opening.
    private func log() throws -> SQLiteStore {
        let store = try SQLiteStore(folder: folder.path)
        #expect(try store.commit([Self.opening]) == [Self.opening.expected])
        return store
    }
}

extension StoreError {
    /// A constraint or a trigger of the schema has refused: SQLITE_CONSTRAINT, 19, is the code's lowest byte.
    fileprivate var isConstraint: Bool {
        guard case .failed(let code) = self, let number = Int(code.dropFirst("SQLite ".count)) else {
            return false
        }
        return number & 0xff == 19
    }
}
