import CPostgreSQL
import Glibc

extension PostgreSQLConnection {
    /// What was notified of since it was asked last, in order. Waits for the first. (`PQnotifies`)
    ///
    /// - Throws: ``PostgreSQLError/lost``
    func notifications(within patience: Duration) throws(PostgreSQLError) -> [String] {
        try unsafe withHandle { handle throws(PostgreSQLError) in
            var payloads = unsafe Self.taken(from: handle)
            guard payloads.isEmpty else { return payloads }
            var line = unsafe pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
            let milliseconds = CInt(patience / .milliseconds(1))
            guard unsafe poll(&line, 1, milliseconds) > 0 else { return [] }
            guard unsafe PQconsumeInput(handle) == 1 else { throw .lost }
            payloads = unsafe Self.taken(from: handle)
            return payloads
        }
    }

    private static func taken(from handle: OpaquePointer) -> [String] {
        var payloads: [String] = []
        while let notification = unsafe PQnotifies(handle) {
            payloads.append(unsafe String(cString: notification.pointee.extra))
            unsafe PQfreemem(notification)
        }
        return payloads
    }
}
