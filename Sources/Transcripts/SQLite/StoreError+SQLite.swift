import GRDB

extension StoreError {
    /// What an error of the database means for the log. Result codes only: messages may quote what was bound.
    /// https://www.sqlite.org/rescode.html
    init(_ error: any Error) {
        guard let error = error as? DatabaseError else {
            self = .failed(code: "\(type(of: error))")
            return
        }
        let code = "SQLite \(error.extendedResultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_FULL: self = .full
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .corrupt
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY,
            .SQLITE_PROTOCOL, .SQLITE_NOLFS, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_NOMEM, .SQLITE_MISUSE,
            .SQLITE_INTERRUPT, .SQLITE_ABORT:
            // MISUSE is a connection that was given up while this call was waiting for it.
            self = .unavailable(code: code)
        default: self = .failed(code: code)
        }
    }
}

extension Error {
    /// The connection may be wrong about what is on the disk.
    var spoilsConnection: Bool {
        switch (self as? DatabaseError)?.resultCode {
        case .SQLITE_IOERR, .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_CANTOPEN, .SQLITE_READONLY: true
        default: false
        }
    }
}
