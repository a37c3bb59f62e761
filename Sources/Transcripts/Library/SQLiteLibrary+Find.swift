import GRDB
import Interviews
import Marking
import QuestionBank

extension SQLiteLibrary {
    public func list(_ query: TranscriptQuery, of visitor: String) throws(StoreError) -> TranscriptList {
        try read { database in
            guard let visitor = try Self.number(of: visitor, in: database) else {
                return TranscriptList(entries: [], count: 0)
            }
            let filter = Filter(query, visitor: visitor)
            let count = try Int.fetchOne(
                database, sql: "SELECT count(*) FROM \(filter.table) WHERE \(filter.condition)",
                arguments: filter.arguments)
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT id, interview, seat, role, transcript.opened, reason, transcript.bank, mode, purpose, is_room,
                        questions, answered, found, needed, transcript.coverage
                    FROM (SELECT transcript AS one, found.opened AS opened_then, found.coverage AS share
                        FROM \(filter.table) WHERE \(filter.condition) ORDER BY \(query.sort.order) LIMIT ? OFFSET ?)
                    JOIN transcript ON transcript.id = one ORDER BY \(query.sort.orderThen)
                    """,
                arguments: filter.arguments
                    + [TranscriptQuery.pageSize, (query.page - 1) * TranscriptQuery.pageSize])
            let entries = try rows.compactMap { row in
                LibraryEntry(row, topics: try Self.topics(of: row[0], in: database))
            }
            return TranscriptList(entries: entries, count: count ?? 0)
        }
    }

    public func search(_ query: TranscriptQuery, of visitor: String) throws(StoreError) -> PassageList {
        try read { database in
            guard let visitor = try Self.number(of: visitor, in: database) else {
                return PassageList(passages: [], hasMore: false)
            }
            var signs = [PassageWords.sign(visitor: visitor)]
            if let topic = query.topic { signs.append(PassageWords.sign(topic: topic)) }
            if let verdict = query.verdict { signs.append(PassageWords.sign(verdict: verdict)) }
            if let missed = query.missed { signs.append(PassageWords.sign(missed: missed)) }
            var condition = "passage MATCH ?"
            var arguments: StatementArguments = [
                PassageWords.match(
                    signs: signs, periods: PassageWords.periods(from: query.from, until: query.until),
                    words: query.words)
            ]
            if let from = query.from {
                condition += " AND transcript.opened >= ?"
                arguments += [from.milliseconds]
            }
            if let until = query.until {
                condition += " AND transcript.opened < ?"
                arguments += [until.milliseconds]
            }
            if let bank = query.bank {
                condition += " AND transcript.bank = ?"
                arguments += [bank]
            }
            let size = TranscriptQuery.pageSize
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT transcript.interview, transcript.seat, transcript.opened, attempt.question, prompt,
                        attempt.topic, attempt.title, attempt.number, attempt.coverage,
                        snippet(passage, 0, char(2), char(3), '…', 32), highlight(passage, 2, char(2), char(3)),
                        attempt.name
                    FROM passage JOIN attempt ON attempt.id = passage.rowid
                    JOIN transcript ON transcript.id = attempt.transcript
                    WHERE \(condition) ORDER BY passage.rowid DESC LIMIT ? OFFSET ?
                    """, arguments: arguments + [size + 1, (query.page - 1) * size])
            return PassageList(
                passages: rows.prefix(size).compactMap(Passage.init), hasMore: rows.count > size)
        }
    }

    /// From one topic to the next along the index, whatever number of transcripts each has.
    public func facets(of visitor: String) throws(StoreError) -> LibraryFacets {
        try read { database in
            guard let visitor = try Self.number(of: visitor, in: database) else {
                return LibraryFacets(topics: [], banks: [])
            }
            let topics = try Row.fetchAll(
                database,
                sql: """
                    WITH RECURSIVE each(topic) AS (
                        SELECT min(topic) FROM practised WHERE visitor = :visitor
                        UNION ALL
                        SELECT (SELECT min(topic) FROM practised WHERE visitor = :visitor AND topic > each.topic)
                        FROM each WHERE each.topic IS NOT NULL LIMIT 500)
                    SELECT topic, (SELECT title FROM practised
                        WHERE visitor = :visitor AND practised.topic = each.topic ORDER BY opened DESC LIMIT 1)
                    FROM each WHERE topic IS NOT NULL
                    """, arguments: ["visitor": visitor])
            let banks = try String.fetchAll(
                database,
                sql: """
                    WITH RECURSIVE each(bank) AS (
                        SELECT min(bank) FROM holder WHERE visitor = :visitor
                        UNION ALL
                        SELECT (SELECT min(bank) FROM holder WHERE visitor = :visitor AND bank > each.bank)
                        FROM each WHERE each.bank IS NOT NULL LIMIT 100)
                    SELECT bank FROM each WHERE bank IS NOT NULL
                    """, arguments: ["visitor": visitor])
            return LibraryFacets(topics: topics.map { Topic(id: $0[0], title: $0[1]) }, banks: banks)
        }
    }

    static func number(of visitor: String, in database: Database) throws -> Int? {
        try Int.fetchOne(database, sql: "SELECT id FROM visitor WHERE digest = ?", arguments: [visitor])
    }

    private static func topics(of transcript: Int, in database: Database) throws -> [Topic] {
        let find = try database.cachedStatement(sql: "SELECT topic, title FROM subject WHERE transcript = ?")
        return try Row.fetchAll(find, arguments: [transcript]).map { Topic(id: $0[0], title: $0[1]) }
    }

    /// The table that a list is read along, as `found`, and what is read of it.
    private struct Filter {
        var table: String
        var condition = "visitor = ?"
        var arguments: StatementArguments

        init(_ query: TranscriptQuery, visitor: Int) {
            arguments = [visitor]
            let isByTopic = query.topic != nil
            table = isByTopic ? "practised AS found" : "holder AS found"
            if let topic = query.topic {
                condition += " AND topic = ?"
                arguments += [topic]
            }
            if let from = query.from {
                condition += " AND opened >= ?"
                arguments += [from.milliseconds]
            }
            if let until = query.until {
                condition += " AND opened < ?"
                arguments += [until.milliseconds]
            }
            for (column, value) in [("bank", query.bank), ("kind", query.kind?.rawValue)] {
                guard let value else { continue }
                condition +=
                    isByTopic
                    ? " AND (SELECT \(column) FROM holder WHERE holder.transcript = found.transcript) = ?"
                    : " AND \(column) = ?"
                arguments += [value]
            }
        }
    }
}

extension LibraryEntry {
    /// `nil` where a hand has spoilt it.
    fileprivate init?(_ row: Row, topics: [Topic]) {
        guard let interview = InterviewID(row[1]), let role = Seat.Role(rawValue: row[3]),
            let mode = Settings.Mode(rawValue: row[7]), let purpose = Settings.Purpose(rawValue: row[8])
        else { return nil }
        let reason: String? = row[5]
        self.init(
            interview: interview, seat: SeatID(row[2]), role: role, opened: Timestamp(milliseconds: row[4]),
            reason: reason.flatMap(Event.Ended.Reason.init), bank: row[6], mode: mode, purpose: purpose,
            isRoom: row[9], topics: topics, questions: row[10], answered: row[11], found: row[12],
            needed: row[13], coverage: row[14])
    }
}

extension Passage {
    fileprivate init?(_ row: Row) {
        guard let interview = InterviewID(row[0]) else { return nil }
        let missed: String = row[10]
        self.init(
            interview: interview, seat: SeatID(row[1]), opened: Timestamp(milliseconds: row[2]),
            question: row[3], name: row[11], prompt: row[4], topic: Topic(id: row[5], title: row[6]),
            attempt: row[7], coverage: row[8], pieces: PassageWords.pieces(of: row[9]),
            missed: PassageWords.pieces(of: missed))
    }
}
