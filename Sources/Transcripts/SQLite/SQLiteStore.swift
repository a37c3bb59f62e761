import GRDB
import Synchronization

/// Keeps the log in an SQLite database in a folder of its own.
///
/// What was committed survives a killed process and a power cut (write-ahead log with `synchronous=FULL`,
/// verified at every opening). One process at a time uses the folder.
public final class SQLiteStore: EventStore {
    private enum Connection {
        /// With the write-ahead log that it writes.
        case open(DatabasePool, log: FileIdentity?)
        /// Given up after a fault; the next call opens a new one.
        case lost
        case closed
    }

    private struct State {
        var connection: Connection
        /// Held until the store is closed.
        var folder: DataFolder?
        /// Something was erased that the write-ahead log may still hold.
        var owesCut = false
    }

    private let state: Mutex<State>
    private let readers: Int
    let digests = QuestionDigests()

    /// Opens the log in a folder, creates folder and log where they are missing, and brings the schema up to
    /// date.
    ///
    /// - Parameter readers: How many threads may read at the same time.
    /// - Throws: ``StoreError/notWritable(folder:)``, ``StoreError/inUse(folder:)``,
    ///   ``StoreError/newerSchema``, ``StoreError/notDurable(setting:)``, ``StoreError/corrupt`` and whatever
    ///   the disk has to say.
    public init(folder path: String, readers: Int = 2) throws(StoreError) {
        let folder = try DataFolder(path: path)
        let pool = try Self.open(folder, readers: readers)
        state = Mutex(State(connection: .open(pool, log: folder.log), folder: folder))
        self.readers = readers
    }

    /// Closes the database and leaves the folder to others. Whatever is asked of the store later fails as
    /// ``StoreError/stopped``.
    public func close() {
        state.withLock { state in
            if case .open(let pool, _) = state.connection {
                // Somebody who copies the database keeps the log alive; what was deleted must not live on in it.
                _ = try? Self.cut(pool)
                try? pool.close()
            }
            state = State(connection: .closed, folder: nil)
        }
    }

    /// Runs a piece of work on the database. After a fault of the disk the connection is given up, because what
    /// it believes to be written may not be: an fsync that failed must not be tried again, only done anew.
    func run<Value>(_ work: (DatabasePool) throws -> Value) throws(StoreError) -> Value {
        let pool = try pool()
        do {
            return try work(pool)
        } catch let error as StoreError {
            throw error
        } catch {
            if error.spoilsConnection { giveUp(pool) }
            throw StoreError(error)
        }
    }

    /// Whether the log can be written, without a wait where all is well; and what had to wait is done. To be called
    /// every second, because a file can be deleted while nobody writes.
    ///
    /// - Parameter writing: writes something that changes nothing, to see whether a fault is over.
    public func check(writing: Bool = false) throws(StoreError) {
        _ = try pool()
        if writing {
            try run { pool in
                try pool.write { database in
                    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
                    try database.execute(sql: "PRAGMA user_version = \(version)")
                }
            }
        }
        if state.withLock({ $0.owesCut }) { cutLog() }
    }

    /// Works the write-ahead log in and cuts it to nothing. Where a reader needs it, a later ``check(writing:)``
    /// does it.
    func cutLog() {
        state.withLock { $0.owesCut = true }
        guard let done = try? run({ try Self.cut($0) }), done else { return }
        state.withLock { $0.owesCut = false }
    }

    private static func cut(_ pool: DatabasePool) throws -> Bool {
        try pool.writeWithoutTransaction { database in
            do {
                _ = try database.checkpoint(.truncate)
                return true
            } catch DatabaseError.SQLITE_BUSY {
                return false
            }
        }
    }

    private func pool() throws(StoreError) -> DatabasePool {
        try state.withLock { state throws(StoreError) in
            guard let folder = state.folder else { throw .stopped }
            do throws(StoreError) {
                try folder.verifyPlace()
            } catch {
                // SQLite does not work the log of a database that was moved into anything: it stays beside it.
                Self.giveUp(&state)
                throw error
            }
            switch state.connection {
            case .open(let pool, let log) where log == folder.log:
                return pool
            case .open, .lost:
                // A log that was deleted is worked in from the descriptor that is still open.
                Self.giveUp(&state)
                let pool = try Self.open(folder, readers: readers)
                state.connection = .open(pool, log: folder.log)
                return pool
            case .closed:
                throw .stopped
            }
        }
    }

    private func giveUp(_ spoilt: DatabasePool) {
        state.withLock { state in
            guard case .open(let pool, _) = state.connection, pool === spoilt else { return }
            Self.giveUp(&state)
        }
    }

    private static func giveUp(_ state: inout State) {
        guard case .open(let pool, _) = state.connection else { return }
        try? pool.close()
        state.connection = .lost
    }
}
