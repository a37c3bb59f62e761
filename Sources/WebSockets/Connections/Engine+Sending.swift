extension Engine {
    /// About this much goes out in one write.
    private static let batchBytes = 64 * 1024

    func send(_ opcode: OutgoingFrames.Opcode, _ payload: UnsafeRawBufferPointer, to id: ConnectionID) {
        guard let peer = peers[id.place, id.generation], let webSocket = peer.webSocket,
            webSocket.phase == .open
        else { return }
        let limits = configuration.limits
        guard webSocket.outgoing.waitingBytes + payload.count <= limits.queueBytes,
            webSocket.outgoing.waitingCount < limits.queueMessages
        else { return dropSlowReader(peer) }
        changeQueue(of: webSocket) { unsafe $0.append(opcode, payload) }
        census.framesOut += 1
        census.bytesOut += UInt64(payload.count)
        markDirty(peer)
        if census.queuedBytes > limits.queueBytesInAll { dropSlowestReader() }
    }

    /// Keeps the sum of what waits.
    func changeQueue<Result>(of webSocket: WebSocket, _ change: (inout OutgoingFrames) -> Result) -> Result {
        let before = webSocket.outgoing.waitingBytes
        defer { census.queuedBytes += webSocket.outgoing.waitingBytes - before }
        return change(&webSocket.outgoing)
    }

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
        guard let webSocket = peer.webSocket else { return .keep }
        changeQueue(of: webSocket) { $0.drained() }
        webSocket.waitsForPong = false
        writeFrames(peer)
        return .keep
    }

    /// Ends a connection: what waits goes out, then the closing frame. It is ours and not left to
    /// libwebsockets, which stops reading in the middle of a message and then resets the connection before the
    /// peer has seen why. What still comes is read and dropped until the peer answers or the time is over.
    func close(_ peer: Peer, _ code: CloseCode, _ reason: String) {
        guard let webSocket = peer.webSocket, webSocket.phase == .open else { return }
        webSocket.phase = .closing
        webSocket.deadline = MonotonicTime.now + UInt64(configuration.limits.closeSeconds) * 1_000_000_000
        lingering.append(peer)
        toReport.append(peer)
        leaveLine(peer, webSocket)
        releaseIncoming(of: peer, webSocket)
        unsafe code.payload(reason).withUnsafeBytes { payload in
            changeQueue(of: webSocket) { unsafe $0.append(.close, payload) }
        }
        markDirty(peer)
    }

    /// Someone does not read what they are sent: what waits is dropped, the closing frame goes behind the
    /// frame that is under way, and nobody waits for more than a moment.
    private func dropSlowReader(_ peer: Peer) {
        guard let webSocket = peer.webSocket, webSocket.phase == .open else { return }
        changeQueue(of: webSocket) { $0.discard() }
        end(peer, .policyViolation, "too slow", .slowReader)
    }

    /// All together let too much wait: whoever lets the most wait is the one to go.
    private func dropSlowestReader() {
        var slowest: (peer: Peer, bytes: Int)?
        peers.forEach { peer in
            guard let webSocket = peer.webSocket, webSocket.phase == .open else { return }
            let bytes = webSocket.outgoing.waitingBytes
            if bytes > slowest?.bytes ?? 0 { slowest = (peer, bytes) }
        }
        if let slowest { dropSlowReader(slowest.peer) }
    }

    func writeFrames(_ peer: Peer) {
        guard let webSocket = peer.webSocket, let socket = peer.socket, webSocket.phase != .ended else {
            return
        }
        while !webSocket.outgoing.isEmpty {
            guard !socket.hasUnsent, !webSocket.waitsForPong else { return socket.askToWrite() }
            let written = changeQueue(of: webSocket) { outgoing in
                let written = unsafe outgoing.takeBatch(Self.batchBytes) { unsafe socket.write($0) }
                if written == .whole { outgoing.drained() }
                if written == .failed { outgoing.discard() }
                return written
            }
            switch written {
            case .whole: continue
            case .partly: return  // libwebsockets has asked for the callback itself
            case .failed: return socket.kill()
            }
        }
    }
}

extension CloseCode {
    /// The payload that answers a peer's closing frame: its code, or what is wrong with it (RFC 6455 §7.4).
    static func answer(to payload: [UInt8]) -> [UInt8] {
        guard !payload.isEmpty else { return [] }
        guard payload.count >= 2 else { return protocolError.payload("") }
        switch UInt16(payload[0]) << 8 | UInt16(payload[1]) {
        case 1000...1003, 1007...1014, 3000...4999: return Array(payload.prefix(2))
        default: return protocolError.payload("")
        }
    }

    /// A closing frame's payload (RFC 6455 §5.5.1): at most 125 bytes, the reason whole characters.
    func payload(_ reason: String) -> [UInt8] {
        var bytes = Array(reason.utf8.prefix(123))
        // A cut through a character would not be UTF-8.
        while !bytes.isEmpty, String(validating: bytes, as: UTF8.self) == nil { bytes.removeLast() }
        return [UInt8(rawValue >> 8), UInt8(rawValue & 0xff)] + bytes
    }
}
