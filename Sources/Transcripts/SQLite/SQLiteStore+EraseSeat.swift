import GRDB
public import Interviews

extension SQLiteStore {
    /// The seats that were deleted by those whose they were. An event changes for one of them only, and only so that
    /// nothing is left of it. Those stay that say no more than which question the seat was at: the plan of the room
    /// depends on them.
    static let erasedSeats = """
        CREATE TABLE erased_seat (
            interview TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
            seat TEXT NOT NULL CHECK (seat <> ''),
            PRIMARY KEY (interview, seat)
        ) STRICT, WITHOUT ROWID;

        DROP TRIGGER event_is_for_ever;

        CREATE TRIGGER event_is_for_ever BEFORE UPDATE ON event
        WHEN NEW.interview IS NOT OLD.interview OR NEW.seq IS NOT OLD.seq OR NEW.at IS NOT OLD.at
            OR NEW.kind IS NOT OLD.kind OR NEW.lane IS NOT OLD.lane
            OR NEW.payload IS NOT CASE
                WHEN OLD.kind = 'seatTaken' THEN json_remove(OLD.payload, '$.seat.name', '$.seat.realName')
                WHEN OLD.kind = 'seatChanged' THEN json_remove(OLD.payload, '$.name')
                WHEN OLD.kind IN ('questionAsked', 'questionReopened', 'timeExtended', 'answersClosed') THEN NULL
                WHEN OLD.lane IS NOT NULL OR OLD.kind = 'said'
                    THEN json_object('kind', OLD.kind, 'erased', json('true'))
            END
            OR NOT EXISTS (
                SELECT 1 FROM erased_seat WHERE interview = OLD.interview AND seat = CASE
                    WHEN OLD.kind = 'seatTaken' THEN OLD.payload ->> '$.seat.id'
                    WHEN OLD.kind IN ('seatChanged', 'said') THEN OLD.payload ->> '$.seat'
                    ELSE OLD.lane
                END)
        BEGIN SELECT RAISE(ABORT, 'an event does not change'); END;
        """

    public func erase(
        _ seat: SeatID, of interview: InterviewID, at now: Timestamp
    ) throws(StoreError) -> RecordedEvent? {
        // The log is cut for what was deleted, and not for whoever asks for what is not there.
        guard try run({ pool in try pool.read { try Self.taken(seat, interview, in: $0) } }) != nil else {
            return nil
        }
        return try erase { database in
            guard let seq = try Self.taken(seat, interview, in: database) else { return nil }
            let key: StatementArguments = ["interview": interview.text, "seat": seat.text, "seq": seq]
            for sql in Self.erasing { try database.execute(sql: sql, arguments: key) }
            let append = Append(
                interview: interview, place: .next, events: [.seatErased(.init(seat: seat))], at: now)
            let latest = try Self.latest(of: interview, in: database)
            try insert(append, after: latest, in: database)
            return append.recorded(after: latest).first
        }
    }

    /// `seq` is the number of the event by which the seat was taken.
    private static let erasing = [
        "INSERT INTO erased_seat (interview, seat) VALUES (:interview, :seat)",
        """
        DELETE FROM review WHERE interview = :interview AND visitor IN (
            SELECT digest FROM visitor WHERE interview = :interview AND seq = :seq)
        """,
        "DELETE FROM visitor WHERE interview = :interview AND seq = :seq",
        "DELETE FROM share WHERE interview = :interview AND seat = :seat",
        "DELETE FROM note WHERE interview = :interview AND seat = :seat",
        """
        UPDATE event SET payload = json_object('kind', kind, 'erased', json('true'))
        WHERE interview = :interview
            AND (lane = :seat
                    AND kind NOT IN ('questionAsked', 'questionReopened', 'timeExtended', 'answersClosed')
                OR lane IS NULL AND kind = 'said' AND payload ->> '$.seat' = :seat)
        """,
        """
        UPDATE event SET payload = json_remove(payload, '$.seat.name', '$.seat.realName')
        WHERE interview = :interview AND seq = :seq
        """,
        """
        UPDATE event SET payload = json_remove(payload, '$.name')
        WHERE interview = :interview AND lane IS NULL AND kind = 'seatChanged' AND payload ->> '$.seat' = :seat
        """,
    ]

    /// The number of the event by which a seat was taken; `nil` where there is none that could be deleted.
    private static func taken(_ seat: SeatID, _ interview: InterviewID, in database: Database) throws -> Int?
    {
        try Int.fetchOne(
            database,
            sql: """
                SELECT seq FROM event WHERE interview = :interview AND lane IS NULL AND kind = 'seatTaken'
                    AND payload ->> '$.seat.id' = :seat
                    AND NOT EXISTS (SELECT 1 FROM erased_seat WHERE interview = :interview AND seat = :seat)
                ORDER BY seq LIMIT 1
                """, arguments: ["interview": interview.text, "seat": seat.text])
    }

    /// The seats of an interview that were deleted.
    static func erasedSeats(of interview: InterviewID, in database: Database) throws -> Set<SeatID> {
        let statement = try database.cachedStatement(sql: "SELECT seat FROM erased_seat WHERE interview = ?")
        return Set(try String.fetchAll(statement, arguments: [interview.text]).map(SeatID.init))
    }
}
