import CPostgreSQL
import Glibc

/// A connection to a PostgreSQL server in pipeline mode, with the statements that were prepared on it.
/// https://www.postgresql.org/docs/current/libpq-pipeline-mode.html
///
/// Safe because ``PostgreSQLPool`` lends it to one caller at a time.
@safe final class PostgreSQLConnection: @unchecked Sendable {
    private let handle: OpaquePointer
    private var names: [String: String] = [:]
    private var prepared = 0
    /// Sent before anything is read.
    private static let window = 100
    /// How long the server may say nothing. Its own limit for a statement is shorter: whoever waits longer waits for a
    /// line that is dead, or a server that hangs.
    private static let patience = Duration.seconds(7)

    /// Connects. (`PQconnectdbParams`)
    init(_ address: PostgreSQLAddress) throws(PostgreSQLError) {
        let parameters = address.parameters
        let handle = unsafe withCStrings(parameters.map { $0.0 }) { keys in
            unsafe withCStrings(parameters.map { $0.1 }) { values in
                unsafe PQconnectdbParams(keys, values, 1)
            }
        }
        guard let handle = unsafe handle else { throw .lost }
        // It would be written to standard error, in its own form.
        _ = unsafe PQsetNoticeReceiver(handle, { _, _ in }, nil)
        guard unsafe PQstatus(handle) == CONNECTION_OK, unsafe PQenterPipelineMode(handle) == 1,
            unsafe PQsetnonblocking(handle, 1) == 0
        else {
            defer { unsafe PQfinish(handle) }
            let reason = unsafe String(cString: PQerrorMessage(handle))
            throw PostgreSQLError(state: "", reason: reason.split(separator: "\n").joined(separator: "; "))
        }
        unsafe self.handle = handle
    }

    deinit {
        unsafe PQfinish(handle)
    }

    /// Lends the connection to libpq's other calls.
    func withHandle<Value>(
        _ work: (OpaquePointer) throws(PostgreSQLError) -> Value
    ) throws(PostgreSQLError) -> Value {
        try unsafe work(handle)
    }

    /// The server has said that it ends, which libpq does not see before the line is closed.
    private var isGivenUp = false

    var isLost: Bool { unsafe isGivenUp || PQstatus(handle) != CONNECTION_OK }

    @discardableResult
    func run(_ sql: String, _ values: [String?] = []) throws(PostgreSQLError) -> PostgreSQLRows {
        try run([PostgreSQLCall(sql, values)])[0]
    }

    /// Sends statements without waiting for one to be done before the next. The first that fails ends it.
    @discardableResult
    func run(_ calls: [PostgreSQLCall]) throws(PostgreSQLError) -> [PostgreSQLRows] {
        var results: [PostgreSQLRows] = []
        results.reserveCapacity(calls.count)
        var rest = calls[...]
        while !rest.isEmpty {
            results += try runWindow(rest.prefix(Self.window))
            rest = rest.dropFirst(Self.window)
        }
        return results
    }

    private func runWindow(_ calls: ArraySlice<PostgreSQLCall>) throws(PostgreSQLError) -> [PostgreSQLRows] {
        var pending: [String: String] = [:]
        /// The statement that is prepared; `nil` where one is executed.
        var steps: [String?] = []
        for call in calls {
            // What the server cannot hold would end the text there.
            guard call.values.allSatisfy({ $0?.utf8.contains(0) != true }) else {
                // Nothing may be left half sent.
                guard unsafe PQpipelineSync(handle) == 1 else { throw .lost }
                _ = try read(steps, pending)
                throw PostgreSQLError(state: "22021")
            }
            var name = names[call.sql] ?? pending[call.sql]
            if name == nil {
                prepared += 1
                let fresh = "s\(prepared)"
                guard unsafe PQsendPrepare(handle, fresh, call.sql, 0, nil) == 1 else { throw .lost }
                pending[call.sql] = fresh
                steps.append(call.sql)
                name = fresh
            }
            let isSent = unsafe withCStrings(call.values) { values in
                unsafe PQsendQueryPrepared(handle, name, CInt(call.values.count), values, nil, nil, 0)
            }
            guard isSent == 1 else { throw .lost }
            steps.append(nil)
        }
        guard unsafe PQpipelineSync(handle) == 1 else { throw .lost }
        return try read(steps, pending)
    }

    private func read(
        _ steps: [String?], _ pending: [String: String]
    ) throws(PostgreSQLError) -> [PostgreSQLRows] {
        var results: [PostgreSQLRows] = []
        var failure: PostgreSQLError?
        for step in steps {
            do throws(PostgreSQLError) {
                let rows = try readOne()
                if let step { names[step] = pending[step] } else { results.append(rows) }
            } catch {
                failure = failure ?? error
                isGivenUp = isGivenUp || error.isLost
                if isLost { throw failure ?? .lost }
            }
        }
        guard let end = unsafe try next() else { throw failure ?? .lost }
        defer { unsafe PQclear(end) }
        guard unsafe PQresultStatus(end) == PGRES_PIPELINE_SYNC else { throw failure ?? .lost }
        if let failure { throw failure }
        return results
    }

    /// Reads one statement's result and the null behind it.
    private func readOne() throws(PostgreSQLError) -> PostgreSQLRows {
        guard let result = unsafe try next() else { throw .lost }
        defer { unsafe PQclear(result) }
        let status = unsafe PQresultStatus(result)
        let isGood = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK
        // What stands behind a statement that failed is skipped, and says no state of its own.
        let isSkipped = status == PGRES_PIPELINE_ABORTED
        let error = PostgreSQLError(
            state: isGood ? "00000" : isSkipped ? "25P02" : unsafe Self.state(of: result))
        let rows = isGood ? unsafe PostgreSQLRows(result) : PostgreSQLRows()
        if let more = unsafe try next() { unsafe PQclear(more) }
        guard isGood else { throw error }
        return rows
    }

    /// The next result, or the null behind one. Sends meanwhile what waits to be sent. (`PQflush`, `PQgetResult`)
    private func next() throws(PostgreSQLError) -> OpaquePointer? {
        var end = ContinuousClock.now + Self.patience
        while true {
            let unsent = unsafe PQflush(handle)
            if unsent < 0 { throw .lost }
            if unsafe PQisBusy(handle) == 0 { return unsafe PQgetResult(handle) }
            let wanted = POLLIN | (unsent > 0 ? POLLOUT : 0)
            var line = unsafe pollfd(fd: PQsocket(handle), events: Int16(wanted), revents: 0)
            let rest = CInt(max(0, (end - .now) / .milliseconds(1)))
            let ready = unsafe poll(&line, 1, rest)
            guard ready > 0 || ready < 0 && errno == EINTR else {
                isGivenUp = true
                throw .lost
            }
            guard line.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 else { continue }
            guard unsafe PQconsumeInput(handle) == 1 else { throw .lost }
            end = .now + Self.patience
        }
    }

    private static func state(of result: OpaquePointer) -> String {
        // PG_DIAG_SQLSTATE, a macro of a character.
        let field = CInt(UInt8(ascii: "C"))
        return unsafe PQresultErrorField(result, field).map { unsafe String(cString: $0) } ?? ""
    }
}

extension PostgreSQLRows {
    fileprivate init(_ result: OpaquePointer) {
        let columns = unsafe PQnfields(result)
        let tuples = unsafe PQntuples(result)
        rows.reserveCapacity(Int(tuples))
        for row in 0..<tuples {
            rows.append(
                (0..<columns).map { column in
                    if unsafe PQgetisnull(result, row, column) == 1 { return nil }
                    return unsafe String(cString: PQgetvalue(result, row, column))
                })
        }
        count = Int(unsafe String(cString: PQcmdTuples(result)), radix: 10) ?? 0
    }
}

/// Lends texts to C as an array that ends with a null.
private func withCStrings<Result>(
    _ texts: [String?], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
) -> Result {
    let copies = unsafe texts.map { text in unsafe text.flatMap { unsafe strdup($0) } }
    defer { unsafe copies.forEach { unsafe free($0) } }
    let pointers = unsafe copies.map { unsafe UnsafePointer($0) } + [nil]
    return unsafe pointers.withUnsafeBufferPointer { unsafe body($0.baseAddress) }
}
