public import Interviews
import Marking
import QuestionBank

extension PostgreSQLLibrary {
    public func cursors(after interview: InterviewID?, limit: Int) throws(StoreError) -> [InterviewID: Int] {
        try read { connection in
            let rows = try connection.run(
                "SELECT interview, seq FROM library_cursor WHERE interview > $1 ORDER BY interview LIMIT $2",
                [interview?.text ?? "", "\(limit)"]
            ).rows
            var cursors: [InterviewID: Int] = [:]
            for row in rows {
                if let id = row[0].flatMap(InterviewID.init) {
                    cursors[id] = row[1].flatMap { Int($0, radix: 10) }
                }
            }
            return cursors
        }
    }

    public func keep(_ shelved: [Shelved]) throws(StoreError) -> [InterviewID] {
        guard !shelved.isEmpty else { return [] }
        // In the order in which a commit locks interviews.
        let shelved = shelved.sorted { $0.interview.text < $1.interview.text }
        return try write { connection in
            var outdated: [InterviewID] = []
            for interview in shelved {
                guard let known = try Known(interview, on: connection) else { continue }
                guard Set(interview.transcripts.compactMap(\.visitor)).isSubset(of: known.visitors) else {
                    outdated.append(interview.interview)
                    continue
                }
                try Self.keep(interview, known, on: connection)
            }
            return outdated
        }
    }

    public func outdate(_ interviews: [InterviewID]) throws(StoreError) {
        try write { connection in
            _ = try connection.run(
                "UPDATE library_cursor SET seq = 0 WHERE interview = ANY ($1)",
                [PostgreSQLCall.array(interviews.map(\.text))])
        }
    }

    public func rename(_ visitor: String, to name: String) throws(StoreError) {
        try write { connection in
            _ = try connection.run(
                """
                UPDATE library_visitor SET digest = $2
                WHERE digest = $1 AND NOT EXISTS (SELECT 1 FROM library_visitor WHERE digest = $2)
                """, [visitor, name])
        }
    }

    public func remove(_ interviews: [InterviewID]) throws(StoreError) {
        try write { connection in
            _ = try connection.run(
                "DELETE FROM library_cursor WHERE interview = ANY ($1)",
                [PostgreSQLCall.array(interviews.map(\.text))])
        }
    }

    public func forget(_ visitor: String) throws(StoreError) {
        try write { _ = try $0.run("DELETE FROM library_visitor WHERE digest = $1", [visitor]) }
    }

    /// What the log and the library say of an interview that is about to be taken in.
    private struct Known {
        /// Whose it is now. Whoever was forgotten, or is called otherwise, since the interview was read is not in it.
        var visitors: Set<String>
        var numbers: [String: String]

        /// - Returns: `nil` where the interview is gone, or a seat of it, or more of it was taken in already.
        init?(_ shelved: Shelved, on connection: PostgreSQLConnection) throws {
            let id = [shelved.interview.text]
            let rows = try connection.run([
                // What is found here stays until this transaction is done.
                PostgreSQLCall("SELECT latest FROM interview WHERE id = $1 FOR KEY SHARE", id),
                PostgreSQLCall("SELECT seat FROM erased_seat WHERE interview = $1", id),
                PostgreSQLCall("SELECT seq FROM library_cursor WHERE interview = $1", id),
                PostgreSQLCall("SELECT digest FROM visitor WHERE interview = $1 FOR SHARE", id),
                PostgreSQLCall(
                    "SELECT digest, id FROM library_visitor WHERE digest = ANY ($1)",
                    [PostgreSQLCall.array(shelved.transcripts.compactMap(\.visitor))]),
            ]).map(\.rows)
            let erased = Set(rows[1].compactMap { $0[0] })
            guard !rows[0].isEmpty, rows[2].first?[0].flatMap({ Int($0, radix: 10) }) ?? 0 <= shelved.seq,
                !shelved.transcripts.contains(where: { erased.contains($0.entry.seat.text) })
            else { return nil }
            visitors = Set(rows[3].compactMap { $0[0] })
            numbers = [:]
            for row in rows[4] { if let digest = row[0] { numbers[digest] = row[1] } }
        }
    }

    private static func keep(
        _ shelved: Shelved, _ known: Known, on connection: PostgreSQLConnection
    ) throws {
        var numbers = known.numbers
        let id = shelved.interview.text
        let seats = shelved.transcripts.map(\.entry.seat.text)
        let fresh = Set(shelved.transcripts.compactMap(\.visitor)).filter { numbers[$0] == nil }.sorted()
        let rows = try connection.run(
            [
                PostgreSQLCall(
                    """
                    INSERT INTO library_cursor (interview, seq) VALUES ($1, $2)
                    ON CONFLICT (interview) DO UPDATE SET seq = excluded.seq
                    """, [id, "\(shelved.seq)"]),
                PostgreSQLCall(
                    "DELETE FROM library_transcript WHERE interview = $1 AND seat <> ALL ($2)",
                    [id, PostgreSQLCall.array(seats)]),
            ]
                + fresh.map {
                    PostgreSQLCall("INSERT INTO library_visitor (digest) VALUES ($1) RETURNING id", [$0])
                } + shelved.transcripts.map(row))
        for (visitor, number) in zip(fresh, rows.dropFirst(2)) { numbers[visitor] = number.first }
        var calls: [PostgreSQLCall] = []
        for (transcript, kept) in zip(shelved.transcripts, rows.suffix(shelved.transcripts.count)) {
            guard let number = kept.first else { throw StoreError.corrupt }
            let visitor = transcript.visitor.flatMap { numbers[$0] }
            calls += holding(transcript, number, visitor)
            calls += transcript.answers.map {
                answer(
                    $0, of: number,
                    PassageRow($0, opened: transcript.entry.opened, visitor: visitor.flatMap { Int($0) }))
            }
        }
        try connection.run(calls)
    }
}
