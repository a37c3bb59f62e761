public import Interviews

extension PostgreSQLStore: NoteStore {
    private static let columns = """
        SELECT id, question, attempt, start, stop, thread, visitor, name, at, text FROM note
        """

    public func keep(_ note: Note, of interview: InterviewID, seat: SeatID) throws(StoreError) -> KeptNote {
        try writeAlone { connection in
            let isKnown = try connection.run("SELECT 1 FROM note WHERE id = $1", [note.id.text]).count > 0
            if isKnown {
                guard let known = try Self.find(note.id, interview, seat, on: connection),
                    known.visitor == note.visitor
                else { return .noPlace }
                return .kept(known)
            }
            let count = try connection.run(
                "SELECT count(*) FROM note WHERE interview = $1 AND seat = $2", [interview.text, seat.text])
            guard count.number ?? 0 < Note.maximumCount else { return .full }
            guard try Self.hasPlace(note, interview, seat, on: connection) else { return .noPlace }
            try connection.run(
                """
                INSERT INTO note (
                    id, interview, seat, question, attempt, start, stop, thread, visitor, name, at, text)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
                """,
                [
                    note.id.text, interview.text, seat.text, "\(note.place.question)",
                    "\(note.place.attempt)",
                    "\(note.place.range.start)", "\(note.place.range.end)", note.thread?.text, note.visitor,
                    note.name?.text, "\(note.at.milliseconds)", note.text,
                ])
            return .kept(note)
        }
    }

    public func notes(of interview: InterviewID, seat: SeatID) throws(StoreError) -> [Note] {
        try read { connection in
            try connection.run(
                Self.columns + " WHERE interview = $1 AND seat = $2", [interview.text, seat.text]
            ).rows.compactMap(Note.init(row:))
        }
    }

    public func takeAway(
        _ id: NoteID, of interview: InterviewID, seat: SeatID, by visitor: String?
    ) throws(StoreError) -> Bool {
        try writeAlone { connection in
            guard let note = try Self.find(id, interview, seat, on: connection), !note.isTakenAway,
                visitor == nil || note.visitor == visitor
            else { return false }
            if visitor == nil { try connection.run("DELETE FROM note WHERE thread = $1", [id.text]) }
            try Self.takeAway([note], on: connection)
            return true
        }
    }

    /// Takes away what a visitor wrote, wherever it is.
    static func takeAwayNotes(of visitor: String, on connection: PostgreSQLConnection) throws {
        let rows = try connection.run(columns + " WHERE visitor = $1", [visitor]).rows
        try takeAway(rows.compactMap(Note.init(row:)), on: connection)
    }

    private static func takeAway(_ notes: [Note], on connection: PostgreSQLConnection) throws {
        let unanswered = "NOT EXISTS (SELECT 1 FROM note WHERE thread = $1)"
        for note in notes {
            let gone = try connection.run("DELETE FROM note WHERE id = $1 AND \(unanswered)", [note.id.text])
            if gone.count == 0 {
                try connection.run(
                    "UPDATE note SET text = '', name = NULL, visitor = NULL WHERE id = $1", [note.id.text])
            }
            // Nothing is left to be answered.
            guard let thread = note.thread else { continue }
            try connection.run(
                "DELETE FROM note WHERE id = $1 AND text = '' AND \(unanswered)", [thread.text])
        }
    }

    private static func hasPlace(
        _ note: Note, _ interview: InterviewID, _ seat: SeatID, on connection: PostgreSQLConnection
    ) throws -> Bool {
        guard let thread = note.thread else {
            return try connection.run("SELECT 1 FROM interview WHERE id = $1", [interview.text]).count > 0
        }
        guard let head = try find(thread, interview, seat, on: connection) else { return false }
        return head.thread == nil && head.place == note.place
    }

    private static func find(
        _ id: NoteID, _ interview: InterviewID, _ seat: SeatID, on connection: PostgreSQLConnection
    ) throws -> Note? {
        try connection.run(
            columns + " WHERE id = $1 AND interview = $2 AND seat = $3", [id.text, interview.text, seat.text]
        ).rows.first.flatMap(Note.init(row:))
    }
}

extension Note {
    fileprivate init?(row: [String?]) {
        guard let id = row[0].flatMap(NoteID.init) else { return nil }
        let numbers = row[1...4].map { $0.flatMap { Int($0, radix: 10) } ?? 0 }
        self.init(
            id: id,
            place: Place(
                question: numbers[0], attempt: numbers[1],
                range: TextRange(start: numbers[2], end: numbers[3])),
            thread: row[5].flatMap(NoteID.init), visitor: row[6], name: row[7].flatMap(SeatName.init),
            at: Timestamp(milliseconds: row[8].flatMap { Int64($0, radix: 10) } ?? 0), text: row[9] ?? "")
    }
}
