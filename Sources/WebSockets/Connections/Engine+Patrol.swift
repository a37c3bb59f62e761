/// Goes round the connections, a few at a time, and sees to those that have long been silent. One timer for all:
/// a timer each, sorted, is what stalls a loop that has ten thousand.
extension Engine {
    /// In one round each connection is looked at once.
    private static let stepsInARound = 25

    /// Eight rounds in the time after which a ping is due: nobody is found out later than an eighth too late.
    private var stepNanoseconds: UInt64 {
        UInt64(max(configuration.limits.pingSeconds, 1)) * 1_000_000_000 / 8 / UInt64(Self.stepsInARound)
    }

    func startPatrol() {
        if nextPatrol == nil { nextPatrol = MonotonicTime.now + stepNanoseconds }
    }

    func patrol(at now: UInt64) {
        peers.forEach(from: patrolStep, by: Self.stepsInARound) { lookAfter($0, at: now) }
        patrolStep = (patrolStep + 1) % Self.stepsInARound
        nextPatrol = openCount > 0 ? now + stepNanoseconds : nil
    }

    private func lookAfter(_ peer: Peer, at now: UInt64) {
        guard let webSocket = peer.webSocket, webSocket.phase == .open, let socket = peer.socket else {
            return
        }
        let limits = configuration.limits
        let received = socket.receivedBytes
        // Pings are answered below us: only the system knows what they bring.
        if received > webSocket.countedBytes {
            let more = Int(clamping: received - webSocket.countedBytes)
            webSocket.countedBytes = received
            guard webSocket.bytes.take(more, of: limits.byteRate, at: now) else {
                return end(peer, .policyViolation, "too many bytes", .byteRate)
            }
        }
        let silence = now > webSocket.heardAt ? now - webSocket.heardAt : 0
        if silence >= UInt64(max(limits.hangUpSeconds, limits.pingSeconds + 1)) * 1_000_000_000 {
            census.count(.silent)
            return socket.kill()
        }
        // Behind what is not taken a ping would be of no use.
        if silence >= UInt64(limits.pingSeconds) * 1_000_000_000, webSocket.awaitedPong == nil,
            webSocket.outgoing.isEmpty
        {
            ping(peer, webSocket)
        }
    }

    private func ping(_ peer: Peer, _ webSocket: WebSocket) {
        // Of ASCII alone: libwebsockets takes a pong behind a text for more of that text, and what is no UTF-8 in it
        // for the end of the connection.
        let token = UInt32.random(in: .min ... .max) & 0x7f7f_7f7f
        webSocket.awaitedPong = token
        unsafe withUnsafeBytes(of: token) { token in
            changeQueue(of: webSocket) { unsafe $0.append(.ping, token) }
        }
        census.framesOut += 1
        markDirty(peer)
    }

    /// Only the pong to our last ping proves anything (RFC 6455 §5.5.3 allows pongs that nobody asked for).
    func receivedPong(_ payload: UnsafeRawBufferPointer, from peer: Peer) -> LWSVerdict {
        guard let webSocket = peer.webSocket, webSocket.phase == .open else { return .keep }
        let now = MonotonicTime.now
        guard admitsFrame(of: peer, webSocket, at: now) else { return .keep }
        if payload.count == 4, let awaited = webSocket.awaitedPong,
            unsafe payload.loadUnaligned(as: UInt32.self) == awaited
        {
            heard(webSocket, at: now)
        }
        return .keep
    }

    func heard(_ webSocket: WebSocket, at now: UInt64) {
        webSocket.heardAt = now
        webSocket.awaitedPong = nil
    }
}
