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
        migrator.registerMigration("3 questions once, lanes, visitors apart") { database in
            try database.execute(sql: apart)
        }
        migrator.registerMigration("4 codes of rooms") { database in
            try database.execute(sql: rooms)
        }
        migrator.registerMigration("5 reviews by time") { database in
            try database.execute(sql: "CREATE INDEX review_by_time ON review (visitor, at)")
        }
        migrator.registerMigration("6 questions that are planned") { database in
            try database.execute(sql: planned)
        }
        migrator.registerMigration("7 links to transcripts") { database in
            try database.execute(sql: shares)
        }
        migrator.registerMigration("8 several browsers of one visitor") { database in
            try database.execute(sql: browserTables)
        }
        migrator.registerMigration("9 notes on answers") { database in
            try database.execute(sql: notes)
        }
        migrator.registerMigration("10 seats that were deleted") { database in
            try database.execute(sql: erasedSeats)
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

    /// By which code a room is found. Codes are drawn from 40 bits, so that none comes twice; if it does, the room
    /// that comes later cannot be opened by it.
    private static let rooms = """
        CREATE TABLE room (
            code TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),
            interview TEXT NOT NULL UNIQUE REFERENCES interview (id) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        """

    /// What is kept beside the events. Events of before keep their questions as they are; their visitors move.
    ///
    /// The number of events that ask a question stands in rows of its own, some 400 to a page: an interview that asks
    /// every question of the bank changes one or two pages and not every page that holds a question.
    private static let apart = """
        CREATE TABLE question (
            id INTEGER NOT NULL PRIMARY KEY,
            digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
            body TEXT NOT NULL CHECK (json_valid(body))
        ) STRICT;

        CREATE TABLE question_use (
            question INTEGER NOT NULL PRIMARY KEY REFERENCES question (id) ON DELETE CASCADE,
            events INTEGER NOT NULL CHECK (events >= 0)
        ) STRICT;

        CREATE TRIGGER question_does_not_change BEFORE UPDATE ON question
        BEGIN SELECT RAISE(ABORT, 'a question does not change'); END;

        CREATE TRIGGER question_goes_with_its_last_event BEFORE DELETE ON question
        WHEN EXISTS (SELECT 1 FROM question_use WHERE question = OLD.id AND events > 0)
        BEGIN SELECT RAISE(ABORT, 'a question goes with its last event only'); END;

        CREATE TRIGGER event_uses_its_questions AFTER INSERT ON event WHEN NEW.kind = 'opened'
        BEGIN
            INSERT INTO question_use (question, events)
            SELECT atom, 1 FROM json_tree(NEW.payload, '$.kept') WHERE atom IS NOT NULL GROUP BY atom
            ON CONFLICT (question) DO UPDATE SET events = events + 1;
        END;

        CREATE TRIGGER event_lets_go_of_its_questions AFTER DELETE ON event WHEN OLD.kind = 'opened'
        BEGIN
            UPDATE question_use SET events = events - 1
            WHERE question IN (SELECT atom FROM json_tree(OLD.payload, '$.kept') WHERE atom IS NOT NULL);
            DELETE FROM question WHERE id IN (
                SELECT question FROM question_use JOIN json_tree(OLD.payload, '$.kept') ON question = atom
                WHERE events = 0);
        END;

        CREATE TABLE visitor (
            interview TEXT NOT NULL,
            seq INTEGER NOT NULL,
            digest TEXT NOT NULL CHECK (digest <> ''),
            PRIMARY KEY (interview, seq),
            FOREIGN KEY (interview, seq) REFERENCES event (interview, seq) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX visitor_by_digest ON visitor (digest);

        INSERT INTO visitor (interview, seq, digest)
        SELECT interview, seq, payload ->> '$.visitor' FROM event
        WHERE kind = 'opened' AND payload ->> '$.visitor' <> '';

        DROP TRIGGER event_is_for_ever;

        UPDATE event SET payload = json_remove(payload, '$.visitor')
        WHERE kind = 'opened' AND json_type(payload, '$.visitor') IS NOT NULL;

        CREATE TRIGGER event_is_for_ever BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'an event does not change'); END;

        ALTER TABLE event ADD COLUMN lane TEXT CHECK (lane <> '');

        CREATE INDEX event_by_lane ON event (interview, lane, seq);
        """

    /// What is planned in a room refers to questions as an opening does.
    private static let planned = """
        DROP TRIGGER event_uses_its_questions;

        DROP TRIGGER event_lets_go_of_its_questions;

        CREATE TRIGGER event_uses_its_questions AFTER INSERT ON event WHEN NEW.kind IN ('opened', 'planChanged')
        BEGIN
            INSERT INTO question_use (question, events)
            SELECT atom, 1 FROM json_tree(NEW.payload, '$.kept') WHERE atom IS NOT NULL GROUP BY atom
            ON CONFLICT (question) DO UPDATE SET events = events + 1;
        END;

        CREATE TRIGGER event_lets_go_of_its_questions AFTER DELETE ON event
        WHEN OLD.kind IN ('opened', 'planChanged')
        BEGIN
            UPDATE question_use SET events = events - 1
            WHERE question IN (SELECT atom FROM json_tree(OLD.payload, '$.kept') WHERE atom IS NOT NULL);
            DELETE FROM question WHERE id IN (
                SELECT question FROM question_use JOIN json_tree(OLD.payload, '$.kept') ON question = atom
                WHERE events = 0);
        END;
        """
}
