extension Engine {
    func accepted(_ descriptor: Int32, from address: PeerAddress) {
        guard phase == .running, census.admit(address) else { return ListeningSocket.refuse(descriptor) }
        let peer = peers.insert { Peer(id: ConnectionID(place: $0, generation: $1), address: address) }
        if let socket = context.adopt(descriptor, for: peer) {
            peer.socket = socket
        } else if !peer.isDestroyed {
            destroyed(peer)
        }
    }

    /// The last that is heard of a connection.
    func destroyed(_ peer: Peer) {
        closed(peer)
        peer.socket = nil
        peers.remove(peer.id.place, peer.id.generation)
        census.dismiss(peer.address)
        guard let exchange = peer.exchange else { return }
        exchange.watcher = nil
        peer.exchange = nil
        if exchange.stage != .answered { delegate?.engineAbandoned(exchange.id) }
    }

    func opened(_ peer: Peer) -> LWSVerdict {
        guard let webSocket = peer.webSocket, webSocket.phase == .upgrading else { return .close }
        webSocket.phase = .open
        webSocket.isKnown = true
        openCount += 1
        delegate?.engineOpened(peer.id, webSocket.handshake)
        return .keep
    }

    func received(
        _ bytes: UnsafeRawBufferPointer, _ piece: IncomingMessage.Piece, from peer: Peer
    ) -> LWSVerdict {
        // What comes after we have closed is not for anybody.
        guard let webSocket = peer.webSocket, webSocket.phase == .open else { return .keep }
        if !piece.isFirst || !piece.isLast { webSocket.waitsForPong = true }
        switch unsafe webSocket.incoming.receive(bytes, piece, limit: configuration.limits.messageBytes) {
        case .more: return .keep
        case .text(let text): delegate?.engineReceived(text, on: peer.id)
        case .binary(let bytes): delegate?.engineReceivedBinary(bytes, on: peer.id)
        case .tooLong: return refuse(peer, .messageTooBig, "message too big")
        case .notText: return refuse(peer, .invalidText, "not UTF-8")
        }
        return .keep
    }

    func peerCloses(_ peer: Peer) -> LWSVerdict {
        guard let webSocket = peer.webSocket else { return .close }
        // In answer to our own closing frame there is nothing more to say.
        if webSocket.phase == .ended { return .close }
        return .keep
    }

    func closed(_ peer: Peer) {
        guard let webSocket = peer.webSocket else { return }
        webSocket.phase = .ended
        webSocket.outgoing.discard()
        report(peer)
    }

    func send(_ opcode: OutgoingFrames.Opcode, _ payload: UnsafeRawBufferPointer, to id: ConnectionID) {
        guard let peer = peers[id.place, id.generation], let webSocket = peer.webSocket,
            webSocket.phase == .open
        else { return }
        let limits = configuration.limits
        guard webSocket.outgoing.waitingBytes + payload.count <= limits.queueBytes,
            webSocket.outgoing.waitingCount < limits.queueMessages
        else { return dropSlowReader(peer) }
        unsafe webSocket.outgoing.append(opcode, payload)
        markDirty(peer)
    }

    func close(_ id: ConnectionID, _ code: CloseCode, _ reason: String) {
        guard let peer = peers[id.place, id.generation] else { return }
        close(peer, code, reason)
    }

    /// Tells the handler, once, that a connection is over.
    func report(_ peer: Peer) {
        guard let webSocket = peer.webSocket, webSocket.isKnown else { return }
        webSocket.isKnown = false
        openCount -= 1
        delegate?.engineClosed(peer.id)
    }

    func reportClosed() {
        while !toReport.isEmpty {
            let peers = toReport
            toReport = []
            for peer in peers { report(peer) }
        }
    }

    /// From within a callback of this very connection.
    private func refuse(_ peer: Peer, _ code: CloseCode, _ reason: String) -> LWSVerdict {
        guard let webSocket = peer.webSocket, let socket = peer.socket else { return .close }
        webSocket.phase = .ended
        toReport.append(peer)
        // A frame of ours that is still under way must not be cut by the closing frame: then it is left out.
        if !socket.hasUnsent { socket.setCloseReason(code, reason) }
        return .close
    }
}
