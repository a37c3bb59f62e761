import Interviews
import QuestionBank

extension PostgreSQLStore: MovableLog {
    func moved(_ interview: InterviewID) throws(StoreError) -> MovedInterview? {
        try lookAtOneMoment { connection in
            let rows = try connection.run(
                "SELECT seq, at, kind, lane, payload, questions FROM event WHERE interview = $1 ORDER BY seq",
                [interview.text]
            ).rows
            guard !rows.isEmpty else { return nil }
            let questions = try Self.questions(Set(rows.compactMap { $0[5] }), on: connection)
            let events = try rows.map { row in
                try MovedEvent(
                    of: interview, seq: row.integer(0), at: Int64(row.integer(1)), kind: row.text(2),
                    lane: row[3], payload: row.text(4)
                ) { number in
                    guard let question = questions[number] else { throw StoreError.corrupt }
                    return question
                }
            }
            let beside = try connection.run(
                MovedTable.ofInterviews.map {
                    PostgreSQLCall($0.selection(parameter: "$1"), [interview.text])
                })
            return MovedInterview(
                id: interview, events: events,
                beside: zip(MovedTable.ofInterviews, beside).map { MovedRows(table: $0, rows: $1.rows) })
        }
    }

    func take(_ interview: MovedInterview) throws(StoreError) {
        try write(behind: Self.lockBesideOthers) { connection in
            let id = interview.id.text
            let numbers = try Self.numbers(of: interview, on: connection)
            let events = try interview.events.map { event in
                let kept = try event.kept(of: interview.id) { numbers[$0] ?? 0 }
                return PostgreSQLCall(
                    """
                    INSERT INTO event (interview, seq, at, kind, lane, payload, questions)
                    VALUES ($1, $2, $3, $4, $5, $6, $7)
                    """,
                    [
                        id, "\(event.seq)", "\(event.at)", event.kind, event.lane, kept.payload,
                        Self.array(kept.questions),
                    ])
            }
            let opening = PostgreSQLCall(
                "INSERT INTO interview (id, latest) VALUES ($1, $2)",
                [id, "\(interview.events.last?.seq ?? 0)"])
            try connection.run([opening] + events + interview.beside.flatMap(Self.insertions))
        }
    }

    func moved(_ table: MovedTable) throws(StoreError) -> MovedRows {
        try read { MovedRows(table: table, rows: try $0.run(table.selection(parameter: "")).rows) }
    }

    func take(_ rows: MovedRows) throws(StoreError) {
        try writeAlone { _ = try $0.run(Self.insertions(rows)) }
    }

    /// Held by every server that listens, for as long as it does.
    static let sharedByServers =
        "SELECT pg_try_advisory_lock_shared(1196576848, hashtext(current_schema()))"

    /// Held as well by those that read what is packed, for as long.
    static let sharedByReadersOfPacked =
        "SELECT pg_try_advisory_lock_shared(1196576849, hashtext(current_schema()))"

    /// Whether there is no server of a version before among them.
    static let areAllReadersOfPacked = """
        SELECT NOT EXISTS (SELECT 1 FROM (\(holders(of: 1196576848)) EXCEPT \(holders(of: 1196576849))) AS earlier)
        """

    /// The processes of the database's server that hold a shared advisory lock of this log.
    /// https://www.postgresql.org/docs/current/view-pg-locks.html
    private static func holders(of lock: Int) -> String {
        """
        SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = \(lock)
            AND objid = hashtext(current_schema())::oid AND objsubid = 2 AND mode = 'ShareLock'
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        """
    }

    /// Looks and takes no lock itself, which would be in the way of a server that comes at the same moment.
    func isServed() throws(StoreError) -> Bool {
        try read { try $0.run("SELECT EXISTS (\(Self.holders(of: 1196576848)))").first == "t" }
    }

    private func lookAtOneMoment<Value>(
        _ work: (PostgreSQLConnection) throws -> Value
    ) throws(StoreError) -> Value {
        try read { connection in
            try connection.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            let value = try work(connection)
            try connection.run("COMMIT")
            return value
        }
    }

    private static func insertions(_ rows: MovedRows) -> [PostgreSQLCall] {
        let sql = rows.table.insertion { "$\($0)" }
        return rows.rows.map { PostgreSQLCall(sql, $0) }
    }

    /// Keeps the questions of an interview, and counts the events that ask them.
    private static func numbers(
        of interview: MovedInterview, on connection: PostgreSQLConnection
    ) throws -> [Question: Int] {
        var uses: [Question: Int] = [:]
        for event in interview.events {
            for row in Set(event.questions) {
                uses[try QuestionRow.question(body: row.body), default: 0] += 1
            }
        }
        return try numbers(of: uses, on: connection)
    }
}
