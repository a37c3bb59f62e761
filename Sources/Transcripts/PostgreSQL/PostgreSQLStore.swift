/// Keeps the log on a PostgreSQL server, which several servers may share.
///
/// What was committed survives a killed process and a power cut as far as the server's own settings promise it; they
/// are verified with every connection.
public final class PostgreSQLStore: EventStore {
    private let pool: PostgreSQLPool
    private let address: PostgreSQLAddress
    /// How long a server that is gone is waited for before the candidate is told.
    static let patience = Duration.seconds(5)
    static let attempts = 5

    /// Connects, and brings the schema up to date.
    ///
    /// - Parameter isForReading: leaves the schema as it is.
    /// - Throws: ``StoreError/unavailable(code:)``, ``StoreError/newerSchema``, ``StoreError/notDurable(setting:)``.
    public init(_ address: PostgreSQLAddress, isForReading: Bool = false) throws(StoreError) {
        // Whoever starts a server hears at once, and in the server's own words, why it cannot be reached.
        do throws(PostgreSQLError) {
            _ = try PostgreSQLConnection(address)
        } catch {
            throw error.reason.map { .unavailable(code: $0) } ?? StoreError(error)
        }
        pool = PostgreSQLPool(address)
        self.address = address
        if isForReading {
            try read { try Self.verifySchema($0) }
        } else {
            try writeAlone { try Self.migrate($0) }
        }
    }

    /// - Parameter url: `postgresql://…`
    convenience init(url: String) throws(StoreError) {
        try self.init(try PostgreSQLAddress(url: url))
    }

    /// Ends what the store has of connections. Whatever is asked of it later fails as ``StoreError/stopped``.
    public func close() {
        pool.close()
    }

    /// Hears of other servers from now on; the news come on a thread of the watch.
    public func watch(_ news: @escaping @Sendable (News) -> Void) -> (any LogWatch)? {
        PostgreSQLWatch(self, at: address, news: news)
    }

    /// Whether the log can be written. To be called every second, because a server can be lost while nobody writes.
    ///
    /// - Parameter writing: writes something that changes nothing, to see whether a fault is over. A row that is there
    ///   has its place also on a disk that is full, so it asks for as much again as a busy second does.
    public func check(writing: Bool = false) throws(StoreError) {
        try lend(patience: .seconds(1)) { connection, _ in
            // What cannot be written because of where the server is now: a standby, or one that recovers.
            guard try connection.run("SHOW transaction_read_only").first == "off" else {
                throw StoreError.unavailable(code: "PostgreSQL: only reads are let through")
            }
            guard writing else { return }
            try connection.run([
                PostgreSQLCall("BEGIN"),
                PostgreSQLCall("UPDATE migration SET version = version WHERE version = 1"),
                PostgreSQLCall(
                    "CREATE TABLE room_on_the_disk AS SELECT repeat('-', 1000) FROM generate_series(1, 250)"),
                PostgreSQLCall("ROLLBACK"),
            ])
        }
    }

    /// Lends a connection to work that only reads, and once more where the connection turns out to be lost.
    func read<Value>(_ work: (PostgreSQLConnection) throws -> Value) throws(StoreError) -> Value {
        try lend { connection, _ in try work(connection) }
    }

    /// Does what is seldom done in a transaction that no other one writes beside: it sees and leaves whole what the
    /// single writer of an SQLite log would.
    func writeAlone<Value>(_ work: (PostgreSQLConnection) throws -> Value) throws(StoreError) -> Value {
        try write(behind: Self.lockAlone, work)
    }

    /// Does something in a transaction that waits for its turn.
    func write<Value>(
        behind lock: String, _ work: (PostgreSQLConnection) throws -> Value
    ) throws(StoreError) -> Value {
        try lend { connection, isSent in
            try connection.run([PostgreSQLCall("BEGIN"), PostgreSQLCall(lock)])
            let value = try work(connection)
            isSent = true
            try connection.run("COMMIT")
            return value
        }
    }

    /// Of all that write to this log, by the schema's name.
    private static let lockAlone = "SELECT pg_advisory_xact_lock(1196576846, hashtext(current_schema()))"
    static let lockBesideOthers =
        "SELECT pg_advisory_xact_lock_shared(1196576846, hashtext(current_schema()))"
    /// Of all that write to this log's library.
    static let lockOfLibrary = "SELECT pg_advisory_xact_lock(1196576847, hashtext(current_schema()))"

    /// - Parameter work: with whether the commit was sent, after which it must not be done a second time.
    func lend<Value>(
        patience: Duration = PostgreSQLStore.patience,
        _ work: (PostgreSQLConnection, inout Bool) throws -> Value
    ) throws(StoreError) -> Value {
        let end = ContinuousClock.now + patience
        var attempt = 0
        while true {
            attempt += 1
            let connection = try pool.take(patience: end - .now)
            defer { pool.giveBack(connection) }
            var isSent = false
            do {
                return try work(connection, &isSent)
            } catch {
                if !connection.isLost { _ = try? connection.run("ROLLBACK") }
                if let error = error as? StoreError { throw error }
                guard let error = error as? PostgreSQLError else { throw StoreError(error) }
                let mayPass = error.isCollision || error.isLost && !isSent
                guard mayPass, attempt < Self.attempts else { throw StoreError(error) }
            }
        }
    }
}
