public import Interviews

extension PostgreSQLStore: LogArchive {
    public func interviews(with kind: Event.Kind) throws(StoreError) -> [InterviewID] {
        try read { connection in
            try connection.run(
                """
                SELECT interview FROM event WHERE kind = $1 GROUP BY interview ORDER BY min(at), interview
                """, [kind.rawValue]
            ).rows.compactMap { InterviewID($0.text(0)) }
        }
    }

    public func interviews(named part: String) throws(StoreError) -> [InterviewID] {
        try read { connection in
            try connection.run(
                """
                SELECT id FROM interview WHERE id >= $1 AND id < $1 || '{' OR right(id, length($1)) = $1
                ORDER BY id LIMIT 100
                """, [PassageWords.clean(part)]
            ).rows.compactMap { InterviewID($0.text(0)) }
        }
    }

    public func events(of interview: InterviewID) throws(StoreError) -> [RecordedEvent] {
        try events(of: interview, lanes: .all, after: 0, limit: .max)
    }
}
