import GRDB
public import Interviews

extension SQLiteStore {
    public func forget(_ visitor: String) throws(StoreError) {
        try erase { database in
            try database.execute(sql: "DELETE FROM review WHERE visitor = ?", arguments: [visitor])
            try database.execute(sql: "DELETE FROM visitor WHERE digest = ?", arguments: [visitor])
            for table in ["share", "pass", "browser"] {
                try database.execute(sql: "DELETE FROM \(table) WHERE visitor = ?", arguments: [visitor])
            }
            try Self.takeAwayNotes(of: visitor, in: database)
        }
    }

    @discardableResult
    public func erase(_ interview: InterviewID) throws(StoreError) -> Bool {
        try erase { database in
            try database.execute(sql: "DELETE FROM interview WHERE id = ?", arguments: [interview.text])
            return database.changesCount > 0
        }
    }

    /// Takes something out so that no file holds it any more. `secure_delete` overwrites it in the database; the
    /// write-ahead log may hold it too, until it has been worked in and is cut.
    func erase<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
        let value = try run { pool in try pool.write(work) }
        cutLog()
        return value
    }
}
