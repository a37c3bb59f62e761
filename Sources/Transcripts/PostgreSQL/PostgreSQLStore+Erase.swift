public import Interviews

extension PostgreSQLStore {
    public func forget(_ visitor: String) throws(StoreError) {
        try writeAlone { connection in
            try connection.run([
                PostgreSQLCall("DELETE FROM review WHERE visitor = $1", [visitor]),
                PostgreSQLCall("DELETE FROM visitor WHERE digest = $1", [visitor]),
                PostgreSQLCall("DELETE FROM share WHERE visitor = $1", [visitor]),
                PostgreSQLCall("DELETE FROM pass WHERE visitor = $1", [visitor]),
                PostgreSQLCall("DELETE FROM browser WHERE visitor = $1", [visitor]),
            ])
            try Self.takeAwayNotes(of: visitor, on: connection)
        }
    }

    @discardableResult
    public func erase(_ interview: InterviewID) throws(StoreError) -> Bool {
        try writeAlone { connection in
            let id = [interview.text]
            return try connection.run([
                PostgreSQLCall(
                    """
                    UPDATE question SET events = question.events - asked.count
                    FROM (SELECT unnest(questions) AS id, count(*) FROM event WHERE interview = $1 GROUP BY 1) AS asked
                    WHERE question.id = asked.id
                    """, id),
                PostgreSQLCall(
                    """
                    DELETE FROM question WHERE events = 0
                        AND id IN (SELECT unnest(questions) FROM event WHERE interview = $1)
                    """, id),
                PostgreSQLCall("DELETE FROM interview WHERE id = $1", id),
            ])[2].count > 0
        }
    }

    public func erase(
        _ seat: SeatID, of interview: InterviewID, at now: Timestamp
    ) throws(StoreError) -> RecordedEvent? {
        try writeAlone { connection in
            let id = interview.text
            let isErased =
                try connection.run(
                    "SELECT 1 FROM erased_seat WHERE interview = $1 AND seat = $2", [id, seat.text]
                ).count > 0
            guard !isErased else { return nil }
            var calls: [PostgreSQLCall] = []
            var taken: Int?
            let events = try Self.events(of: interview, on: connection)
            for recorded in events {
                let left = recorded.event.left(without: [seat])
                guard left != recorded.event else { continue }
                if case .seatTaken = recorded.event { taken = recorded.seq }
                // What asks questions is nobody's alone.
                let row = try EventRow(left) { _ in throw StoreError.corrupt }
                calls.append(
                    PostgreSQLCall(
                        "UPDATE event SET payload = $3 WHERE interview = $1 AND seq = $2",
                        [id, "\(recorded.seq)", row.payload]))
            }
            guard let taken else { return nil }
            let event = Event.seatErased(.init(seat: seat))
            let append = Append(interview: interview, place: .next, events: [event], at: now)
            let row = try EventRow(event) { _ in throw StoreError.corrupt }
            let latest = events.count
            calls += [
                PostgreSQLCall(
                    """
                    DELETE FROM review WHERE interview = $1 AND visitor IN (
                        SELECT digest FROM visitor WHERE interview = $1 AND seq = $2)
                    """, [id, "\(taken)"]),
                PostgreSQLCall("DELETE FROM visitor WHERE interview = $1 AND seq = $2", [id, "\(taken)"]),
                PostgreSQLCall("DELETE FROM share WHERE interview = $1 AND seat = $2", [id, seat.text]),
                PostgreSQLCall("DELETE FROM note WHERE interview = $1 AND seat = $2", [id, seat.text]),
                PostgreSQLCall("INSERT INTO erased_seat (interview, seat) VALUES ($1, $2)", [id, seat.text]),
                PostgreSQLCall(
                    "INSERT INTO event (interview, seq, at, kind, lane, payload) VALUES ($1, $2, $3, $4, $5, $6)",
                    [id, "\(latest + 1)", "\(now.milliseconds)", row.kind, row.lane, row.payload]),
                PostgreSQLCall(
                    "UPDATE interview SET latest = $2 WHERE id = $1", [id, "\(latest + 1)"]),
            ]
            try connection.run(calls)
            return append.recorded(after: latest).first
        }
    }
}
