import Glibc

/// Connections that were refused before they said anything. They are told why, and as a socket that is closed
/// on unread bytes takes its answer with it, they stay for a moment, a few of them.
struct TurnedAway {
    private var sockets: [(descriptor: Int32, until: UInt64)] = []

    private static let most = 256
    private static let moment: UInt64 = 1_000_000_000

    /// - Parameter answer: short enough for an empty socket to take it whole.
    mutating func add(_ descriptor: Int32, answer: [UInt8], at now: UInt64) {
        let sent = unsafe send(descriptor, answer, answer.count, CInt(MSG_NOSIGNAL) | CInt(MSG_DONTWAIT))
        guard sent == answer.count, sockets.count < Self.most else { return Self.close(descriptor) }
        _ = shutdown(descriptor, CInt(SHUT_WR))
        sockets.append((descriptor, now + Self.moment))
    }

    mutating func closeOverdue(at now: UInt64) {
        let overdue = sockets.prefix { $0.until <= now }
        for socket in overdue { Self.close(socket.descriptor) }
        sockets.removeFirst(overdue.count)
    }

    mutating func closeAll() { closeOverdue(at: .max) }

    private static func close(_ descriptor: Int32) {
        // What was read is not reset.
        var bytes = [UInt8](repeating: 0, count: 4096)
        _ = unsafe recv(descriptor, &bytes, bytes.count, CInt(MSG_DONTWAIT))
        _ = Glibc.close(descriptor)
    }
}

extension Engine {
    /// Refuses a connection that has just come: 503 if it is for all, 429 if for its address. Under TLS there is
    /// nobody to talk to yet.
    func turnAway(_ descriptor: Int32, _ refusal: Rejection, retryAfter seconds: Int) {
        census.count(refusal)
        guard configuration.tls == nil else { return ListeningSocket.refuse(descriptor) }
        var response = HTTPResponse.refusal(refusal == .connections ? 503 : 429)
        response.headers.append(HTTPHeader("retry-after", "\(seconds)"))
        turnAway(descriptor, with: response)
    }

    func turnAway(_ descriptor: Int32, with response: HTTPResponse) {
        let head = heads.bytes(
            status: response.status, headers: response.headers, length: .bytes(response.body.count),
            keepsAlive: false)
        turnedAway.add(descriptor, answer: head + response.body, at: MonotonicTime.now)
    }
}
