extension Engine {
    enum Progress { case failed, blocked, waiting, complete }

    func answer(_ exchange: Exchange, with response: HTTPResponse) {
        exchange.stage = .answered
        if phase != .running { exchange.keepsAlive = false }
        let hasBody = response.status != 204 && response.status != 304
        let head = heads.bytes(
            status: response.status, headers: response.headers,
            length: hasBody ? .bytes(response.body.count) : .none, keepsAlive: exchange.keepsAlive)
        guard hasBody, !exchange.isHead else { return exchange.append(head) }
        if response.body.count <= 16 * 1024 {
            exchange.append(head + response.body)
        } else {
            exchange.append(head)
            exchange.append(response.body)
        }
    }

    func markDirty(_ peer: Peer, _ exchange: Exchange) {
        guard !exchange.isDirty else { return }
        exchange.isDirty = true
        answering.append(peer)
    }

    /// The end of a turn: answers go on.
    func continueAnswers() {
        while !answering.isEmpty {
            let peers = answering
            answering = []
            for peer in peers {
                guard let exchange = peer.exchange, let socket = peer.socket else { continue }
                exchange.isDirty = false
                goOn(peer, exchange, socket)
            }
        }
    }

    /// Writes what there is, outside of libwebsockets' callbacks.
    func goOn(_ peer: Peer, _ exchange: Exchange, _ socket: LWSSocket) {
        let hadSome = !exchange.isSent
        switch write(exchange, to: socket) {
        case .failed: return socket.kill()
        case .complete:
            // libwebsockets is needed again: in its next callback the request is over.
            exchange.watcher = nil
            // The next request may be here before that.
            if exchange.keepsAlive { watchNextHead(of: peer, socket) }
            socket.setReading(true)
            return socket.askToWrite()
        case .blocked:
            if exchange.watcher == nil {
                exchange.watcher = LWSWatcher(.writable, of: socket, loop: context.loop) {
                    [unowned self, unowned peer] in
                    guard let exchange = peer.exchange, let socket = peer.socket else { return }
                    socket.setDeadline(seconds: Int32(configuration.limits.handshakeSeconds))
                    goOn(peer, exchange, socket)
                }
                socket.setDeadline(seconds: Int32(configuration.limits.handshakeSeconds))
            }
            return
        case .waiting:
            exchange.watcher = nil
            if hadSome { socket.setDeadline(seconds: configuration.limits.answerSeconds) }
        }
        if exchange.owesDrained {
            exchange.owesDrained = false
            delegate?.engineDrained(exchange.id)
        }
    }

    func mayWriteAnswer(_ peer: Peer) -> LWSVerdict {
        guard let exchange = peer.exchange, let socket = peer.socket, exchange.isComplete else {
            return .keep
        }
        return complete(exchange, of: peer, socket)
    }

    /// From within a callback: the connection is ready for the next request, or ends.
    func complete(_ exchange: Exchange, of peer: Peer, _ socket: LWSSocket) -> LWSVerdict {
        exchange.watcher = nil
        peer.exchange = nil
        guard exchange.keepsAlive, phase == .running else { return .close }
        let verdict = socket.completeTransaction()
        if verdict == .keep, peer.nextHead == nil { watchNextHead(of: peer, socket) }
        return verdict
    }

    func write(_ exchange: Exchange, to socket: LWSSocket) -> Progress {
        while !exchange.isSent {
            guard let count = unsafe exchange.writePiece({ unsafe socket.writeDirectly($0) }) else {
                return .failed
            }
            if count == 0 { return .blocked }
        }
        return exchange.isComplete ? .complete : .waiting
    }

    func exchange(_ id: ExchangeID, in stage: Exchange.Stage) -> (Peer, Exchange)? {
        guard let peer = peers[id.peer.place, id.peer.generation], let exchange = peer.exchange,
            exchange.id == id, exchange.stage == stage
        else { return nil }
        return (peer, exchange)
    }
}
