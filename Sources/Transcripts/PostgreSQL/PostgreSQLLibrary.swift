/// Keeps the library beside the log that it is made from, so that all servers of that log have one.
///
/// What one server has read of the log another may have changed before it is taken in: ``keep(_:)`` looks. Several may
/// take the same in at the same time; they wait for one another.
public final class PostgreSQLLibrary: Library {
    private let store: PostgreSQLStore

    /// Lets everything be taken in again where what is kept of it has changed.
    public init(_ store: PostgreSQLStore) throws(StoreError) {
        self.store = store
        try write { connection in
            let version = try connection.run("SELECT version FROM library_content").number
            guard version != SQLiteLibrary.version else { return }
            // A server of the version before may be at work still, and goes on with what the next one leaves it.
            try connection.run([
                PostgreSQLCall("UPDATE library_cursor SET seq = 0"),
                PostgreSQLCall("DELETE FROM library_content"),
                PostgreSQLCall(
                    "INSERT INTO library_content (version) VALUES ($1::integer)", ["\(SQLiteLibrary.version)"]
                ),
            ])
        }
    }

    /// It has no connections but the store's.
    public func close() {}

    func read<Value>(_ work: (PostgreSQLConnection) throws -> Value) throws(StoreError) -> Value {
        try store.read(work)
    }

    /// Holds up no one who writes the log.
    func write<Value>(_ work: (PostgreSQLConnection) throws -> Value) throws(StoreError) -> Value {
        try store.write(behind: PostgreSQLStore.lockOfLibrary, work)
    }
}
