import GRDB
public import Interviews

extension SQLiteStore: ShareStore {
    static let shares = """
        CREATE TABLE share (
            digest TEXT NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
            interview TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
            seat TEXT NOT NULL CHECK (seat <> ''),
            visitor TEXT NOT NULL CHECK (visitor <> ''),
            may_comment INTEGER NOT NULL CHECK (may_comment IN (0, 1)),
            made INTEGER NOT NULL,
            until INTEGER
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX share_by_visitor ON share (visitor, made);
        CREATE INDEX share_by_interview ON share (interview);
        """

    public func keep(_ share: Share) throws(StoreError) -> Share? {
        try run { pool in
            try pool.write { database in
                if let known = try Self.share(share.digest, in: database) {
                    return known.visitor == share.visitor ? known : nil
                }
                try database.execute(
                    sql: "DELETE FROM share WHERE until <= ?", arguments: [share.made.milliseconds])
                let count = try Int.fetchOne(
                    database, sql: "SELECT count(*) FROM share WHERE visitor = ?", arguments: [share.visitor])
                let isThere = try Row.fetchOne(
                    database, sql: "SELECT 1 FROM interview WHERE id = ?", arguments: [share.interview.text])
                guard count ?? 0 < Share.maximumCount, isThere != nil else { return nil }
                try database.execute(
                    sql: """
                        INSERT INTO share (digest, interview, seat, visitor, may_comment, made, until)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        share.digest, share.interview.text, share.seat.text, share.visitor, share.mayComment,
                        share.made.milliseconds, share.until?.milliseconds,
                    ])
                return share
            }
        }
    }

    public func share(_ digest: String, at now: Timestamp) throws(StoreError) -> Share? {
        try run { pool in try pool.read { try Self.share(digest, in: $0) } }.flatMap {
            $0.lives(at: now) ? $0 : nil
        }
    }

    public func shares(of visitor: String, at now: Timestamp) throws(StoreError) -> [Share] {
        try run { pool in
            try pool.read { database in
                try Row.fetchAll(
                    database, sql: "SELECT * FROM share WHERE visitor = ? ORDER BY made DESC, digest",
                    arguments: [visitor]
                ).compactMap(Share.init)
            }
        }.filter { $0.lives(at: now) }
    }

    public func takeBack(_ digest: String, of visitor: String) throws(StoreError) -> Bool {
        try run { pool in
            try pool.write { database in
                try database.execute(
                    sql: "DELETE FROM share WHERE digest = ? AND visitor = ?", arguments: [digest, visitor])
                return database.changesCount > 0
            }
        }
    }

    private static func share(_ digest: String, in database: Database) throws -> Share? {
        try Row.fetchOne(database, sql: "SELECT * FROM share WHERE digest = ?", arguments: [digest])
            .flatMap(Share.init)
    }
}

extension Share {
    fileprivate init?(_ row: Row) {
        guard let interview = InterviewID(row["interview"]) else { return nil }
        let until: Int64? = row["until"]
        self.init(
            digest: row["digest"], interview: interview, seat: SeatID(row["seat"]), visitor: row["visitor"],
            mayComment: row["may_comment"], made: Timestamp(milliseconds: row["made"]),
            until: until.map { Timestamp(milliseconds: $0) })
    }
}
