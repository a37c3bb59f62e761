extension PostgreSQLStore {
    /// The schema's history. A step that was released is never changed, only followed by another.
    private static let migrations: [[String]] = [log + beside + PostgreSQLLibrary.schema]

    static func migrate(_ connection: PostgreSQLConnection) throws {
        try connection.run("CREATE TABLE IF NOT EXISTS migration (version integer PRIMARY KEY)")
        let version = try connection.run("SELECT coalesce(max(version), 0) FROM migration").number ?? 0
        guard version <= migrations.count else { throw StoreError.newerSchema }
        for (index, statements) in migrations.enumerated().dropFirst(version) {
            for statement in statements { try connection.run(statement) }
            try connection.run("INSERT INTO migration (version) VALUES ($1::integer)", ["\(index + 1)"])
        }
    }

    /// - Throws: ``StoreError/newerSchema``, and ``StoreError/corrupt`` where there is no log that can be read.
    static func verifySchema(_ connection: PostgreSQLConnection) throws {
        guard try connection.run("SELECT to_regclass('migration')").first != nil else {
            throw StoreError.corrupt
        }
        let version = try connection.run("SELECT coalesce(max(version), 0) FROM migration").number ?? 0
        guard version <= migrations.count else { throw StoreError.newerSchema }
        guard version == migrations.count else { throw StoreError.corrupt }
    }

    /// `questions` are the numbers in an event's payload. How many events ask a question stands beside it. Nothing looks
    /// into a payload with JSON's operators: they fail where a text in it holds U+0000, which JSON can say.
    private static let log = [
        """
        CREATE TABLE interview (
            id text COLLATE "C" PRIMARY KEY CHECK (id ~ '^[a-z0-9]{16,32}$'),
            latest bigint NOT NULL CHECK (latest >= 0)
        )
        """,
        """
        CREATE TABLE event (
            interview text COLLATE "C" NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
            seq bigint NOT NULL CHECK (seq >= 1),
            at bigint NOT NULL,
            kind text NOT NULL CHECK (kind <> ''),
            lane text CHECK (lane <> ''),
            payload text NOT NULL CHECK (payload::json IS NOT NULL),
            questions bigint[],
            PRIMARY KEY (interview, seq)
        )
        """,
        "CREATE INDEX event_by_lane ON event (interview, lane, seq)",
        "CREATE INDEX event_by_kind ON event (kind, interview, at)",
        """
        CREATE TABLE question (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            digest text COLLATE "C" NOT NULL UNIQUE CHECK (length(digest) = 64),
            body text NOT NULL,
            events bigint NOT NULL CHECK (events >= 0)
        )
        """,
        """
        CREATE TABLE visitor (
            interview text COLLATE "C" NOT NULL,
            seq bigint NOT NULL,
            digest text COLLATE "C" NOT NULL CHECK (digest <> ''),
            PRIMARY KEY (interview, seq),
            FOREIGN KEY (interview, seq) REFERENCES event (interview, seq) ON DELETE CASCADE
        )
        """,
        "CREATE INDEX visitor_by_digest ON visitor (digest)",
        """
        CREATE TABLE room (
            code text PRIMARY KEY,
            interview text COLLATE "C" NOT NULL UNIQUE REFERENCES interview (id) ON DELETE CASCADE
        )
        """,
        """
        CREATE TABLE review (
            visitor text COLLATE "C" NOT NULL CHECK (visitor <> ''),
            interview text COLLATE "C" NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
            question text NOT NULL,
            topic text NOT NULL,
            at bigint NOT NULL,
            ratings text NOT NULL CHECK (json_typeof(ratings::json) = 'object'),
            PRIMARY KEY (visitor, interview, question)
        )
        """,
        "CREATE INDEX review_by_interview ON review (interview)",
        "CREATE INDEX review_by_time ON review (visitor, at)",
        """
        CREATE TABLE erased_seat (
            interview text COLLATE "C" NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
            seat text NOT NULL CHECK (seat <> ''),
            PRIMARY KEY (interview, seat)
        )
        """,
    ]

    /// What stands beside the log. `pass` in `browser` is the one that it came by.
    private static let beside = [
        """
        CREATE TABLE share (
            digest text COLLATE "C" PRIMARY KEY CHECK (length(digest) = 64),
            interview text COLLATE "C" NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
            seat text NOT NULL CHECK (seat <> ''),
            visitor text COLLATE "C" NOT NULL CHECK (visitor <> ''),
            may_comment boolean NOT NULL,
            made bigint NOT NULL,
            until bigint
        )
        """,
        "CREATE INDEX share_by_visitor ON share (visitor, made)",
        "CREATE INDEX share_by_interview ON share (interview)",
        """
        CREATE TABLE browser (
            key text COLLATE "C" PRIMARY KEY CHECK (key <> ''),
            visitor text COLLATE "C" NOT NULL CHECK (visitor <> ''),
            since bigint NOT NULL,
            pass text NOT NULL
        )
        """,
        "CREATE INDEX browser_by_visitor ON browser (visitor, since)",
        """
        CREATE TABLE pass (
            digest text COLLATE "C" PRIMARY KEY CHECK (length(digest) = 64),
            kind text NOT NULL CHECK (kind IN ('link', 'code')),
            visitor text COLLATE "C" NOT NULL CHECK (visitor <> ''),
            made bigint NOT NULL,
            until bigint,
            UNIQUE (visitor, kind)
        )
        """,
        "CREATE INDEX pass_by_end ON pass (until) WHERE until IS NOT NULL",
        """
        CREATE TABLE note (
            id text COLLATE "C" PRIMARY KEY CHECK (id ~ '^[a-z0-9]{16,32}$'),
            interview text COLLATE "C" NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
            seat text NOT NULL CHECK (seat <> ''),
            question bigint NOT NULL CHECK (question >= 0),
            attempt bigint NOT NULL CHECK (attempt >= 1),
            start bigint NOT NULL CHECK (start >= 0),
            stop bigint NOT NULL CHECK (stop > start),
            thread text COLLATE "C" REFERENCES note (id) ON DELETE CASCADE,
            visitor text COLLATE "C" CHECK (visitor <> ''),
            name text CHECK (name <> ''),
            at bigint NOT NULL,
            text text NOT NULL CHECK (length(text) <= 2000)
        )
        """,
        "CREATE INDEX note_by_transcript ON note (interview, seat)",
        "CREATE INDEX note_by_thread ON note (thread)",
        "CREATE INDEX note_by_visitor ON note (visitor)",
    ]
}
