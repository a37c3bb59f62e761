extension Engine {
    /// A plain connection waits until its first head is whole.
    func letWait(_ descriptor: Int32, from address: PeerAddress, account: PeerAddress?) {
        let patience = UInt64(configuration.limits.handshakeSeconds) * 1_000_000_000
        doorway[descriptor] = LWSDoorway(
            descriptor, address: address, account: account, deadline: MonotonicTime.now + patience,
            loop: context.loop
        ) { [unowned self] in lookAt($0) }
    }

    private func lookAt(_ waiting: LWSDoorway) {
        switch waiting.look(rawHeads, &headBuffer) {
        case .nothingNew: return
        case .gone: leaveDoorway(waiting, nil)
        case .found(.unfinished): return
        case .found(.tooLong): leaveDoorway(waiting, (431, .longHead))
        case .found(.malformed): leaveDoorway(waiting, (400, .malformedRequest))
        case .found(.sound(let length, let rewritten)):
            doorway[waiting.descriptor] = nil
            waiting.stop()
            if rewritten != nil { waiting.drop(length, &headBuffer) }
            takeIn(
                waiting.descriptor, from: waiting.address, account: waiting.account, head: rewritten,
                sendsAhead: waiting.seen > length)
        }
    }

    func closeOverdueDoorway(at now: UInt64) {
        for waiting in doorway.values where now >= waiting.deadline {
            // Who said nothing at all asked for no answer.
            leaveDoorway(waiting, waiting.seen > 0 ? (408, .slowHead) : nil)
        }
    }

    func closeDoorway() {
        for waiting in doorway.values { leaveDoorway(waiting, nil) }
    }

    private func leaveDoorway(_ waiting: LWSDoorway, _ refusal: (status: Int, kind: Rejection)?) {
        doorway[waiting.descriptor] = nil
        waiting.stop()
        admission.dismissAnyone()
        if let account = waiting.account { admission.dismiss(account) }
        guard let refusal else { return ListeningSocket.refuse(waiting.descriptor) }
        census.count(refusal.kind)
        turnAway(waiting.descriptor, with: .refusal(refusal.status))
    }

    /// Gives a connection to libwebsockets.
    /// - Parameters:
    ///   - head: what it has sent, if that was taken out of the socket.
    ///   - sendsAhead: whether it has sent more than that.
    func takeIn(
        _ descriptor: Int32, from address: PeerAddress, account: PeerAddress?, head: [UInt8]? = nil,
        sendsAhead: Bool = false
    ) {
        let peer = peers.insert { Peer(id: ConnectionID(place: $0, generation: $1), address: address) }
        peer.account = account
        peer.sendsAhead = sendsAhead
        guard context.adopt(descriptor, for: peer, head: head) else {
            if !peer.isDestroyed { destroyed(peer) }
            return
        }
        if configuration.tls != nil, let socket = peer.socket { watchNextHead(of: peer, socket) }
    }
}
