import GRDB
public import Interviews
import Marking
import QuestionBank

extension SQLiteLibrary {
    public func cursors(after interview: InterviewID?, limit: Int) throws(StoreError) -> [InterviewID: Int] {
        try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT interview, seq FROM cursor WHERE interview > ? ORDER BY interview LIMIT ?",
                arguments: [interview?.text ?? "", limit])
            var cursors: [InterviewID: Int] = [:]
            for row in rows {
                if let id = InterviewID(row[0]) { cursors[id] = row[1] }
            }
            return cursors
        }
    }

    public func keep(_ shelved: [Shelved]) throws(StoreError) -> [InterviewID] {
        try write { database in
            for interview in shelved { try Self.keep(interview, in: database) }
        }
        // Nobody else writes the log.
        return []
    }

    /// An index of full text keeps what was deleted until its parts are merged into one.
    public func remove(_ interviews: [InterviewID]) throws(StoreError) {
        try write { database in
            for interview in interviews {
                try database.execute(
                    sql: "DELETE FROM cursor WHERE interview = ?", arguments: [interview.text])
            }
            try database.execute(sql: "INSERT INTO passage (passage) VALUES ('optimize')")
        }
        try cutLog()
    }

    public func forget(_ visitor: String) throws(StoreError) {
        try write { try $0.execute(sql: "DELETE FROM visitor WHERE digest = ?", arguments: [visitor]) }
        try cutLog()
    }

    public func outdate(_ interviews: [InterviewID]) throws(StoreError) {
        try write { database in
            let statement = try database.cachedStatement(sql: "UPDATE cursor SET seq = 0 WHERE interview = ?")
            for interview in interviews { try statement.execute(arguments: [interview.text]) }
        }
    }

    public func rename(_ visitor: String, to name: String) throws(StoreError) {
        try write { database in
            try database.execute(
                sql: "UPDATE OR IGNORE visitor SET digest = ? WHERE digest = ?", arguments: [name, visitor])
        }
    }

    private func cutLog() throws(StoreError) {
        do {
            guard let pool = database as? DatabasePool else { return }
            try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        } catch {
            throw StoreError(error)
        }
    }

    private static func keep(_ shelved: Shelved, in database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO cursor (interview, seq) VALUES (?, ?)
                ON CONFLICT (interview) DO UPDATE SET seq = excluded.seq
                """
        ).execute(arguments: [shelved.interview.text, shelved.seq])
        let seats = shelved.transcripts.map(\.entry.seat.text)
        let known = try String.fetchAll(
            database.cachedStatement(sql: "SELECT seat FROM transcript WHERE interview = ?"),
            arguments: [shelved.interview.text])
        for seat in known where !seats.contains(seat) {
            try database.execute(
                sql: "DELETE FROM transcript WHERE interview = ? AND seat = ?",
                arguments: [shelved.interview.text, seat])
        }
        for transcript in shelved.transcripts {
            try keep(transcript, isNew: !known.contains(transcript.entry.seat.text), in: database)
        }
    }

    private static func keep(
        _ transcript: ShelvedTranscript, isNew: Bool, in database: Database
    ) throws {
        let entry = transcript.entry
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO transcript (interview, seat, role, opened, reason, bank, mode, purpose, is_room, questions,
                    answered, found, needed, coverage)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (interview, seat) DO UPDATE SET role = excluded.role, reason = excluded.reason,
                    questions = excluded.questions, answered = excluded.answered, found = excluded.found,
                    needed = excluded.needed, coverage = excluded.coverage
                RETURNING id
                """)
        let id = try Int.fetchOne(
            insert,
            arguments: [
                entry.interview.text, entry.seat.text, entry.role.rawValue, entry.opened.milliseconds,
                entry.reason?.rawValue, entry.bank, entry.mode.rawValue, entry.purpose.rawValue, entry.isRoom,
                entry.questions, entry.answered, entry.found, entry.needed, entry.coverage,
            ])
        guard let id else { throw StoreError.corrupt }
        try keepSubjects(of: transcript, id, in: database)
        let visitor = try transcript.visitor.map { try number(of: $0, in: database) }
        try keepHolder(visitor, of: transcript, id, in: database)
        for answer in transcript.answers {
            let row = PassageRow(answer, opened: entry.opened, visitor: visitor)
            try keep(answer, row, of: id, isNew: isNew, in: database)
        }
    }

    private static func keepSubjects(of transcript: ShelvedTranscript, _ id: Int, in database: Database)
        throws
    {
        let insert = try database.cachedStatement(
            sql: "INSERT OR IGNORE INTO subject (transcript, topic, title) VALUES (?, ?, ?)")
        for topic in transcript.entry.topics { try insert.execute(arguments: [id, topic.id, topic.title]) }
    }

    private static func keepHolder(
        _ visitor: Int?, of transcript: ShelvedTranscript, _ id: Int, in database: Database
    ) throws {
        try database.cachedStatement(sql: "DELETE FROM holder WHERE transcript = ?").execute(arguments: [id])
        try database.cachedStatement(sql: "DELETE FROM practised WHERE transcript = ?").execute(arguments: [
            id
        ])
        guard let visitor else { return }
        let entry = transcript.entry
        try database.cachedStatement(
            sql: """
                INSERT INTO holder (visitor, opened, transcript, bank, kind, coverage) VALUES (?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            visitor, entry.opened.milliseconds, id, entry.bank, entry.kind.rawValue, entry.coverage,
        ])
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO practised (visitor, topic, opened, transcript, title, coverage, questions)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        for topic in transcript.topics {
            try insert.execute(arguments: [
                visitor, topic.topic.id, entry.opened.milliseconds, id, topic.topic.title, topic.coverage,
                topic.questions,
            ])
        }
    }

    private static func keep(
        _ answer: ShelvedAnswer, _ row: PassageRow, of transcript: Int, isNew: Bool, in database: Database
    ) throws {
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO attempt (transcript, question, name, topic, title, number, coverage, is_best)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (transcript, question, number) DO UPDATE SET coverage = excluded.coverage,
                    is_best = excluded.is_best
                RETURNING id
                """)
        let id = try Int.fetchOne(
            insert,
            arguments: [
                transcript, answer.question, answer.name, answer.topic.id, answer.topic.title, answer.attempt,
                answer.coverage, answer.isBest,
            ])
        guard let id else { throw StoreError.corrupt }
        if try isNew || !isThere(answer.judged, of: id, in: database) {
            try keep(answer.judged, of: id, in: database)
        }
        if try isNew || !isThere(row, as: id, in: database) { try keep(row, as: id, in: database) }
    }

    /// What stays as it was, as in all answers but the last one, is not written again.
    private static func isThere(
        _ judged: [ShelvedAnswer.Judged], of attempt: Int, in database: Database
    ) throws -> Bool {
        let known = try Row.fetchAll(
            database.cachedStatement(sql: "SELECT point, head, verdict FROM judged WHERE attempt = ?"),
            arguments: [attempt]
        ).compactMap { row in
            Verdict(rawValue: row[2]).map { ShelvedAnswer.Judged(point: row[0], head: row[1], verdict: $0) }
        }
        if Set(known) == Set(judged) { return true }
        try database.cachedStatement(sql: "DELETE FROM judged WHERE attempt = ?")
            .execute(arguments: [attempt])
        return false
    }

    private static func keep(
        _ judged: [ShelvedAnswer.Judged], of attempt: Int, in database: Database
    ) throws {
        let insert = try database.cachedStatement(
            sql: "INSERT OR REPLACE INTO judged (attempt, point, head, verdict) VALUES (?, ?, ?, ?)")
        for point in judged {
            try insert.execute(arguments: [attempt, point.point, point.head, point.verdict.rawValue])
        }
    }

    /// What stays as it was is not written again: the index would keep both until its parts are merged.
    private static func isThere(_ row: PassageRow, as id: Int, in database: Database) throws -> Bool {
        let known = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT missed, signs FROM passage WHERE rowid = ?"),
            arguments: [id])
        guard let known else { return false }
        if known[0] == row.missed, known[1] == row.signs { return true }
        try database.cachedStatement(sql: "DELETE FROM passage WHERE rowid = ?").execute(arguments: [id])
        return false
    }

    private static func keep(_ row: PassageRow, as id: Int, in database: Database) throws {
        try database.cachedStatement(
            sql: "INSERT INTO passage (rowid, answer, prompt, missed, signs) VALUES (?, ?, ?, ?, ?)"
        ).execute(arguments: [id, row.answer, row.prompt, row.missed, row.signs])
    }

    /// A number that no other visitor gets, even when this one is forgotten.
    private static func number(of visitor: String, in database: Database) throws -> Int {
        let find = try database.cachedStatement(sql: "SELECT id FROM visitor WHERE digest = ?")
        if let known = try Int.fetchOne(find, arguments: [visitor]) { return known }
        try database.cachedStatement(sql: "INSERT INTO visitor (digest) VALUES (?)").execute(arguments: [
            visitor
        ])
        return Int(database.lastInsertedRowID)
    }
}

extension LibraryEntry {
    var kind: TranscriptQuery.Kind { role == .host ? .hosted : isRoom ? .room : .alone }
}
