extension PostgreSQLLibrary {
    /// The tables of ``SQLiteLibrary``, but that what was judged of an answer stands in its row. `words` are of our own
    /// making (see ``PassageRow/lexemes``), so that nothing depends on which dictionaries the server has. An interview
    /// that goes takes what was made of it along.
    static let schema = [
        "CREATE TABLE library_content (version integer NOT NULL)",
        """
        CREATE TABLE library_cursor (
            interview text COLLATE "C" PRIMARY KEY REFERENCES interview (id) ON DELETE CASCADE,
            seq bigint NOT NULL
        )
        """,
        """
        CREATE TABLE library_visitor (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            digest text COLLATE "C" NOT NULL UNIQUE
        )
        """,
        """
        CREATE TABLE library_transcript (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            interview text COLLATE "C" NOT NULL REFERENCES library_cursor (interview) ON DELETE CASCADE,
            seat text NOT NULL,
            role text NOT NULL,
            opened bigint NOT NULL,
            reason text,
            bank text NOT NULL,
            mode text NOT NULL,
            purpose text NOT NULL,
            is_room boolean NOT NULL,
            questions bigint NOT NULL,
            answered bigint NOT NULL,
            found bigint NOT NULL,
            needed bigint NOT NULL,
            coverage double precision NOT NULL,
            UNIQUE (interview, seat)
        )
        """,
        """
        CREATE TABLE library_holder (
            visitor bigint NOT NULL REFERENCES library_visitor (id) ON DELETE CASCADE,
            opened bigint NOT NULL,
            transcript bigint NOT NULL REFERENCES library_transcript (id) ON DELETE CASCADE,
            bank text COLLATE "C" NOT NULL,
            kind text NOT NULL,
            coverage double precision NOT NULL,
            PRIMARY KEY (visitor, opened, transcript)
        )
        """,
        "CREATE INDEX library_holder_by_transcript ON library_holder (transcript)",
        "CREATE INDEX library_holder_by_bank ON library_holder (visitor, bank)",
        """
        CREATE TABLE library_practised (
            visitor bigint NOT NULL REFERENCES library_visitor (id) ON DELETE CASCADE,
            topic text COLLATE "C" NOT NULL,
            opened bigint NOT NULL,
            transcript bigint NOT NULL REFERENCES library_transcript (id) ON DELETE CASCADE,
            title text NOT NULL,
            coverage double precision NOT NULL,
            questions bigint NOT NULL,
            PRIMARY KEY (visitor, topic, opened, transcript)
        )
        """,
        "CREATE INDEX library_practised_by_transcript ON library_practised (transcript)",
        """
        CREATE TABLE library_subject (
            transcript bigint NOT NULL REFERENCES library_transcript (id) ON DELETE CASCADE,
            topic text COLLATE "C" NOT NULL,
            title text NOT NULL,
            PRIMARY KEY (transcript, topic)
        )
        """,
        """
        CREATE TABLE library_attempt (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            transcript bigint NOT NULL REFERENCES library_transcript (id) ON DELETE CASCADE,
            question bigint NOT NULL,
            name text COLLATE "C" NOT NULL,
            topic text COLLATE "C" NOT NULL,
            title text NOT NULL,
            number bigint NOT NULL,
            coverage double precision NOT NULL,
            is_best boolean NOT NULL,
            points text[] NOT NULL,
            heads text[] NOT NULL,
            verdicts text[] NOT NULL,
            answer text NOT NULL,
            prompt text NOT NULL,
            missed text NOT NULL,
            words tsvector NOT NULL,
            UNIQUE (transcript, question, number)
        )
        """,
        "CREATE INDEX library_attempt_by_word ON library_attempt USING gin (words)",
    ]
}
