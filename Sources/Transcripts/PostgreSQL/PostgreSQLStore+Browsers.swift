public import Interviews

extension PostgreSQLStore: BrowserStore {
    public func browsers() throws(StoreError) -> [Browser] {
        try read { try Self.fetch("", [], on: $0) }
    }

    public func browsers(of visitor: String) throws(StoreError) -> [Browser] {
        try read { try Self.fetch("WHERE visitor = $1", [visitor], on: $0) }
    }

    public func keep(_ pass: Pass) throws(StoreError) -> Bool {
        try writeAlone { connection in
            if let known = try Self.pass(pass.digest, on: connection) {
                return known.visitor == pass.visitor && known.kind == pass.kind
            }
            try connection.run("DELETE FROM pass WHERE until <= $1", ["\(pass.made.milliseconds)"])
            guard try Self.hasRoom(for: pass, on: connection) else { return false }
            try connection.run(
                """
                INSERT INTO pass (digest, kind, visitor, made, until) VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (visitor, kind) DO UPDATE
                SET digest = excluded.digest, made = excluded.made, until = excluded.until
                """,
                [
                    pass.digest, pass.kind.rawValue, pass.visitor, "\(pass.made.milliseconds)",
                    pass.until.map { "\($0.milliseconds)" },
                ])
            return true
        }
    }

    public func takeBack(_ kind: Pass.Kind, of visitor: String) throws(StoreError) {
        try writeAlone { connection in
            _ = try connection.run(
                "DELETE FROM pass WHERE visitor = $1 AND kind = $2", [visitor, kind.rawValue])
        }
    }

    public func pass(_ kind: Pass.Kind, of visitor: String) throws(StoreError) -> Pass? {
        try read { connection in
            try connection.run(
                Self.passes + " WHERE visitor = $1 AND kind = $2", [visitor, kind.rawValue]
            ).rows.first.flatMap(Pass.init(row:))
        }
    }

    public func isPass(_ digest: String, at now: Timestamp) throws(StoreError) -> Bool {
        try read { try Self.pass(digest, on: $0)?.lives(at: now) ?? false }
    }

    public func came(_ key: String, by digest: String, to visitor: String) throws(StoreError) -> Bool {
        try read { connection in
            try connection.run(
                "SELECT 1 FROM browser WHERE key = $1 AND visitor = $2 AND pass = $3", [key, visitor, digest]
            ).count > 0
        }
    }

    public func claim(
        _ digest: String, by key: String, of visitor: String, at now: Timestamp
    ) throws(StoreError) -> Claimed {
        try writeAlone { connection in
            guard let pass = try Self.pass(digest, on: connection), pass.lives(at: now) else {
                return .noSuchPass
            }
            let heir = pass.visitor
            guard heir != visitor else { return .already }
            guard let pruned = try Self.makeRoom(visitor, heir, on: connection) else { return .tooMany }
            try Self.move(visitor, to: heir, on: connection)
            // What the visitor is named by is a browser too, be it this one or another.
            for one in Set([key, visitor]) where Browser.isKey(one) {
                try connection.run(
                    """
                    INSERT INTO browser (key, visitor, since, pass) VALUES ($1, $2, $3, $4)
                    ON CONFLICT (key) DO UPDATE
                    SET visitor = excluded.visitor, since = excluded.since, pass = excluded.pass
                    """, [one, heir, "\(now.milliseconds)", digest])
            }
            if pass.kind == .link { try connection.run("DELETE FROM pass WHERE digest = $1", [digest]) }
            let browsers = try Self.owners(heir, on: connection).merging(pruned) { own, _ in own }
            return .joined(Handover(from: visitor, to: heir, browsers: browsers))
        }
    }

    public func drop(_ key: String, of visitor: String, for name: String) throws(StoreError) -> Handover? {
        try writeAlone { connection in
            let owners = try Self.owners(visitor, on: connection)
            // A name that is no browser's is reached by the last browser alone, or by its code.
            if !Browser.isKey(visitor), owners.count == 1,
                try connection.run("SELECT 1 FROM pass WHERE visitor = $1 AND kind = 'code'", [visitor]).count
                    == 0
            {
                return nil
            }
            // Whoever had a link made may not come back by it.
            try connection.run("DELETE FROM pass WHERE visitor = $1 AND kind = 'link'", [visitor])
            let dropped = try connection.run(
                "DELETE FROM browser WHERE key = $1 AND visitor = $2", [key, visitor])
            if dropped.count > 0 { return Handover(from: visitor, to: visitor, browsers: [key: key]) }
            guard key == visitor, !owners.isEmpty else { return nil }
            try Self.move(visitor, to: name, on: connection)
            let browsers = owners.mapValues { _ in name }.merging([key: key]) { $1 }
            return Handover(from: visitor, to: name, browsers: browsers)
        }
    }

    /// Everything of one visitor's becomes another's. Of what both have of one thing the heir's stays.
    private static func move(_ visitor: String, to heir: String, on connection: PostgreSQLConnection) throws {
        let both = [visitor, heir]
        try connection.run([
            PostgreSQLCall(
                """
                DELETE FROM review AS own WHERE visitor = $1 AND EXISTS (
                    SELECT 1 FROM review WHERE visitor = $2
                        AND interview = own.interview AND question = own.question)
                """, both),
            PostgreSQLCall(
                """
                DELETE FROM pass AS own WHERE visitor = $1
                    AND EXISTS (SELECT 1 FROM pass WHERE visitor = $2 AND kind = own.kind)
                """, both),
            PostgreSQLCall("UPDATE review SET visitor = $2 WHERE visitor = $1", both),
            PostgreSQLCall("UPDATE pass SET visitor = $2 WHERE visitor = $1", both),
            PostgreSQLCall("UPDATE visitor SET digest = $2 WHERE digest = $1", both),
            PostgreSQLCall("UPDATE share SET visitor = $2 WHERE visitor = $1", both),
            PostgreSQLCall("UPDATE browser SET visitor = $2 WHERE visitor = $1", both),
            PostgreSQLCall("UPDATE note SET visitor = $2 WHERE visitor = $1", both),
        ])
    }
}
