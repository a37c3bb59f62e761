import GRDB
public import Interviews

extension SQLiteStore: NoteStore {
    static let notes = """
        CREATE TABLE note (
            id TEXT NOT NULL PRIMARY KEY
                CHECK (length(id) BETWEEN 16 AND 32 AND id NOT GLOB '*[^a-z0-9]*'),
            interview TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
            seat TEXT NOT NULL CHECK (seat <> ''),
            question INTEGER NOT NULL CHECK (question >= 0),
            attempt INTEGER NOT NULL CHECK (attempt >= 1),
            start INTEGER NOT NULL CHECK (start >= 0),
            stop INTEGER NOT NULL CHECK (stop > start),
            thread TEXT REFERENCES note (id) ON DELETE CASCADE,
            visitor TEXT CHECK (visitor <> ''),
            name TEXT CHECK (name <> ''),
            at INTEGER NOT NULL,
            text TEXT NOT NULL CHECK (length(text) <= 2000)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX note_by_transcript ON note (interview, seat);
        CREATE INDEX note_by_thread ON note (thread);
        CREATE INDEX note_by_visitor ON note (visitor);
        """

    public func keep(_ note: Note, of interview: InterviewID, seat: SeatID) throws(StoreError) -> KeptNote {
        try run { pool in
            try pool.write { database in
                if let row = try Self.row(note.id, in: database) {
                    let isThere = row["interview"] == interview.text && row["seat"] == seat.text
                    guard isThere, let known = Note(row), known.visitor == note.visitor else {
                        return .noPlace
                    }
                    return .kept(known)
                }
                let count = try Int.fetchOne(
                    database, sql: "SELECT count(*) FROM note WHERE interview = ? AND seat = ?",
                    arguments: [interview.text, seat.text])
                guard count ?? 0 < Note.maximumCount else { return .full }
                guard try Self.hasPlace(note, interview, seat, in: database) else { return .noPlace }
                try database.execute(
                    sql: """
                        INSERT INTO note (
                            id, interview, seat, question, attempt, start, stop, thread, visitor, name, at, text)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        note.id.text, interview.text, seat.text, note.place.question, note.place.attempt,
                        note.place.range.start, note.place.range.end, note.thread?.text, note.visitor,
                        note.name?.text, note.at.milliseconds, note.text,
                    ])
                return .kept(note)
            }
        }
    }

    public func notes(of interview: InterviewID, seat: SeatID) throws(StoreError) -> [Note] {
        try run { pool in
            try pool.read { try Self.notes(of: interview, seat: seat, in: $0) }
        }
    }

    static func notes(of interview: InterviewID, seat: SeatID, in database: Database) throws -> [Note] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM note WHERE interview = ? AND seat = ?",
            arguments: [interview.text, seat.text]
        ).compactMap(Note.init)
    }

    public func takeAway(
        _ id: NoteID, of interview: InterviewID, seat: SeatID, by visitor: String?
    ) throws(StoreError) -> Bool {
        func find(in database: Database) throws -> Note? {
            guard let row = try Self.row(id, in: database), row["interview"] == interview.text,
                row["seat"] == seat.text, let note = Note(row), !note.isTakenAway,
                visitor == nil || note.visitor == visitor
            else { return nil }
            return note
        }
        // The log is cut for what was taken away, and not for whoever asks for what is not there.
        guard try run({ pool in try pool.read { try find(in: $0) } }) != nil else { return false }
        return try erase { database in
            guard let note = try find(in: database) else { return false }
            if visitor == nil {
                try database.execute(sql: "DELETE FROM note WHERE thread = ?", arguments: [id.text])
            }
            try Self.takeAway([note], in: database)
            return true
        }
    }

    /// Takes away what a visitor wrote, wherever it is.
    static func takeAwayNotes(of visitor: String, in database: Database) throws {
        let rows = try Row.fetchAll(
            database, sql: "SELECT * FROM note WHERE visitor = ?", arguments: [visitor])
        try takeAway(rows.compactMap(Note.init), in: database)
    }

    private static func takeAway(_ notes: [Note], in database: Database) throws {
        for note in notes {
            try database.execute(
                sql: """
                    DELETE FROM note WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM note WHERE thread = ?1)
                    """, arguments: [note.id.text])
            if database.changesCount == 0 {
                try database.execute(
                    sql: "UPDATE note SET text = '', name = NULL, visitor = NULL WHERE id = ?",
                    arguments: [note.id.text])
            }
            // Nothing is left to be answered.
            guard let thread = note.thread else { continue }
            try database.execute(
                sql: """
                    DELETE FROM note WHERE id = ?1 AND text = ''
                        AND NOT EXISTS (SELECT 1 FROM note WHERE thread = ?1)
                    """, arguments: [thread.text])
        }
    }

    private static func hasPlace(
        _ note: Note, _ interview: InterviewID, _ seat: SeatID, in database: Database
    ) throws -> Bool {
        guard let thread = note.thread else {
            return try Row.fetchOne(
                database, sql: "SELECT 1 FROM interview WHERE id = ?", arguments: [interview.text]) != nil
        }
        guard let row = try row(thread, in: database), row["interview"] == interview.text,
            row["seat"] == seat.text, let head = Note(row)
        else { return false }
        return head.thread == nil && head.place == note.place
    }

    private static func row(_ id: NoteID, in database: Database) throws -> Row? {
        try Row.fetchOne(database, sql: "SELECT * FROM note WHERE id = ?", arguments: [id.text])
    }
}

extension Note {
    fileprivate init?(_ row: Row) {
        guard let id = NoteID(row["id"]) else { return nil }
        let (thread, name): (String?, String?) = (row["thread"], row["name"])
        self.init(
            id: id,
            place: Place(
                question: row["question"], attempt: row["attempt"],
                range: TextRange(start: row["start"], end: row["stop"])),
            thread: thread.flatMap(NoteID.init), visitor: row["visitor"], name: name.flatMap(SeatName.init),
            at: Timestamp(milliseconds: row["at"]), text: row["text"])
    }
}
