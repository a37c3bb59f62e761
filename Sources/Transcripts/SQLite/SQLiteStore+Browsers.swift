import GRDB
public import Interviews

extension SQLiteStore: BrowserStore {
    /// `pass` in `browser` is the one that it came by.
    static let browserTables = """
        CREATE TABLE browser (
            key TEXT NOT NULL PRIMARY KEY CHECK (key <> ''),
            visitor TEXT NOT NULL CHECK (visitor <> ''),
            since INTEGER NOT NULL,
            pass TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX browser_by_visitor ON browser (visitor, since);

        CREATE TABLE pass (
            digest TEXT NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
            kind TEXT NOT NULL CHECK (kind IN ('link', 'code')),
            visitor TEXT NOT NULL CHECK (visitor <> ''),
            made INTEGER NOT NULL,
            until INTEGER,
            UNIQUE (visitor, kind)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX pass_by_end ON pass (until) WHERE until IS NOT NULL;
        """

    public func browsers() throws(StoreError) -> [Browser] {
        try run { pool in try pool.read { try Self.fetch("", [], in: $0) } }
    }

    public func browsers(of visitor: String) throws(StoreError) -> [Browser] {
        try run { pool in try pool.read { try Self.fetch("WHERE visitor = ?", [visitor], in: $0) } }
    }

    public func keep(_ pass: Pass) throws(StoreError) -> Bool {
        try run { pool in
            try pool.write { database in
                if let known = try Self.pass(pass.digest, in: database) {
                    return known.visitor == pass.visitor && known.kind == pass.kind
                }
                try database.execute(
                    sql: "DELETE FROM pass WHERE until <= ?", arguments: [pass.made.milliseconds])
                guard try Self.hasRoom(for: pass, in: database) else { return false }
                try database.execute(
                    sql: """
                        INSERT OR REPLACE INTO pass (digest, kind, visitor, made, until) VALUES (?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        pass.digest, pass.kind.rawValue, pass.visitor, pass.made.milliseconds,
                        pass.until?.milliseconds,
                    ])
                return true
            }
        }
    }

    public func takeBack(_ kind: Pass.Kind, of visitor: String) throws(StoreError) {
        try run { pool in
            try pool.write { database in
                try database.execute(
                    sql: "DELETE FROM pass WHERE visitor = ? AND kind = ?",
                    arguments: [visitor, kind.rawValue])
            }
        }
    }

    public func pass(_ kind: Pass.Kind, of visitor: String) throws(StoreError) -> Pass? {
        try run { pool in
            try pool.read { database in
                try Row.fetchOne(
                    database, sql: "SELECT * FROM pass WHERE visitor = ? AND kind = ?",
                    arguments: [visitor, kind.rawValue]
                ).flatMap(Pass.init)
            }
        }
    }

    public func isPass(_ digest: String, at now: Timestamp) throws(StoreError) -> Bool {
        try run { pool in try pool.read { try Self.pass(digest, in: $0)?.lives(at: now) ?? false } }
    }

    public func came(_ key: String, by digest: String, to visitor: String) throws(StoreError) -> Bool {
        try run { pool in
            try pool.read { database in
                try Row.fetchOne(
                    database, sql: "SELECT 1 FROM browser WHERE key = ? AND visitor = ? AND pass = ?",
                    arguments: [key, visitor, digest]) != nil
            }
        }
    }

    public func claim(
        _ digest: String, by key: String, of visitor: String, at now: Timestamp
    ) throws(StoreError) -> Claimed {
        try run { pool in
            try pool.write { database in
                guard let pass = try Self.pass(digest, in: database), pass.lives(at: now) else {
                    return .noSuchPass
                }
                let heir = pass.visitor
                guard heir != visitor else { return .already }
                guard let pruned = try Self.makeRoom(visitor, heir, in: database) else { return .tooMany }
                try Self.move(visitor, to: heir, in: database)
                let insert = """
                    INSERT OR REPLACE INTO browser (key, visitor, since, pass) VALUES (?, ?, ?, ?)
                    """
                // What the visitor is named by is a browser too, be it this one or another.
                for one in Set([key, visitor]) where Browser.isKey(one) {
                    try database.execute(sql: insert, arguments: [one, heir, now.milliseconds, digest])
                }
                if pass.kind == .link {
                    try database.execute(sql: "DELETE FROM pass WHERE digest = ?", arguments: [digest])
                }
                let browsers = try Self.owners(heir, in: database).merging(pruned) { own, _ in own }
                return .joined(Handover(from: visitor, to: heir, browsers: browsers))
            }
        }
    }

    public func drop(_ key: String, of visitor: String, for name: String) throws(StoreError) -> Handover? {
        try run { pool in
            try pool.write { database in
                let owners = try Self.owners(visitor, in: database)
                // A name that is no browser's is reached by the last browser alone, or by its code.
                if !Browser.isKey(visitor), owners.count == 1,
                    try Row.fetchOne(
                        database, sql: "SELECT 1 FROM pass WHERE visitor = ? AND kind = 'code'",
                        arguments: [visitor]) == nil
                {
                    return nil
                }
                // Whoever had a link made may not come back by it.
                try database.execute(
                    sql: "DELETE FROM pass WHERE visitor = ? AND kind = 'link'", arguments: [visitor])
                try database.execute(
                    sql: "DELETE FROM browser WHERE key = ? AND visitor = ?", arguments: [key, visitor])
                if database.changesCount > 0 {
                    return Handover(from: visitor, to: visitor, browsers: [key: key])
                }
                guard key == visitor, !owners.isEmpty else { return nil }
                try Self.move(visitor, to: name, in: database)
                let browsers = owners.mapValues { _ in name }.merging([key: key]) { $1 }
                return Handover(from: visitor, to: name, browsers: browsers)
            }
        }
    }

    /// Everything of one visitor's becomes another's. Of what both have of one thing the heir's stays.
    private static func move(_ visitor: String, to heir: String, in database: Database) throws {
        for table in ["review", "pass"] {
            try database.execute(
                sql: "UPDATE OR IGNORE \(table) SET visitor = ? WHERE visitor = ?",
                arguments: [heir, visitor])
            try database.execute(sql: "DELETE FROM \(table) WHERE visitor = ?", arguments: [visitor])
        }
        let others = [
            ("visitor", "digest"), ("share", "visitor"), ("browser", "visitor"), ("note", "visitor"),
        ]
        for (table, column) in others {
            try database.execute(
                sql: "UPDATE \(table) SET \(column) = ? WHERE \(column) = ?", arguments: [heir, visitor])
        }
    }

    /// A visitor, named by the column of that name, to whom nothing belongs.
    private static let hasNothing = """
        NOT EXISTS (SELECT 1 FROM visitor AS own WHERE own.digest = %.visitor)
        AND NOT EXISTS (SELECT 1 FROM review AS own WHERE own.visitor = %.visitor)
        AND NOT EXISTS (SELECT 1 FROM note AS own WHERE own.visitor = %.visitor)
        """

    /// Taken out in one go, so that it is not looked for again with each that comes.
    private static let pruned = 1000

    private static func hasRoom(for pass: Pass, in database: Database) throws -> Bool {
        let others = try Int.fetchOne(
            database, sql: "SELECT count(*) FROM pass WHERE (visitor, kind) IS NOT (?, ?)",
            arguments: [pass.visitor, pass.kind.rawValue])
        guard others ?? 0 >= Pass.maximumTotal else { return true }
        try database.execute(
            sql: """
                DELETE FROM pass WHERE digest IN (
                    SELECT digest FROM pass WHERE \(hasNothing.replacing("%", with: "pass"))
                    ORDER BY made LIMIT \(pruned))
                """)
        return database.changesCount > 0
    }

    /// - Returns: Whose each browser is that had to go: its own; `nil` where there is no room.
    private static func makeRoom(
        _ visitor: String, _ heir: String, in database: Database
    ) throws -> [String: String]? {
        let both = try Int.fetchOne(
            database, sql: "SELECT count(*) FROM browser WHERE visitor IN (?, ?)", arguments: [visitor, heir])
        guard both ?? 0 < Browser.maximumCount else { return nil }
        let all = try Int.fetchOne(database, sql: "SELECT count(*) FROM browser")
        guard all ?? 0 >= Browser.maximumTotal else { return [:] }
        let keys = try String.fetchAll(
            database,
            sql: """
                DELETE FROM browser WHERE key IN (
                    SELECT key FROM browser
                    WHERE \(hasNothing.replacing("%", with: "browser")) AND visitor NOT IN (?, ?)
                    ORDER BY since LIMIT \(pruned))
                RETURNING key
                """, arguments: [visitor, heir])
        return keys.isEmpty ? nil : Dictionary(uniqueKeysWithValues: keys.map { ($0, $0) })
    }

    /// Whose each of a visitor's browsers is: that visitor's.
    private static func owners(_ visitor: String, in database: Database) throws -> [String: String] {
        let keys = try String.fetchAll(
            database, sql: "SELECT key FROM browser WHERE visitor = ?", arguments: [visitor])
        return Dictionary(uniqueKeysWithValues: keys.map { ($0, visitor) })
    }

    private static func fetch(
        _ condition: String, _ arguments: StatementArguments, in database: Database
    ) throws -> [Browser] {
        try Row.fetchAll(
            database, sql: "SELECT key, visitor, since FROM browser \(condition) ORDER BY since DESC, key",
            arguments: arguments
        ).map { Browser(key: $0[0], visitor: $0[1], since: Timestamp(milliseconds: $0[2])) }
    }

    private static func pass(_ digest: String, in database: Database) throws -> Pass? {
        try Row.fetchOne(database, sql: "SELECT * FROM pass WHERE digest = ?", arguments: [digest])
            .flatMap(Pass.init)
    }
}

extension Pass {
    fileprivate init?(_ row: Row) {
        guard let kind = Kind(rawValue: row["kind"]) else { return nil }
        let until: Int64? = row["until"]
        self.init(
            digest: row["digest"], kind: kind, visitor: row["visitor"],
            made: Timestamp(milliseconds: row["made"]), until: until.map { Timestamp(milliseconds: $0) })
    }
}
