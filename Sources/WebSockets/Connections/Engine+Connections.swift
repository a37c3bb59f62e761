extension Engine {
    func accepted(_ descriptor: Int32, from address: PeerAddress) {
        guard phase == .running else { return ListeningSocket.refuse(descriptor) }
        if case .refused(let refusal, let seconds) = admission.admitAnyone() {
            return turnAway(descriptor, refusal, retryAfter: seconds)
        }
        // What comes through a proxy counts for whom it is for, and that is not known yet.
        let account = trust.covers(address) ? nil : address
        if let account,
            case .refused(let refusal, let seconds) = admission.admit(account, at: MonotonicTime.now)
        {
            admission.dismissAnyone()
            return turnAway(descriptor, refusal, retryAfter: seconds)
        }
        census.accepted += 1
        guard configuration.tls == nil else {
            return takeIn(descriptor, from: address, account: account)
        }
        letWait(descriptor, from: address, account: account)
    }

    /// The last that is heard of a connection.
    func destroyed(_ peer: Peer) {
        closed(peer)
        peer.nextHead = nil
        peer.unfinishedHead = nil
        peer.socket = nil
        peers.remove(peer.id.place, peer.id.generation)
        admission.dismissAnyone()
        if let account = peer.account { admission.dismiss(account) }
        guard let exchange = peer.exchange else { return }
        exchange.watcher = nil
        peer.exchange = nil
        if exchange.stage != .answered { delegate?.engineAbandoned(exchange.id) }
    }

    func opened(_ peer: Peer) -> LWSVerdict {
        guard let webSocket = peer.webSocket, webSocket.phase == .upgrading,
            let handshake = webSocket.handshake
        else { return .close }
        webSocket.phase = .open
        webSocket.isKnown = true
        openCount += 1
        census.handshakes += 1
        startPatrol()
        webSocket.handshake = nil
        delegate?.engineOpened(peer.id, handshake)
        return .keep
    }

    /// The answer is ours and not left to libwebsockets, which forgets it when what comes behind is wrong.
    /// - Parameter payload: of the closing frame; the reason in it is UTF-8.
    func peerCloses(_ peer: Peer, _ payload: UnsafeRawBufferPointer) -> LWSVerdict {
        guard let webSocket = peer.webSocket else { return .close }
        switch webSocket.phase {
        case .upgrading, .open:
            // What comes behind a closing frame is not for anybody (RFC 6455 §5.5.1), but what came before is
            // carried out, and what waits goes out before the answer to it.
            takeLastTurn(of: peer, webSocket)
            guard webSocket.phase != .closing else { return unsafe peerCloses(peer, payload) }
            webSocket.phase = .closing
            releaseIncoming(of: peer, webSocket)
            webSocket.waitsForPong = false
            unsafe CloseCode.answer(to: Array(payload)).withUnsafeBytes { answer in
                changeQueue(of: webSocket) { unsafe $0.append(.close, answer) }
            }
            writeFrames(peer)
            return .close
        case .closing:
            // In answer to our own closing frame there is nothing more to say.
            webSocket.waitsForPong = false
            writeFrames(peer)
            return .close
        case .ended: return .close
        }
    }

    func closed(_ peer: Peer) {
        guard let webSocket = peer.webSocket else { return }
        takeLastTurn(of: peer, webSocket)
        webSocket.phase = .ended
        releaseIncoming(of: peer, webSocket)
        changeQueue(of: webSocket) {
            $0.drained()
            $0.discard()
        }
        report(peer)
    }

    func close(_ id: ConnectionID, _ code: CloseCode, _ reason: String) {
        guard let peer = peers[id.place, id.generation] else { return }
        close(peer, code, reason)
    }

    /// Ends a connection that is over one of the limits.
    func end(_ peer: Peer, _ code: CloseCode, _ reason: String, _ refusal: Rejection) {
        guard peer.webSocket?.phase == .open else { return }
        census.count(refusal)
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
}
