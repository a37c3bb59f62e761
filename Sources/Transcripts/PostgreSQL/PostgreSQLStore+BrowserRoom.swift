import Interviews

extension PostgreSQLStore {
    static let passes = "SELECT digest, kind, visitor, made, until FROM pass"

    /// A visitor, named by the column of that name, to whom nothing belongs.
    private static let hasNothing = """
        NOT EXISTS (SELECT 1 FROM visitor AS own WHERE own.digest = %.visitor)
        AND NOT EXISTS (SELECT 1 FROM review AS own WHERE own.visitor = %.visitor)
        AND NOT EXISTS (SELECT 1 FROM note AS own WHERE own.visitor = %.visitor)
        """

    /// Taken out in one go, so that it is not looked for again with each that comes.
    private static let pruned = 1000

    static func hasRoom(for pass: Pass, on connection: PostgreSQLConnection) throws -> Bool {
        let others = try connection.run(
            "SELECT count(*) FROM pass WHERE (visitor, kind) <> ($1, $2)", [pass.visitor, pass.kind.rawValue])
        guard others.number ?? 0 >= Pass.maximumTotal else { return true }
        return try connection.run(
            """
            DELETE FROM pass WHERE digest IN (
                SELECT digest FROM pass WHERE \(hasNothing.replacing("%", with: "pass"))
                ORDER BY made LIMIT \(pruned))
            """
        ).count > 0
    }

    /// - Returns: Whose each browser is that had to go: its own; `nil` where there is no room.
    static func makeRoom(
        _ visitor: String, _ heir: String, on connection: PostgreSQLConnection
    ) throws -> [String: String]? {
        let both = try connection.run(
            "SELECT count(*) FROM browser WHERE visitor IN ($1, $2)", [visitor, heir])
        guard both.number ?? 0 < Browser.maximumCount else { return nil }
        let all = try connection.run("SELECT count(*) FROM browser")
        guard all.number ?? 0 >= Browser.maximumTotal else { return [:] }
        let keys = try connection.run(
            """
            DELETE FROM browser WHERE key IN (
                SELECT key FROM browser
                WHERE \(hasNothing.replacing("%", with: "browser")) AND visitor NOT IN ($1, $2)
                ORDER BY since LIMIT \(pruned))
            RETURNING key
            """, [visitor, heir]
        ).rows.compactMap { $0[0] }
        return keys.isEmpty ? nil : Dictionary(uniqueKeysWithValues: keys.map { ($0, $0) })
    }

    /// Whose each of a visitor's browsers is: that visitor's.
    static func owners(_ visitor: String, on connection: PostgreSQLConnection) throws -> [String: String] {
        let keys = try connection.run("SELECT key FROM browser WHERE visitor = $1", [visitor])
        return Dictionary(uniqueKeysWithValues: keys.rows.compactMap { $0[0] }.map { ($0, visitor) })
    }

    static func fetch(
        _ condition: String, _ values: [String], on connection: PostgreSQLConnection
    ) throws -> [Browser] {
        try connection.run(
            "SELECT key, visitor, since FROM browser \(condition) ORDER BY since DESC, key", values
        ).rows.map { row in
            Browser(
                key: row[0] ?? "", visitor: row[1] ?? "",
                since: Timestamp(milliseconds: row[2].flatMap { Int64($0, radix: 10) } ?? 0))
        }
    }

    static func pass(_ digest: String, on connection: PostgreSQLConnection) throws -> Pass? {
        try connection.run(passes + " WHERE digest = $1", [digest]).rows.first.flatMap(Pass.init(row:))
    }
}

extension Pass {
    init?(row: [String?]) {
        guard let kind = row[1].flatMap(Kind.init(rawValue:)) else { return nil }
        self.init(
            digest: row[0] ?? "", kind: kind, visitor: row[2] ?? "",
            made: Timestamp(milliseconds: row[3].flatMap { Int64($0, radix: 10) } ?? 0),
            until: row[4].flatMap { Int64($0, radix: 10) }.map { Timestamp(milliseconds: $0) })
    }
}
