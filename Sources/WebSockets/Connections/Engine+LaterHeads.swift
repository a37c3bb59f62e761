/// Of a connection that is kept, or that speaks TLS, libwebsockets reads the heads itself. What it would misread is
/// refused before it does: a head that is not whole waits in the system, as a first one does. Under TLS nothing can
/// wait, and each record is looked at together with those before it.
extension Engine {
    func watchNextHead(of peer: Peer, _ socket: LWSSocket) {
        guard !peer.sendsAhead else { return }
        peer.nextHead = LWSWatcher(.cameFirst, of: socket, loop: context.loop) {
            [unowned self, unowned peer] in
            lookAtNextHead(of: peer)
        }
    }

    private func lookAtNextHead(of peer: Peer) {
        guard let socket = peer.socket else { return }
        guard let bytes = socket.peek(&headBuffer), bytes.count > peer.unfinishedHead?.waiting ?? 0 else {
            // Woken without more having come: it is the end, or under TLS no whole record.
            if peer.unfinishedHead != nil, !socket.isSecure { hangUp(peer, socket) }
            return
        }
        let head = peer.unfinishedHead.map { $0.given + bytes } ?? Array(bytes)
        switch rawHeads.examine(head[...]) {
        // No request begins like that: libwebsockets knows the beginning.
        case .malformed where !(0x41...0x5a ~= head[0]): letRead(peer, socket)
        case .unfinished where socket.isSecure && !rawHeads.wouldBeMisread(head): give(peer, socket, head)
        case .unfinished where !socket.isSecure: hold(peer, socket, head.count)
        case .sound(let length, nil):
            // Where the next request begins is known only as long as one is awaited at a time.
            if length < head.count { peer.sendsAhead = true }
            letRead(peer, socket)
        case .tooLong: refuseUnread(peer, socket, 431, .longHead)
        case .malformed, .sound, .unfinished: refuseUnread(peer, socket, 400, .malformedRequest)
        }
    }

    func closeOverdueHead(of peer: Peer, at now: UInt64) {
        guard let head = peer.unfinishedHead, now >= head.deadline, let socket = peer.socket else { return }
        refuseUnread(peer, socket, 408, .slowHead)
    }

    private func hold(_ peer: Peer, _ socket: LWSSocket, _ bytes: Int) {
        // In this turn nobody reads what came. For longer it must not be so, because libwebsockets writes nothing to
        // whoever it may not read from, and the answer before this head may not be over.
        socket.setReading(false)
        heldBack.append(peer)
        waitForRest(peer, socket) { $0.waiting = bytes }
        // Not before there is more: what is left unread would wake the loop again and again.
        socket.wake(from: bytes + 1)
    }

    private func give(_ peer: Peer, _ socket: LWSSocket, _ head: [UInt8]) {
        waitForRest(peer, socket) { $0.given = head }
    }

    private func waitForRest(_ peer: Peer, _ socket: LWSSocket, _ note: (inout UnfinishedHead) -> Void) {
        let patience = configuration.limits.handshakeSeconds
        if peer.unfinishedHead == nil {
            // libwebsockets, which sees nothing come, is not to lose patience before us.
            socket.setDeadline(seconds: Int32(clamping: patience) + 5)
        }
        var head =
            peer.unfinishedHead
            ?? UnfinishedHead(deadline: MonotonicTime.now + UInt64(patience) * 1_000_000_000)
        note(&head)
        peer.unfinishedHead = head
    }

    /// The end of a turn: libwebsockets is not woken by what it has left unread.
    func letHeldBackGoOn() {
        let peers = heldBack
        heldBack = []
        for peer in peers where peer.unfinishedHead != nil { peer.socket?.setReading(true) }
    }

    private func letRead(_ peer: Peer, _ socket: LWSSocket) {
        peer.nextHead = nil
        guard peer.unfinishedHead != nil else { return }
        peer.unfinishedHead = nil
        socket.wake(from: 1)
        socket.setReading(true)
    }

    private func refuseUnread(_ peer: Peer, _ socket: LWSSocket, _ status: Int, _ refusal: Rejection) {
        census.count(refusal)
        let response = HTTPResponse.refusal(status)
        let head = heads.bytes(
            status: status, headers: response.headers, length: .bytes(response.body.count), keepsAlive: false)
        // Short enough for a connection on which nothing else is under way.
        _ = unsafe (head + response.body).withUnsafeBytes { unsafe socket.writeDirectly($0) }
        hangUp(peer, socket)
    }

    private func hangUp(_ peer: Peer, _ socket: LWSSocket) {
        peer.nextHead = nil
        peer.unfinishedHead = nil
        socket.drop(&headBuffer)
        socket.end()
        // libwebsockets finds the end by reading.
        socket.wake(from: 1)
        socket.setReading(true)
    }
}
