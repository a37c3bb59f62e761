import Interviews
import QuestionBank

extension PostgreSQLLibrary {
    public func list(_ query: TranscriptQuery, of visitor: String) throws(StoreError) -> TranscriptList {
        try read { connection in
            guard let visitor = try Self.number(of: visitor, on: connection) else {
                return TranscriptList(entries: [], count: 0)
            }
            let filter = Filter(query, visitor: visitor)
            let count = "SELECT count(*) FROM \(filter.table) WHERE \(filter.condition)"
            let page = """
                SELECT id, interview, seat, role, transcript.opened, reason, transcript.bank, mode, purpose, is_room,
                    questions, answered, found, needed, transcript.coverage
                FROM (SELECT transcript AS one, found.opened AS opened_then, found.coverage AS share
                    FROM \(filter.table) WHERE \(filter.condition) ORDER BY \(query.sort.order)
                    LIMIT \(TranscriptQuery.pageSize) OFFSET \((query.page - 1) * TranscriptQuery.pageSize)) AS page
                JOIN library_transcript AS transcript ON transcript.id = one ORDER BY \(query.sort.orderThen)
                """
            let results = try connection.run([
                PostgreSQLCall(count, filter.values), PostgreSQLCall(page, filter.values),
            ])
            let rows = results[1].rows
            let topics = try Self.topics(of: rows.map { $0.text(0) }, on: connection)
            return TranscriptList(
                entries: rows.compactMap { LibraryEntry($0, topics: topics[$0.text(0)] ?? []) },
                count: results[0].number ?? 0)
        }
    }

    private static func topics(
        of transcripts: [String], on connection: PostgreSQLConnection
    ) throws -> [String: [Topic]] {
        let rows = try connection.run(
            """
            SELECT transcript, topic, title FROM library_subject
            WHERE transcript = ANY ($1::bigint[]) ORDER BY topic
            """, [PostgreSQLCall.array(transcripts)]
        ).rows
        return Dictionary(grouping: rows) { $0.text(0) }
            .mapValues { $0.map { Topic(id: $0.text(1), title: $0.text(2)) } }
    }

    /// From one topic to the next along the index, as ``SQLiteLibrary`` does it.
    public func facets(of visitor: String) throws(StoreError) -> LibraryFacets {
        try read { connection in
            guard let visitor = try Self.number(of: visitor, on: connection) else {
                return LibraryFacets(topics: [], banks: [])
            }
            let topics = """
                WITH RECURSIVE each(topic) AS (
                    SELECT min(topic) FROM library_practised WHERE visitor = $1
                    UNION ALL
                    SELECT (SELECT min(topic) FROM library_practised WHERE visitor = $1 AND topic > each.topic)
                    FROM each WHERE each.topic IS NOT NULL)
                SELECT topic, (SELECT title FROM library_practised AS own
                    WHERE visitor = $1 AND own.topic = each.topic ORDER BY opened DESC LIMIT 1)
                FROM each WHERE topic IS NOT NULL LIMIT 500
                """
            let banks = """
                WITH RECURSIVE each(bank) AS (
                    SELECT min(bank) FROM library_holder WHERE visitor = $1
                    UNION ALL
                    SELECT (SELECT min(bank) FROM library_holder WHERE visitor = $1 AND bank > each.bank)
                    FROM each WHERE each.bank IS NOT NULL)
                SELECT bank FROM each WHERE bank IS NOT NULL LIMIT 100
                """
            let rows = try connection.run([
                PostgreSQLCall(topics, ["\(visitor)"]), PostgreSQLCall(banks, ["\(visitor)"]),
            ]).map(\.rows)
            return LibraryFacets(
                topics: rows[0].map { Topic(id: $0.text(0), title: $0.text(1)) },
                banks: rows[1].map { $0.text(0) })
        }
    }

    static func number(of visitor: String, on connection: PostgreSQLConnection) throws -> Int? {
        try connection.run("SELECT id FROM library_visitor WHERE digest = $1", [visitor]).number
    }

    /// The table that a list is read along, as `found`, and what is read of it.
    private struct Filter {
        var table: String
        var condition = "visitor = $1"
        var values: [String?]

        init(_ query: TranscriptQuery, visitor: Int) {
            values = ["\(visitor)"]
            let isByTopic = query.topic != nil
            table = isByTopic ? "library_practised AS found" : "library_holder AS found"
            func add(_ comparison: String, _ value: String?) {
                guard let value else { return }
                values.append(PassageWords.clean(value))
                condition += " AND \(comparison) $\(values.count)"
            }
            add("topic =", query.topic)
            add("opened >=", query.from.map { "\($0.milliseconds)" })
            add("opened <", query.until.map { "\($0.milliseconds)" })
            for (column, value) in [("bank", query.bank), ("kind", query.kind?.rawValue)] {
                add(
                    isByTopic
                        ? "(SELECT \(column) FROM library_holder AS own WHERE own.transcript = found.transcript) ="
                        : "\(column) =", value)
            }
        }
    }
}

extension LibraryEntry {
    /// `nil` where a hand has spoilt it.
    fileprivate init?(_ row: [String?], topics: [Topic]) {
        guard let interview = InterviewID(row.text(1)), let role = Seat.Role(rawValue: row.text(3)),
            let mode = Settings.Mode(rawValue: row.text(7)),
            let purpose = Settings.Purpose(rawValue: row.text(8))
        else { return nil }
        self.init(
            interview: interview, seat: SeatID(row.text(2)), role: role, opened: row.moment(4),
            reason: row[5].flatMap(Event.Ended.Reason.init), bank: row.text(6), mode: mode, purpose: purpose,
            isRoom: row.isTrue(9), topics: topics, questions: row.integer(10),
            answered: row.integer(11), found: row.integer(12), needed: row.integer(13),
            coverage: row.decimal(14))
    }
}
