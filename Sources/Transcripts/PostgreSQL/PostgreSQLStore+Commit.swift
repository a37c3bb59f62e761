import Interviews
import QuestionBank

extension PostgreSQLStore {
    /// What a transaction is about to write.
    private struct Plan {
        var outcomes: [Appended] = []
        /// What is kept, and behind which number.
        var kept: [(append: Append, latest: Int)] = []
        var calls: [PostgreSQLCall] = []
        /// By which it is found again: all is kept or nothing.
        var trace: PostgreSQLCall?
    }

    public func commit(_ appends: [Append]) throws(StoreError) -> [Appended] {
        // When the line is lost with the commit on its way nobody knows what became of it. The next attempt waits for
        // the interviews' locks, behind what the server may still be doing of the last one, and then looks.
        var doubtful: Plan?
        return try lend { connection, _ in
            let (latest, packs) = try Self.begin(appends, on: connection)
            if let doubtful, let trace = doubtful.trace, try connection.run([trace])[0].count > 0 {
                try connection.run("ROLLBACK")
                return doubtful.outcomes
            }
            var plan = try Self.place(appends, after: latest, packs, on: connection)
            try Self.write(&plan, on: connection)
            do {
                try connection.run(plan.calls + [PostgreSQLCall("COMMIT")])
            } catch {
                doubtful = plan
                throw error
            }
            return plan.outcomes
        }
    }

    /// Locks the interviews in the order of their names, those that are opened included.
    ///
    /// - Returns: how far they have come, and whether those that are opened may be packed.
    private static func begin(
        _ appends: [Append], on connection: PostgreSQLConnection
    ) throws -> (latest: [InterviewID: Int], packs: Bool) {
        let opened = Set(appends.filter { $0.place == .opening }.map(\.interview.text)).sorted()
        let names = Set(appends.map(\.interview.text)).sorted()
        let results = try connection.run(
            [PostgreSQLCall("BEGIN"), PostgreSQLCall(lockBesideOthers)]
                + opened.map {
                    PostgreSQLCall(
                        "INSERT INTO interview (id, latest) VALUES ($1, 0) ON CONFLICT DO NOTHING", [$0])
                }
                + names.map {
                    PostgreSQLCall("SELECT id, latest FROM interview WHERE id = $1 FOR NO KEY UPDATE", [$0])
                }
                + (opened.isEmpty ? [] : [PostgreSQLCall(areAllReadersOfPacked)]))
        var latest: [InterviewID: Int] = [:]
        for row in results.dropFirst(2 + opened.count).prefix(names.count).flatMap(\.rows) {
            guard let id = row[0].flatMap(InterviewID.init) else { continue }
            latest[id] = row[1].flatMap { Int($0, radix: 10) }
        }
        return (latest, opened.isEmpty || results.last?.first == "t")
    }

    private static func place(
        _ appends: [Append], after known: [InterviewID: Int], _ packs: Bool,
        on connection: PostgreSQLConnection
    ) throws -> Plan {
        let names = known.keys.map(\.text).sorted()
        let erased = try connection.run(
            names.map {
                PostgreSQLCall("SELECT interview, seat FROM erased_seat WHERE interview = $1", [$0])
            }
        ).flatMap(\.rows)
        var seats: [String: Set<SeatID>] = [:]
        for row in erased { seats[row[0] ?? "", default: []].insert(SeatID(row[1] ?? "")) }
        var latest = known
        var unpacked: Set<InterviewID> = []
        var plan = Plan()
        for append in appends {
            let last = latest[append.interview] ?? 0
            if let obstacle = append.obstacle(after: last) {
                plan.outcomes.append(obstacle)
                continue
            }
            if append.place == .opening, !packs { unpacked.insert(append.interview) }
            var append = append.left(without: seats[append.interview.text] ?? [])
            if unpacked.contains(append.interview) { append = append.unpacked }
            plan.outcomes.append(.recorded(append.recorded(after: last)))
            plan.kept.append((append, last))
            latest[append.interview] = last + append.events.count
        }
        return plan
    }

    private static func write(_ plan: inout Plan, on connection: PostgreSQLConnection) throws {
        let numbers = try numbers(of: plan.kept.flatMap { $0.append.events }, on: connection)
        for (append, latest) in plan.kept {
            for (offset, event) in append.events.enumerated() {
                let seq = "\(latest + 1 + offset)"
                let id = append.interview.text
                let row = try EventRow(event, in: append.format) { numbers[$0] ?? 0 }
                plan.calls.append(
                    PostgreSQLCall(
                        """
                        INSERT INTO event (interview, seq, at, kind, lane, payload, questions)
                        VALUES ($1, $2, $3, $4, $5, $6, $7)
                        """,
                        [
                            id, seq, "\(append.at.milliseconds)", row.kind, row.lane, row.payload,
                            array(row.questions),
                        ]))
                if plan.trace == nil {
                    plan.trace = PostgreSQLCall(
                        """
                        SELECT 1 FROM event WHERE interview = $1 AND seq = $2 AND at = $3 AND payload = $4
                        """, [id, seq, "\(append.at.milliseconds)", row.payload])
                }
                if case .opened(let opened) = event, let code = opened.code {
                    plan.calls.append(
                        PostgreSQLCall("INSERT INTO room (code, interview) VALUES ($1, $2)", [code.text, id]))
                }
                guard let visitor = row.visitor else { continue }
                plan.calls.append(
                    PostgreSQLCall(
                        "INSERT INTO visitor (interview, seq, digest) VALUES ($1, $2, \(owner("$3")))",
                        [id, seq, visitor]))
            }
            plan.calls.append(
                PostgreSQLCall(
                    "UPDATE interview SET latest = $2 WHERE id = $1",
                    [append.interview.text, "\(latest + append.events.count)"]))
            plan.calls += append.reviews.map { review in
                let row = ReviewRow(review, of: append.interview)
                return PostgreSQLCall(
                    """
                    INSERT INTO review (visitor, interview, question, topic, at, ratings)
                    VALUES (\(owner("$1")), $2, $3, $4, $5, $6)
                    ON CONFLICT (visitor, interview, question) DO UPDATE SET ratings = excluded.ratings
                    """,
                    [review.visitor, row.interview, row.question, row.topic, "\(row.at)", row.ratings])
            }
        }
    }

    /// Whose it is, of a key: whoever proposed it may not have heard yet that the browser has become another
    /// visitor's.
    private static func owner(_ key: String) -> String {
        "coalesce((SELECT visitor FROM browser WHERE key = \(key)::text), \(key)::text)"
    }

    static func array(_ numbers: Set<Int>) -> String? {
        numbers.isEmpty ? nil : "{" + numbers.sorted().map(String.init).joined(separator: ",") + "}"
    }

    private static func numbers(
        of events: [Event], on connection: PostgreSQLConnection
    ) throws -> [Question: Int] {
        var uses: [Question: Int] = [:]
        for event in events {
            var asked: Set<Question> = []
            _ = StoredEvent(event) {
                asked.insert($0)
                return 0
            }
            for question in asked { uses[question, default: 0] += 1 }
        }
        return try numbers(of: uses, on: connection)
    }

    /// Keeps the questions that events ask, in the order of their digests, and counts those that ask them.
    static func numbers(
        of uses: [Question: Int], on connection: PostgreSQLConnection
    ) throws -> [Question: Int] {
        guard !uses.isEmpty else { return [:] }
        let rows = try uses.keys.map { (question: $0, row: try QuestionRow($0)) }
            .sorted { $0.row.digest.lexicographicallyPrecedes($1.row.digest) }
        let kept = try connection.run(
            rows.map { question, row in
                PostgreSQLCall(
                    """
                    INSERT INTO question (digest, body, events) VALUES (encode($1::bytea, 'hex'), $2, $3)
                    ON CONFLICT (digest) DO UPDATE SET events = question.events + excluded.events
                    RETURNING id
                    """,
                    [
                        "\\x" + row.digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(),
                        row.body, "\(uses[question] ?? 0)",
                    ])
            })
        return Dictionary(uniqueKeysWithValues: zip(rows.map(\.question), kept.map { $0.number ?? 0 }))
    }
}
