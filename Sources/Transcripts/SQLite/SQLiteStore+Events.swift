import GRDB
public import Interviews

extension SQLiteStore {
    public func commit(_ appends: [Append]) throws(StoreError) -> [Outcome] {
        try run { pool in
            try pool.write { database in
                try appends.map { append in
                    let latest = try Self.latest(of: append.interview, in: database)
                    guard append.after == latest else { return .conflict(latest: latest) }
                    // One after the other: an interview that opens is some 100 KiB, and many may open at once.
                    try Self.insert(append.rows(), of: append, in: database)
                    try Self.insert(append.reviews, of: append, in: database)
                    return .recorded(append.recorded)
                }
            }
        }
    }

    public func events(
        of interview: InterviewID, after seq: Int, limit: Int
    ) throws(StoreError) -> [RecordedEvent] {
        try run { pool in
            try pool.read { try Self.events(of: interview, after: seq, limit: limit, in: $0) }
        }
    }

    static func events(
        of interview: InterviewID, after seq: Int = 0, limit: Int = .max, in database: Database
    ) throws -> [RecordedEvent] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT seq, at, payload FROM event
                WHERE interview = ? AND seq > ? ORDER BY seq LIMIT ?
                """)
        let rows = try Row.fetchCursor(statement, arguments: [interview.text, seq, limit])
        var events: [RecordedEvent] = []
        while let row = try rows.next() {
            let seq: Int = row[0]
            let event = try EventRow.event(payload: row[2], interview: interview, seq: seq)
            let at = Timestamp(milliseconds: row[1])
            events.append(RecordedEvent(interview: interview, seq: seq, at: at, event: event))
        }
        return events
    }

    public func latest(of interview: InterviewID) throws(StoreError) -> Int {
        try run { pool in try pool.read { try Self.latest(of: interview, in: $0) } }
    }

    public func interviewCount() throws(StoreError) -> Int {
        try run { pool in
            try pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM interview") ?? 0 }
        }
    }

    private static func latest(of interview: InterviewID, in database: Database) throws -> Int {
        let statement = try database.cachedStatement(
            sql: "SELECT coalesce(max(seq), 0) FROM event WHERE interview = ?")
        return try Int.fetchOne(statement, arguments: [interview.text]) ?? 0
    }

    private static func insert(_ rows: [EventRow], of append: Append, in database: Database) throws {
        if append.after == 0 {
            try database.cachedStatement(sql: "INSERT INTO interview (id) VALUES (?)")
                .execute(arguments: [append.interview.text])
        }
        let statement = try database.cachedStatement(
            sql: "INSERT INTO event (interview, seq, at, kind, payload) VALUES (?, ?, ?, ?, ?)")
        for (offset, row) in rows.enumerated() {
            try statement.execute(arguments: [
                append.interview.text, append.after + 1 + offset, append.at.milliseconds, row.kind,
                row.payload,
            ])
        }
    }
}
