import GRDB

extension SQLiteStore {
    /// The schema's history. A step that was released is never changed, only followed by another.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 events") { database in
            try database.execute(sql: events)
        }
        migrator.registerMigration("2 reviews") { database in
            try database.execute(sql: reviews)
        }
        return migrator
    }

    /// The schema is the last guard of the log: whoever writes to the database, by whatever means, can neither
    /// leave out a number, nor change an event, nor take one out of the middle. Only whole interviews go.
    ///
    /// Events are rows in the order in which they came, with an index. Kept in the index itself (`WITHOUT
    /// ROWID`) an event with a mark needs a page of its own beside it, which costs a commit twice the time.
    private static let events = """
        CREATE TABLE interview (
            id TEXT NOT NULL PRIMARY KEY
                CHECK (length(id) BETWEEN 16 AND 32 AND id NOT GLOB '*[^a-z0-9]*')
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE event (
            interview TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
            seq INTEGER NOT NULL CHECK (seq >= 1),
            at INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind <> ''),
            payload TEXT NOT NULL CHECK (iif(json_valid(payload), payload ->> '$.kind' IS kind, FALSE)),
            PRIMARY KEY (interview, seq)
        ) STRICT;

        CREATE TRIGGER event_seq_without_gaps BEFORE INSERT ON event
        WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event WHERE interview = NEW.interview)
        BEGIN SELECT RAISE(ABORT, 'an event follows the latest one'); END;

        CREATE TRIGGER event_is_for_ever BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'an event does not change'); END;

        CREATE TRIGGER event_goes_with_its_interview BEFORE DELETE ON event
        WHEN EXISTS (SELECT 1 FROM interview WHERE id = OLD.interview)
        BEGIN SELECT RAISE(ABORT, 'an event goes with its interview only'); END;

        CREATE TRIGGER interview_keeps_its_name BEFORE UPDATE ON interview
        BEGIN SELECT RAISE(ABORT, 'an interview does not change its name'); END;
        """

    /// One row for all key points of a question: they come and go together, and one row costs a commit less than
    /// eight. The ratings are an object, key point by key point.
    private static let reviews = """
        CREATE TABLE review (
            visitor TEXT NOT NULL CHECK (visitor <> ''),
            interview TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
            question TEXT NOT NULL,
            topic TEXT NOT NULL,
            at INTEGER NOT NULL,
            ratings TEXT NOT NULL CHECK (json_valid(ratings)),
            PRIMARY KEY (visitor, interview, question)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX review_by_interview ON review (interview);
        """
}
