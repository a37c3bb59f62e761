import GRDB
import Synchronization

/// Keeps the log in an SQLite database in a folder of its own.
///
/// What was committed survives a killed process and a power cut (write-ahead log with `synchronous=FULL`,
/// verified at every opening). One process at a time uses the folder.
public final class SQLiteStore: EventStore {
    private enum Connection {
        case open(DatabasePool)
        /// Given up after a fault; the next call opens a new one.
        case lost
        case closed
    }

    private struct State {
        var connection: Connection
        /// Held until the store is closed.
        var folder: DataFolder?
    }

    private let state: Mutex<State>
    private let readers: Int

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
        state = Mutex(State(connection: .open(pool), folder: folder))
        self.readers = readers
    }

    /// Closes the database and leaves the folder to others. Whatever is asked of the store later fails as
    /// ``StoreError/stopped``.
    public func close() {
        state.withLock { state in
            if case .open(let pool) = state.connection { try? pool.close() }
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

    private func pool() throws(StoreError) -> DatabasePool {
        try state.withLock { state throws(StoreError) in
            switch (state.connection, state.folder) {
            case (.open(let pool), _):
                return pool
            case (.lost, let folder?):
                guard folder.hasDatabase else { throw .unavailable(code: "the database file is gone") }
                let pool = try Self.open(folder, readers: readers)
                state.connection = .open(pool)
                return pool
            case (.lost, nil), (.closed, _):
                throw .stopped
            }
        }
    }

    private func giveUp(_ spoilt: DatabasePool) {
        state.withLock { state in
            guard case .open(let pool) = state.connection, pool === spoilt else { return }
            try? pool.close()
            state.connection = .lost
        }
    }
}
