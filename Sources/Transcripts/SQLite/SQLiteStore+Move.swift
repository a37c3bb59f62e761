import GRDB
import Interviews
import QuestionBank

extension SQLiteStore: MovableLog {
    func moved(_ interview: InterviewID) throws(StoreError) -> MovedInterview? {
        try run { pool in
            try pool.read { database in
                let statement = try database.cachedStatement(
                    sql: "SELECT seq, at, kind, lane, payload FROM event WHERE interview = ? ORDER BY seq")
                let events = try Row.fetchAll(statement, arguments: [interview.text]).map { row in
                    try MovedEvent(
                        of: interview, seq: row[0], at: row[1], kind: row[2], lane: row[3], payload: row[4]
                    ) { try Self.question($0, in: database, knowing: digests) }
                }
                guard !events.isEmpty else { return nil }
                return MovedInterview(
                    id: interview, events: events,
                    beside: try MovedTable.ofInterviews.map {
                        try Self.rows(of: $0, [interview.text], in: database)
                    })
            }
        }
    }

    func take(_ interview: MovedInterview) throws(StoreError) {
        try run { pool in
            try pool.write { database in
                try database.execute(
                    sql: "INSERT INTO interview (id) VALUES (?)", arguments: [interview.id.text])
                let statement = try database.cachedStatement(
                    sql: """
                        INSERT INTO event (interview, seq, at, kind, lane, payload) VALUES (?, ?, ?, ?, ?, ?)
                        """)
                for event in interview.events {
                    let kept = try event.kept(of: interview.id) { try number(of: $0, in: database) }
                    try statement.execute(arguments: [
                        interview.id.text, event.seq, event.at, event.kind, event.lane, kept.payload,
                    ])
                }
                for rows in interview.beside { try Self.insert(rows, in: database) }
            }
        }
    }

    func moved(_ table: MovedTable) throws(StoreError) -> MovedRows {
        try run { pool in try pool.read { try Self.rows(of: table, [], in: $0) } }
    }

    func take(_ rows: MovedRows) throws(StoreError) {
        try run { pool in try pool.write { try Self.insert(rows, in: $0) } }
    }

    /// Whoever has opened the folder is alone in it.
    func isServed() -> Bool { false }

    private static func rows(
        of table: MovedTable, _ arguments: StatementArguments, in database: Database
    ) throws -> MovedRows {
        let statement = try database.cachedStatement(sql: table.selection(parameter: "?"))
        let rows = try Row.fetchAll(statement, arguments: arguments).map { row in
            table.columns.indices.map { row[$0] as String? }
        }
        return MovedRows(table: table, rows: rows)
    }

    /// The tables are strict: a text that is a number becomes one.
    private static func insert(_ rows: MovedRows, in database: Database) throws {
        let statement = try database.cachedStatement(sql: rows.table.insertion { _ in "?" })
        for row in rows.rows { try statement.execute(arguments: StatementArguments(row)) }
    }
}
