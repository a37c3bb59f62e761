/// Where an operator has the log kept.
public enum LogPlace: Hashable, Sendable, CustomStringConvertible {
    /// SQLite, in a data folder that one server uses at a time.
    case folder(String)
    case postgreSQL(PostgreSQLAddress)

    /// Opens log and library, and brings both up to date.
    ///
    /// - Parameter readers: How many threads may read at the same time.
    public func open(readers: Int = 2) throws(StoreError) -> (store: any LogStore, library: any Library) {
        switch self {
        case .folder(let folder):
            let store = try SQLiteStore(folder: folder, readers: readers)
            return (store, try SQLiteLibrary(folder: folder))
        case .postgreSQL(let address):
            let store = try PostgreSQLStore(address)
            return (store, try PostgreSQLLibrary(store))
        }
    }

    /// Opens what is kept for reading, beside a server or without one.
    public func openArchive() throws(StoreError) -> any LogArchive {
        switch self {
        case .folder(let folder): try SQLiteArchive(folder: folder)
        case .postgreSQL(let address): try PostgreSQLStore(address, isForReading: true)
        }
    }

    /// Without a password.
    public var description: String {
        switch self {
        case .folder(let folder): folder
        case .postgreSQL(let address): address.description
        }
    }
}
