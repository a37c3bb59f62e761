import GRDB
public import Interviews

/// Reads the log of a data folder.
public struct SQLiteArchive: LogArchive {
    let database: DatabaseQueue

    /// - Parameter path: the data folder.
    /// - Throws: ``StoreError`` where there is no log in the folder, or it cannot be read.
    public init(folder path: String) throws(StoreError) {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        do {
            database = try DatabaseQueue(path: path + "/greenroom.sqlite", configuration: configuration)
        } catch {
            throw StoreError(error)
        }
    }

    public func interviews(with kind: Event.Kind) throws(StoreError) -> [InterviewID] {
        do {
            return try database.read { database in
                try String.fetchAll(
                    database,
                    sql: "SELECT interview FROM event WHERE kind = ? GROUP BY interview ORDER BY min(rowid)",
                    arguments: [kind.rawValue])
            }.compactMap(InterviewID.init)
        } catch {
            throw StoreError(error)
        }
    }

    public func interviews(named part: String) throws(StoreError) -> [InterviewID] {
        do {
            return try database.read { database in
                try String.fetchAll(
                    database,
                    sql: """
                        SELECT id FROM interview WHERE id >= ?1 AND id < ?1 || '{' OR substr(id, -length(?1)) = ?1
                        ORDER BY id LIMIT 100
                        """, arguments: [part])
            }.compactMap(InterviewID.init)
        } catch {
            throw StoreError(error)
        }
    }

    public func notes(of interview: InterviewID, seat: SeatID) throws(StoreError) -> [Note] {
        do {
            return try database.read { database in
                try database.tableExists("note")
                    ? SQLiteStore.notes(of: interview, seat: seat, in: database) : []
            }
        } catch {
            throw StoreError(error)
        }
    }

    public func events(of interview: InterviewID) throws(StoreError) -> [RecordedEvent] {
        do {
            return try database.read { try SQLiteStore.events(of: interview, in: $0) }
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(error)
        }
    }
}
