import GRDB
public import Interviews
import QuestionBank

extension SQLiteStore {
    public func commit(_ appends: [Append]) throws(StoreError) -> [Appended] {
        try run { pool in
            try pool.write { database in
                try appends.map { append in
                    let latest = try Self.latest(of: append.interview, in: database)
                    if let obstacle = append.obstacle(after: latest) { return obstacle }
                    let append = append.left(
                        without: try Self.erasedSeats(of: append.interview, in: database))
                    try insert(append, after: latest, in: database)
                    try Self.insert(append.reviews, of: append, in: database)
                    return .recorded(append.recorded(after: latest))
                }
            }
        }
    }

    public func events(
        of interview: InterviewID, lanes: Lanes, after seq: Int, limit: Int
    ) throws(StoreError) -> [RecordedEvent] {
        try run { pool in
            try pool.read { database in
                try Self.events(
                    of: interview, lanes: lanes, after: seq, limit: limit, in: database, knowing: digests)
            }
        }
    }

    static func events(
        of interview: InterviewID, lanes: Lanes = .all, after seq: Int = 0, limit: Int = .max,
        in database: Database, knowing digests: QuestionDigests = QuestionDigests()
    ) throws -> [RecordedEvent] {
        let statement = try database.cachedStatement(sql: sql(of: lanes))
        var arguments: StatementArguments = [
            "interview": interview.text, "seq": seq, "limit": limit,
        ]
        if let seat = lanes.seat { arguments += ["lane": seat.text] }
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        var events: [RecordedEvent] = []
        while let row = try rows.next() {
            let seq: Int = row[0]
            let event = try EventRow.event(
                payload: row[2], visitor: row[3], interview: interview, seq: seq
            ) { try question($0, in: database, knowing: digests) }
            let at = Timestamp(milliseconds: row[1])
            events.append(RecordedEvent(interview: interview, seq: seq, at: at, event: event))
        }
        return events
    }

    /// Two lanes are two walks along the index, merged: neither reads what is in other lanes, of which a large room
    /// has thousands.
    private static func sql(of lanes: Lanes) -> String {
        let columns = """
            SELECT seq, at, payload,
                (SELECT digest FROM visitor
                    WHERE visitor.interview = event.interview AND visitor.seq = event.seq)
            FROM event WHERE interview = :interview AND seq > :seq
            """
        let order = "ORDER BY seq LIMIT :limit"
        return switch lanes {
        case .all: "\(columns) \(order)"
        case .everyone: "\(columns) AND lane IS NULL \(order)"
        case .everyoneAnd: "\(columns) AND lane IS NULL UNION ALL \(columns) AND lane = :lane \(order)"
        case .told:
            """
            \(columns) AND lane IS NULL AND kind NOT IN (\(seatKinds))
            UNION ALL \(columns) AND lane = :lane \(order)
            """
        case .only: "\(columns) AND lane = :lane \(order)"
        }
    }

    private static let seatKinds = Lanes.seatKinds.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")

    public func latest(of interview: InterviewID) throws(StoreError) -> Int {
        try run { pool in try pool.read { try Self.latest(of: interview, in: $0) } }
    }

    public func interview(with code: RoomCode) throws(StoreError) -> InterviewID? {
        try run { pool in
            try pool.read { database in
                try String.fetchOne(
                    database, sql: "SELECT interview FROM room WHERE code = ?", arguments: [code.text])
            }.flatMap(InterviewID.init)
        }
    }

    public func hasSeat(_ holder: SeatHolder, in interview: InterviewID) throws(StoreError) -> Bool {
        let (sql, name) =
            switch holder {
            case .secret(let digest):
                (
                    """
                    SELECT 1 FROM event WHERE interview = ? AND lane IS NULL AND kind = 'seatTaken'
                        AND payload ->> '$.seat.tokenDigest' = ? LIMIT 1
                    """, digest
                )
            case .visitor(let visitor):
                ("SELECT 1 FROM visitor WHERE interview = ? AND digest = ? LIMIT 1", visitor)
            }
        return try run { pool in
            try pool.read { database in
                let statement = try database.cachedStatement(sql: sql)
                return try Row.fetchOne(statement, arguments: [interview.text, name]) != nil
            }
        }
    }

    public func interviews(of visitor: String) throws(StoreError) -> [InterviewID] {
        try run { pool in
            try pool.read { database in
                try String.fetchAll(
                    database,
                    sql: "SELECT DISTINCT interview FROM visitor WHERE digest = ? ORDER BY interview",
                    arguments: [visitor]
                ).compactMap(InterviewID.init)
            }
        }
    }

    public func heads(after interview: InterviewID?, limit: Int) throws(StoreError) -> [LogHead] {
        try run { pool in
            try pool.read { database in
                try Row.fetchAll(
                    database,
                    sql: """
                        SELECT id, (SELECT at FROM event WHERE interview = id AND seq = 1),
                            (SELECT max(seq) FROM event WHERE interview = id)
                        FROM interview WHERE id > ? ORDER BY id LIMIT ?
                        """, arguments: [interview?.text ?? "", limit]
                ).compactMap { row in
                    InterviewID(row[0]).map {
                        LogHead(
                            interview: $0, opened: Timestamp(milliseconds: row[1] ?? 0), latest: row[2] ?? 0)
                    }
                }
            }
        }
    }

    public func interviewCount() throws(StoreError) -> Int {
        try run { pool in
            try pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM interview") ?? 0 }
        }
    }

    static func latest(of interview: InterviewID, in database: Database) throws -> Int {
        let statement = try database.cachedStatement(
            sql: "SELECT coalesce(max(seq), 0) FROM event WHERE interview = ?")
        return try Int.fetchOne(statement, arguments: [interview.text]) ?? 0
    }

    /// Whose it is, of the key that is bound twice: whoever proposed it may not have heard yet that the browser has
    /// become another visitor's.
    static let owner = "coalesce((SELECT visitor FROM browser WHERE key = ?), ?)"

    func insert(_ append: Append, after latest: Int, in database: Database) throws {
        if append.place == .opening {
            try database.cachedStatement(sql: "INSERT INTO interview (id) VALUES (?)")
                .execute(arguments: [append.interview.text])
        }
        let statement = try database.cachedStatement(
            sql: "INSERT INTO event (interview, seq, at, kind, lane, payload) VALUES (?, ?, ?, ?, ?, ?)")
        for (offset, event) in append.events.enumerated() {
            let seq = latest + 1 + offset
            let row = try EventRow(event, in: append.format) { try number(of: $0, in: database) }
            try statement.execute(arguments: [
                append.interview.text, seq, append.at.milliseconds, row.kind, row.lane, row.payload,
            ])
            if case .opened(let opened) = event, let code = opened.code {
                try database.cachedStatement(sql: "INSERT INTO room (code, interview) VALUES (?, ?)")
                    .execute(arguments: [code.text, append.interview.text])
            }
            guard let visitor = row.visitor else { continue }
            try database.cachedStatement(
                sql: "INSERT INTO visitor (interview, seq, digest) VALUES (?, ?, \(Self.owner))"
            ).execute(arguments: [append.interview.text, seq, visitor, visitor])
        }
    }
}
