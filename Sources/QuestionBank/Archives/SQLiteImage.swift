import CSQLite

/// A SQLite database in memory, opened for reading only.
@safe final class SQLiteImage {
    private var handle: OpaquePointer?

    /// `nil` if the bytes are no database.
    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: "SQLite format 3\u{0}".utf8) else { return nil }
        guard unsafe sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK else {
            return nil
        }
        // SQLite frees the copy when the database is closed.
        guard let copy = unsafe sqlite3_malloc64(UInt64(bytes.count)) else { return nil }
        unsafe copy.copyMemory(from: bytes, byteCount: bytes.count)
        let image = unsafe copy.assumingMemoryBound(to: UInt8.self)
        let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY)
        let size = sqlite3_int64(bytes.count)
        guard unsafe sqlite3_deserialize(handle, "main", image, size, size, flags) == SQLITE_OK else {
            return nil
        }
        // Nothing in the file may run: no triggers, no views with functions, no reading of other files.
        unsafe sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
        unsafe sqlite3_limit(handle, SQLITE_LIMIT_VDBE_OP, 25_000)
    }

    deinit { unsafe sqlite3_close_v2(handle) }

    /// The rows of a query as texts; empty if it fails.
    func rows(_ sql: String, limit: Int) -> [[String]] {
        var statement: OpaquePointer?
        guard unsafe sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { return [] }
        defer { unsafe sqlite3_finalize(statement) }
        let columns = unsafe sqlite3_column_count(statement)
        var rows: [[String]] = []
        while rows.count < limit, unsafe sqlite3_step(statement) == SQLITE_ROW {
            var row: [String] = []
            for column in 0..<columns {
                let text = unsafe sqlite3_column_text(statement, column)
                let count = Int(unsafe sqlite3_column_bytes(statement, column))
                let bytes = unsafe UnsafeBufferPointer(start: text, count: text == nil ? 0 : count)
                row.append(unsafe String(decoding: bytes, as: UTF8.self))
            }
            rows.append(row)
        }
        return rows
    }
}
