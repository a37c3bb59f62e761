import Synchronization

extension Engine {
    /// Somebody has put something into a mailbox.
    func woken() {
        // Orders are taken first and obeyed last: what was posted before `stop` is delivered before it.
        let orders = control.orders.takeAll()
        delegate?.engineWoken()
        for order in orders { obey(order) }
    }

    /// Once a second: libwebsockets works, and what has had its time is ended.
    func beat() {
        let now = MonotonicTime.now
        control.beat.store(now, ordering: .relaxed)
        giveUpOldest(at: now)
        turnedAway.closeOverdue(at: now)
        closeOverdueDoorway(at: now)
        lingering.removeAll { peer in
            guard let socket = peer.socket, let webSocket = peer.webSocket else { return true }
            guard now >= webSocket.deadline else { return false }
            socket.kill()
            return true
        }
        peers.forEach { peer in
            closeOverdueHead(of: peer, at: now)
            if peer.exchange != nil, let socket = peer.socket, socket.peerHasLeft { socket.kill() }
        }
    }

    func schedule(after duration: Duration) -> TimerID {
        timers.schedule(at: MonotonicTime.now + duration.nanoseconds)
    }

    private func obey(_ order: LoopControl.Order) {
        switch order {
        case .stopAccepting: stopAccepting()
        case .stop(let duration): stop(drainWithin: duration)
        case .reloadCertificate(let completion): completion(reloadCertificate())
        case .serve(let files): configuration.files = files
        }
    }

    private func stop(drainWithin duration: Duration) {
        guard phase == .running else { return }
        phase = .stopping(deadline: MonotonicTime.now + duration.nanoseconds)
        stopAccepting()
        closeDoorway()
        peers.forEach { peer in
            if peer.webSocket != nil {
                close(peer, .goingAway, "the server is going away")
            } else if peer.exchange == nil {
                peer.socket?.kill()
            }
        }
    }

    private func reloadCertificate() -> Result<Void, CertificateError> {
        guard let files = configuration.tls else { return .failure(.notConfigured) }
        do throws(CertificateError) {
            try TLSCertificate.check(files)
            try install(files)
            return .success(())
        } catch {
            return .failure(error)
        }
    }
}

extension Duration {
    /// Zero if negative; at most a hundred years.
    var nanoseconds: UInt64 {
        let (seconds, attoseconds) = components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        return UInt64(min(seconds, 3_153_600_000)) * 1_000_000_000 + UInt64(attoseconds) / 1_000_000_000
    }
}
