public import Interviews
import QuestionBank
public import Scheduling

extension PostgreSQLStore {
    public func events(
        of interview: InterviewID, lanes: Lanes, after seq: Int, limit: Int
    ) throws(StoreError) -> [RecordedEvent] {
        try read { try Self.events(of: interview, lanes: lanes, after: seq, limit: limit, on: $0) }
    }

    static func events(
        of interview: InterviewID, lanes: Lanes = .all, after seq: Int = 0, limit: Int = .max,
        on connection: PostgreSQLConnection
    ) throws -> [RecordedEvent] {
        let rows = try connection.run(
            sql(of: lanes),
            [interview.text, "\(seq)", "\(limit)"] + (lanes.seat.map { [$0.text] } ?? [])
        ).rows
        let questions = try questions(Set(rows.compactMap { $0[4] }), on: connection)
        return try rows.map { row in
            let seq = row[0].flatMap { Int($0, radix: 10) } ?? 0
            let event = try EventRow.event(
                payload: row[2] ?? "", visitor: row[3], interview: interview, seq: seq
            ) { number in
                guard let question = questions[number] else { throw StoreError.corrupt }
                return question
            }
            let at = Timestamp(milliseconds: row[1].flatMap { Int64($0, radix: 10) } ?? 0)
            return RecordedEvent(interview: interview, seq: seq, at: at, event: event)
        }
    }

    /// The questions with numbers, which stand in arrays. Read in one go, and at most once each.
    static func questions(
        _ numbers: Set<String>, on connection: PostgreSQLConnection
    ) throws -> [Int: Question] {
        let asked = try connection.run(
            numbers.map {
                PostgreSQLCall("SELECT id, body FROM question WHERE id = ANY ($1::bigint[])", [$0])
            })
        var questions: [Int: Question] = [:]
        for row in asked.flatMap(\.rows) {
            guard let id = row[0].flatMap({ Int($0, radix: 10) }), questions[id] == nil else { continue }
            questions[id] = try QuestionRow.question(body: row[1] ?? "")
        }
        return questions
    }

    /// Two lanes are two walks along the index, merged, as in ``SQLiteStore``.
    private static func sql(of lanes: Lanes) -> String {
        let columns = """
            SELECT seq, at, payload,
                (SELECT digest FROM visitor
                    WHERE visitor.interview = event.interview AND visitor.seq = event.seq), questions
            FROM event WHERE interview = $1 AND seq > $2
            """
        let order = "ORDER BY seq LIMIT $3"
        let kinds = Lanes.seatKinds.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
        return switch lanes {
        case .all: "\(columns) \(order)"
        case .everyone: "\(columns) AND lane IS NULL \(order)"
        case .everyoneAnd: "\(columns) AND lane IS NULL UNION ALL \(columns) AND lane = $4 \(order)"
        case .told:
            "\(columns) AND lane IS NULL AND kind NOT IN (\(kinds)) UNION ALL \(columns) AND lane = $4 \(order)"
        case .only: "\(columns) AND lane = $4 \(order)"
        }
    }

    public func latest(of interview: InterviewID) throws(StoreError) -> Int {
        try read { try $0.run("SELECT latest FROM interview WHERE id = $1", [interview.text]).number ?? 0 }
    }

    public func latest(of interviews: [InterviewID]) throws(StoreError) -> [InterviewID: Int] {
        let rows = try read { connection in
            try connection.run(
                "SELECT id, latest FROM interview WHERE id = ANY ($1)",
                [PostgreSQLCall.array(interviews.map(\.text))]
            ).rows
        }
        var latest: [InterviewID: Int] = [:]
        for row in rows { if let id = InterviewID(row.text(0)) { latest[id] = row.integer(1) } }
        return latest
    }

    public func interview(with code: RoomCode) throws(StoreError) -> InterviewID? {
        try read { try $0.run("SELECT interview FROM room WHERE code = $1", [code.text]).first }
            .flatMap(InterviewID.init)
    }

    public func hasSeat(_ holder: SeatHolder, in interview: InterviewID) throws(StoreError) -> Bool {
        let (sql, name) =
            switch holder {
            case .secret(let digest):
                (
                    """
                    SELECT 1 FROM event WHERE interview = $1 AND lane IS NULL AND kind = 'seatTaken'
                        AND strpos(payload, '"tokenDigest":"' || $2 || '"') > 0 LIMIT 1
                    """, digest
                )
            case .visitor(let visitor):
                ("SELECT 1 FROM visitor WHERE interview = $1 AND digest = $2 LIMIT 1", visitor)
            }
        return try read { try $0.run(sql, [interview.text, name]).count > 0 }
    }

    public func interviews(of visitor: String) throws(StoreError) -> [InterviewID] {
        try read { connection in
            try connection.run(
                "SELECT DISTINCT interview FROM visitor WHERE digest = $1 ORDER BY interview", [visitor]
            ).rows.compactMap { $0[0].flatMap(InterviewID.init) }
        }
    }

    public func heads(after interview: InterviewID?, limit: Int) throws(StoreError) -> [LogHead] {
        try read { connection in
            try connection.run(
                """
                SELECT id, (SELECT at FROM event WHERE interview = id AND seq = 1), latest
                FROM interview WHERE id > $1 ORDER BY id LIMIT $2
                """, [interview?.text ?? "", "\(limit)"]
            ).rows.compactMap { row in
                guard let id = row[0].flatMap(InterviewID.init) else { return nil }
                return LogHead(
                    interview: id,
                    opened: Timestamp(milliseconds: row[1].flatMap { Int64($0, radix: 10) } ?? 0),
                    latest: row[2].flatMap { Int($0, radix: 10) } ?? 0)
            }
        }
    }

    public func interviewCount() throws(StoreError) -> Int {
        try read { try $0.run("SELECT count(*) FROM interview").number ?? 0 }
    }

    public func reviews(of visitor: String, latest count: Int) throws(StoreError) -> [Review] {
        try read { connection in
            try connection.run(
                """
                SELECT interview, question, topic, at, ratings FROM review WHERE visitor = $1
                ORDER BY at DESC LIMIT $2
                """, [visitor, "\(count)"]
            ).rows.flatMap { row in
                ReviewRow(
                    interview: row[0] ?? "", question: row[1] ?? "", topic: row[2] ?? "",
                    at: row[3].flatMap { Int64($0, radix: 10) } ?? 0, ratings: row[4] ?? ""
                ).reviews
            }
        }
    }
}
