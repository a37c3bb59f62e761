extension Engine {
    /// About this much goes out in one write.
    private static let batchBytes = 64 * 1024

    func markDirty(_ peer: Peer) {
        guard let webSocket = peer.webSocket, !webSocket.isDirty else { return }
        webSocket.isDirty = true
        dirty.append(peer)
    }

    /// The end of a turn: whatever waits for a connection that can take it goes out, in one write if it is
    /// small.
    func flush() {
        while !dirty.isEmpty {
            let peers = dirty
            dirty = []
            for peer in peers {
                peer.webSocket?.isDirty = false
                writeFrames(peer)
            }
        }
    }

    /// The system can take more of what waits for a connection.
    func mayWriteFrames(_ peer: Peer) -> LWSVerdict {
        guard let webSocket = peer.webSocket, let socket = peer.socket else { return .keep }
        webSocket.outgoing.drained()
        webSocket.waitsForPong = false
        writeFrames(peer)
        guard case .closing(let code, let reason) = webSocket.phase, webSocket.outgoing.isEmpty,
            !socket.hasUnsent
        else { return webSocket.phase == .ended && !socket.hasUnsent ? .close : .keep }
        webSocket.phase = .ended
        socket.setCloseReason(code, reason)
        return .close
    }

    /// Ends a connection from outside its callbacks: what waits goes out, then the closing frame.
    func close(_ peer: Peer, _ code: CloseCode, _ reason: String) {
        guard let webSocket = peer.webSocket, webSocket.phase == .open else { return }
        webSocket.phase = .closing(code, reason)
        linger(peer)
        toReport.append(peer)
        markDirty(peer)
    }

    /// Someone does not read what they are sent: what waits is dropped, the closing frame goes behind the
    /// frame that is under way, and nobody waits for more than a moment.
    func dropSlowReader(_ peer: Peer) {
        guard let webSocket = peer.webSocket, let socket = peer.socket, webSocket.phase == .open else {
            return
        }
        webSocket.phase = .ended
        linger(peer)
        toReport.append(peer)
        webSocket.outgoing.discard()
        let payload = [
            UInt8(CloseCode.policyViolation.rawValue >> 8), UInt8(CloseCode.policyViolation.rawValue & 0xff),
        ]
        unsafe (payload + Array("too slow".utf8)).withUnsafeBytes {
            unsafe webSocket.outgoing.append(.close, $0)
        }
        let written = unsafe webSocket.outgoing.takeBatch(1) { unsafe socket.write($0) }
        if written == .failed { socket.kill() } else { socket.askToWrite() }
    }

    private func writeFrames(_ peer: Peer) {
        guard let webSocket = peer.webSocket, let socket = peer.socket, webSocket.phase != .ended else {
            return
        }
        while !webSocket.outgoing.isEmpty {
            guard !socket.hasUnsent, !webSocket.waitsForPong else { return socket.askToWrite() }
            switch unsafe webSocket.outgoing.takeBatch(Self.batchBytes, { unsafe socket.write($0) }) {
            case .whole: webSocket.outgoing.drained()
            case .partly: return  // libwebsockets has asked for the callback itself
            case .failed:
                webSocket.outgoing.discard()
                socket.kill()
                return
            }
        }
        if case .closing = webSocket.phase { socket.askToWrite() }
    }

    /// It is ended by force if it does not end by itself in time.
    private func linger(_ peer: Peer) {
        peer.webSocket?.deadline = Clock.now + UInt64(configuration.limits.closeSeconds) * 1_000_000_000
        lingering.append(peer)
    }
}
