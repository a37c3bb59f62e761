import FoundationEssentials
import GRDB
import Glibc

/// Keeps the library in an SQLite database of its own, so that filling it never holds up the log. What is in it can
/// be made again from the log: a database of another version, or a damaged one, is thrown away.
public final class SQLiteLibrary: Library {
    let database: any DatabaseWriter

    /// Changes with the tables, and with what is put into them.
    static let version = 3

    /// Opens the library in a data folder, which the caller has locked.
    public init(folder path: String, readers: Int = 4) throws(StoreError) {
        let file = path + "/library.sqlite"
        do {
            database = try Self.open(file, readers: readers)
        } catch  where error.isWorthless {
            for ending in ["", "-wal", "-shm"] { unsafe unlink(file + ending) }
            do {
                database = try Self.open(file, readers: readers)
            } catch {
                throw StoreError(error)
            }
        } catch {
            throw StoreError(error)
        }
    }

    /// A library in memory, gone with the process.
    public init() throws(StoreError) {
        do {
            let queue = try DatabaseQueue(configuration: Self.configuration(readers: 1))
            try queue.write { try $0.execute(sql: Self.schema) }
            database = queue
        } catch {
            throw StoreError(error)
        }
    }

    public func close() {
        try? database.close()
    }

    private static func configuration(readers: Int) -> Configuration {
        var configuration = Configuration()
        configuration.label = "library"
        configuration.maximumReaderCount = readers
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA secure_delete = ON; PRAGMA cache_size = -1024")
        }
        return configuration
    }

    private static func open(_ file: String, readers: Int) throws -> DatabasePool {
        let descriptor = unsafe Glibc.open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw StoreError.notWritable(folder: file) }
        Glibc.close(descriptor)
        let pool = try DatabasePool(path: file, configuration: configuration(readers: readers))
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
        try pool.write { database in
            let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            if found == 0 {
                try database.execute(sql: schema + "PRAGMA user_version = \(version);")
            } else if found != version {
                throw StoreError.corrupt
            }
        }
        return pool
    }

    func read<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
        do {
            return try database.read(work)
        } catch {
            throw error as? StoreError ?? StoreError(error)
        }
    }

    func write<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
        do {
            return try database.write(work)
        } catch {
            throw error as? StoreError ?? StoreError(error)
        }
    }
}

extension Error {
    /// Whether the file holds no library that can be used.
    fileprivate var isWorthless: Bool {
        if case .corrupt? = self as? StoreError { return true }
        switch (self as? DatabaseError)?.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: return true
        default: return false
        }
    }
}
