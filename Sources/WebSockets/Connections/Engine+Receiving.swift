extension Engine {
    func received(
        _ bytes: UnsafeRawBufferPointer, _ piece: IncomingMessage.Piece, from peer: Peer
    ) -> LWSVerdict {
        // What comes after we have closed is read, so that the closing frame arrives, and is for nobody.
        guard let webSocket = peer.webSocket, webSocket.phase == .open else { return .keep }
        let now = MonotonicTime.now
        guard admitsFrame(of: peer, webSocket, at: now) else { return .keep }
        census.bytesIn += UInt64(bytes.count)
        if !piece.isFirst || !piece.isLast { webSocket.waitsForPong = true }

        let (held, wasOpen) = (webSocket.incoming.heldBytes, webSocket.incoming.isOpen)
        let step = unsafe webSocket.incoming.receive(bytes, piece, limit: configuration.limits.messageBytes)
        let change = webSocket.incoming.heldBytes - held
        let isOpen = webSocket.incoming.isOpen
        if wasOpen || isOpen { unfinished.note(peer.id, change: change, isOpen: isOpen, at: now) }
        switch step {
        case .more: giveUpOldest(at: now)
        case .text(let text):
            heard(webSocket, at: now)
            putInLine(.text(text), from: peer, webSocket)
        case .binary(let bytes):
            heard(webSocket, at: now)
            putInLine(.binary(bytes), from: peer, webSocket)
        case .tooLong: end(peer, .messageTooBig, "message too big", .messageTooBig)
        case .notText: end(peer, .invalidText, "not UTF-8", .notText)
        }
        return .keep
    }

    func admitsFrame(of peer: Peer, _ webSocket: WebSocket, at now: UInt64) -> Bool {
        census.framesIn += 1
        guard webSocket.frames.take(of: configuration.limits.frameRate, at: now) else {
            end(peer, .policyViolation, "too many frames", .frameRate)
            return false
        }
        return true
    }

    /// All together hold too much, or one has been at it too long.
    func giveUpOldest(at now: UInt64) {
        let patience = UInt64(configuration.limits.unfinishedSeconds) * 1_000_000_000
        while let oldest = unfinished.oldest(),
            unfinished.bytes > configuration.limits.unfinishedBytes || now >= oldest.since + patience
        {
            let place = oldest.connection
            guard let peer = peers[place.place, place.generation], let webSocket = peer.webSocket else {
                unfinished.note(oldest.connection, change: 0, isOpen: false, at: now)
                continue
            }
            releaseIncoming(of: peer, webSocket)
            end(peer, .tryAgainLater, "message not finished", .unfinishedMessage)
        }
    }

    func releaseIncoming(of peer: Peer, _ webSocket: WebSocket) {
        let held = webSocket.incoming.heldBytes
        let wasOpen = webSocket.incoming.isOpen
        webSocket.incoming.discard()
        if held > 0 || wasOpen { unfinished.note(peer.id, change: -held, isOpen: false, at: 0) }
    }
}
