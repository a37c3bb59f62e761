extension SQLiteLibrary {
    /// `holder` and `practised` repeat columns of other tables: a visitor's list, filtered and sorted, is one walk
    /// along one of them.
    ///
    /// `passage` is a full-text index (https://www.sqlite.org/fts5.html) of answers, with words taken to their stem by
    /// the rules for English (Porter's) and without accents; every word is searched for by its beginning, which finds
    /// the endings of other languages. `signs` are words of our own that no text holds: whose it is, and what was said
    /// of it.
    static let schema = """
        CREATE TABLE cursor (
            interview TEXT NOT NULL PRIMARY KEY,
            seq INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE visitor (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            digest TEXT NOT NULL UNIQUE
        ) STRICT;

        CREATE TABLE transcript (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            interview TEXT NOT NULL REFERENCES cursor (interview) ON DELETE CASCADE,
            seat TEXT NOT NULL,
            role TEXT NOT NULL,
            opened INTEGER NOT NULL,
            reason TEXT,
            bank TEXT NOT NULL,
            mode TEXT NOT NULL,
            purpose TEXT NOT NULL,
            is_room INTEGER NOT NULL,
            questions INTEGER NOT NULL,
            answered INTEGER NOT NULL,
            found INTEGER NOT NULL,
            needed INTEGER NOT NULL,
            coverage REAL NOT NULL,
            UNIQUE (interview, seat)
        ) STRICT;

        CREATE TABLE holder (
            visitor INTEGER NOT NULL REFERENCES visitor (id) ON DELETE CASCADE,
            opened INTEGER NOT NULL,
            transcript INTEGER NOT NULL REFERENCES transcript (id) ON DELETE CASCADE,
            bank TEXT NOT NULL,
            kind TEXT NOT NULL,
            coverage REAL NOT NULL,
            PRIMARY KEY (visitor, opened, transcript)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX holder_by_transcript ON holder (transcript);
        CREATE INDEX holder_by_bank ON holder (visitor, bank);

        CREATE TABLE practised (
            visitor INTEGER NOT NULL REFERENCES visitor (id) ON DELETE CASCADE,
            topic TEXT NOT NULL,
            opened INTEGER NOT NULL,
            transcript INTEGER NOT NULL REFERENCES transcript (id) ON DELETE CASCADE,
            title TEXT NOT NULL,
            coverage REAL NOT NULL,
            questions INTEGER NOT NULL,
            PRIMARY KEY (visitor, topic, opened, transcript)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX practised_by_transcript ON practised (transcript);

        CREATE TABLE subject (
            transcript INTEGER NOT NULL REFERENCES transcript (id) ON DELETE CASCADE,
            topic TEXT NOT NULL,
            title TEXT NOT NULL,
            PRIMARY KEY (transcript, topic)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE attempt (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            transcript INTEGER NOT NULL REFERENCES transcript (id) ON DELETE CASCADE,
            question INTEGER NOT NULL,
            name TEXT NOT NULL,
            topic TEXT NOT NULL,
            title TEXT NOT NULL,
            number INTEGER NOT NULL,
            coverage REAL NOT NULL,
            is_best INTEGER NOT NULL,
            UNIQUE (transcript, question, number)
        ) STRICT;

        CREATE TABLE judged (
            attempt INTEGER NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
            point TEXT NOT NULL,
            head TEXT NOT NULL,
            verdict TEXT NOT NULL,
            PRIMARY KEY (attempt, point)
        ) STRICT, WITHOUT ROWID;

        CREATE VIRTUAL TABLE passage USING fts5 (
            answer, prompt, missed, signs, tokenize = 'porter unicode61 remove_diacritics 2'
        );

        CREATE TRIGGER passage_goes_with_its_attempt AFTER DELETE ON attempt
        BEGIN DELETE FROM passage WHERE rowid = OLD.id; END;

        """
}
