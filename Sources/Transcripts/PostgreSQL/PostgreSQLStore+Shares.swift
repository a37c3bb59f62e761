public import Interviews

extension PostgreSQLStore: ShareStore {
    private static let columns = """
        SELECT digest, interview, seat, visitor, may_comment, made, until FROM share
        """

    public func keep(_ share: Share) throws(StoreError) -> Share? {
        try writeAlone { connection in
            if let known = try Self.share(share.digest, on: connection) {
                return known.visitor == share.visitor ? known : nil
            }
            try connection.run("DELETE FROM share WHERE until <= $1", ["\(share.made.milliseconds)"])
            let count = try connection.run("SELECT count(*) FROM share WHERE visitor = $1", [share.visitor])
                .number
            let isThere = try connection.run("SELECT 1 FROM interview WHERE id = $1", [share.interview.text])
                .count
            guard count ?? 0 < Share.maximumCount, isThere > 0 else { return nil }
            try connection.run(
                """
                INSERT INTO share (digest, interview, seat, visitor, may_comment, made, until)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """,
                [
                    share.digest, share.interview.text, share.seat.text, share.visitor,
                    "\(share.mayComment)", "\(share.made.milliseconds)",
                    share.until.map { "\($0.milliseconds)" },
                ])
            return share
        }
    }

    public func share(_ digest: String, at now: Timestamp) throws(StoreError) -> Share? {
        try read { try Self.share(digest, on: $0) }.flatMap { $0.lives(at: now) ? $0 : nil }
    }

    public func shares(of visitor: String, at now: Timestamp) throws(StoreError) -> [Share] {
        try read { connection in
            try connection.run(Self.columns + " WHERE visitor = $1 ORDER BY made DESC, digest", [visitor])
                .rows.compactMap(Share.init(row:))
        }.filter { $0.lives(at: now) }
    }

    public func takeBack(_ digest: String, of visitor: String) throws(StoreError) -> Bool {
        try writeAlone {
            try $0.run("DELETE FROM share WHERE digest = $1 AND visitor = $2", [digest, visitor]).count > 0
        }
    }

    private static func share(_ digest: String, on connection: PostgreSQLConnection) throws -> Share? {
        try connection.run(columns + " WHERE digest = $1", [digest]).rows.first.flatMap(Share.init(row:))
    }
}

extension Share {
    fileprivate init?(row: [String?]) {
        guard let interview = row[1].flatMap(InterviewID.init),
            let made = row[5].flatMap({ Int64($0, radix: 10) })
        else { return nil }
        self.init(
            digest: row[0] ?? "", interview: interview, seat: SeatID(row[2] ?? ""), visitor: row[3] ?? "",
            mayComment: row[4] == "t", made: Timestamp(milliseconds: made),
            until: row[6].flatMap { Int64($0, radix: 10) }.map { Timestamp(milliseconds: $0) })
    }
}
