/// Messages are not carried out as they come: whoever sends a thousand in one go, or over a thousand connections, would
/// have everybody else wait for them. They are taken one of each address after the other, for a few milliseconds in
/// a turn of the loop, and not while the handler has its hands full.
extension Engine {
    /// For so long messages are carried out before the loop turns again.
    private static let nanosecondsInATurn: UInt64 = 4_000_000

    func putInLine(_ message: WholeMessage, from peer: Peer, _ webSocket: WebSocket) {
        if webSocket.received.isEmpty { turns.join(peer, in: webSocket.group) }
        webSocket.received.append(message)
        webSocket.receivedBytes += message.size
        waitingBytes += message.size
        if waitingBytes > configuration.limits.unfinishedBytes { endLongestLine() }
    }

    func takeTurns() {
        let end = MonotonicTime.now + Self.nanosecondsInATurn
        leavingUntil = nil
        repeat {
            guard delegate?.engineIsBusy != true, let peer = turns.next() else { break }
            // Who has gone meanwhile has nothing left.
            guard let webSocket = peer.webSocket, let message = takeFirst(of: webSocket) else { continue }
            if !webSocket.received.isEmpty { turns.join(peer, in: webSocket.group) }
            deliver(message, from: peer)
            if webSocket.received.isEmpty { read(peer, webSocket, true) }
        } while MonotonicTime.now < end
        // Nothing more is read from those who wait: what they send waits in their own memory.
        turns.forEach { peer in
            if let webSocket = peer.webSocket, !webSocket.received.isEmpty { read(peer, webSocket, false) }
        }
    }

    /// A peer leaves: what it has said before is carried out, as far as that does not hold up the others. Whoever
    /// wants to be sure waits for the reply.
    func takeLastTurn(of peer: Peer, _ webSocket: WebSocket) {
        let patience = UInt64(configuration.limits.leavingMilliseconds) * 1_000_000
        let end = leavingUntil ?? MonotonicTime.now + patience
        // Nothing will be read any more, whatever is decided now.
        webSocket.isRead = true
        while webSocket.phase == .open, !webSocket.received.isEmpty, MonotonicTime.now < end {
            leavingUntil = end
            if let message = takeFirst(of: webSocket) { deliver(message, from: peer) }
        }
        forgetLine(of: webSocket)
    }

    /// What waits is for nobody any more, and what still comes is read so that the end of it arrives.
    func leaveLine(_ peer: Peer, _ webSocket: WebSocket) {
        forgetLine(of: webSocket)
        read(peer, webSocket, true)
    }

    /// All together wait with too much: whoever waits with the most has to go.
    private func endLongestLine() {
        var longest: (peer: Peer, bytes: Int)?
        turns.forEach { peer in
            let bytes = peer.webSocket?.receivedBytes ?? 0
            if bytes > longest?.bytes ?? 0 { longest = (peer, bytes) }
        }
        if let longest { end(longest.peer, .tryAgainLater, "too much at once", .unfinishedMessage) }
    }

    private func takeFirst(of webSocket: WebSocket) -> WholeMessage? {
        guard let message = webSocket.received.popFirst() else { return nil }
        webSocket.receivedBytes -= message.size
        waitingBytes -= message.size
        return message
    }

    private func forgetLine(of webSocket: WebSocket) {
        waitingBytes -= webSocket.receivedBytes
        webSocket.receivedBytes = 0
        webSocket.received = Line()
    }

    private func deliver(_ message: WholeMessage, from peer: Peer) {
        switch message {
        case .text(let text): delegate?.engineReceived(text, on: peer.id)
        case .binary(let bytes): delegate?.engineReceivedBinary(bytes, on: peer.id)
        }
    }

    private func read(_ peer: Peer, _ webSocket: WebSocket, _ reads: Bool) {
        guard webSocket.isRead != reads else { return }
        webSocket.isRead = reads
        peer.socket?.setReading(reads)
    }
}
