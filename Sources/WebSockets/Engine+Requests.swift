extension Engine {
    /// Before anything else: only GET and HEAD, no bodies, our name in Host. A refusal ends the connection, because
    /// whatever comes behind a body would be taken for another request.
    func admitsRequest(from peer: Peer) -> LWSVerdict {
        guard let head = peer.socket?.requestHead() else { return refuse(peer, 400) }
        guard head.method != .other else { return refuse(peer, 405) }
        guard !head.hasBody else { return refuse(peer, 413, isHead: head.method == .head) }
        guard head.path.hasPrefix("/"), let host = head.host ?? (head.isVersion11 ? nil : ""), head.upgrade == nil
        else { return refuse(peer, 400, isHead: head.method == .head) }
        guard host.isEmpty || rules.names.allows(host: host) else {
            return refuse(peer, 421, isHead: head.method == .head)
        }
        return .keep
    }

    /// Answers from the files or asks the handler.
    func requested(by peer: Peer) -> LWSVerdict {
        guard let socket = peer.socket, let head = socket.requestHead(), peer.exchange == nil else { return .close }
        exchangeCount += 1
        let exchange = Exchange(id: ExchangeID(peer: peer.id, number: exchangeCount), head: head)
        peer.exchange = exchange
        if let response = configuration.files?.answer(to: head) {
            answer(exchange, with: response)
        } else {
            delegate?.engineRequested(request(head, from: peer), exchange.id)
        }
        exchange.isInCallback = false
        let verdict = pump(peer, exchange)
        if peer.exchange === exchange {
            // While an answer is under way nothing is read: libwebsockets would turn in circles over what it
            // does not take.
            socket.setReading(false)
            socket.setDeadline(seconds: deadline(of: exchange))
        }
        return verdict
    }

    func mayWriteAnswer(_ peer: Peer) -> LWSVerdict {
        guard let exchange = peer.exchange else { return .keep }
        return pump(peer, exchange)
    }

    func respond(to id: ExchangeID, with response: HTTPResponse) {
        guard let (peer, exchange) = waitingExchange(id) else { return }
        answer(exchange, with: response)
        if !exchange.isInCallback { peer.socket?.askToWrite() }
    }

    func beginStream(_ id: ExchangeID, status: Int, headers: [HTTPHeader]) {
        guard let (peer, exchange) = waitingExchange(id) else { return }
        exchange.stage = .streaming
        if !exchange.isVersion11 || phase != .running { exchange.keepsAlive = false }
        exchange.append(
            heads.bytes(
                status: status, headers: headers, length: exchange.isVersion11 ? .chunked : .untilClose,
                keepsAlive: exchange.keepsAlive))
        if !exchange.isInCallback { peer.socket?.askToWrite() }
    }

    func write(_ bytes: [UInt8], to id: ExchangeID) {
        guard let (peer, exchange) = streamingExchange(id), !bytes.isEmpty, !exchange.isHead else { return }
        if exchange.isVersion11 {
            exchange.append(Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + [13, 10])
        } else {
            exchange.append(bytes)
        }
        if !exchange.isInCallback { peer.socket?.askToWrite() }
    }

    func finish(_ id: ExchangeID) {
        guard let (peer, exchange) = streamingExchange(id) else { return }
        if exchange.isVersion11, !exchange.isHead { exchange.append(Array("0\r\n\r\n".utf8)) }
        exchange.stage = .answered
        if !exchange.isInCallback { peer.socket?.askToWrite() }
    }

    /// A refusal in the words of `HTTPResponse.refusal`, from within a callback; the connection ends with it.
    func refuse(_ peer: Peer, _ status: Int, isHead: Bool = false) -> LWSVerdict {
        var response = HTTPResponse.refusal(status)
        if status == 426 { response.headers.append(HTTPHeader("sec-websocket-version", "13")) }
        let head = heads.bytes(
            status: status, headers: response.headers, length: .bytes(response.body.count), keepsAlive: false)
        unsafe (isHead ? head : head + response.body).withUnsafeBytes { bytes in
            _ = unsafe peer.socket?.write(bytes)
        }
        return .close
    }

    private func answer(_ exchange: Exchange, with response: HTTPResponse) {
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

    /// Writes as much as the system takes; at the end of the answer the connection is ready for the next request.
    private func pump(_ peer: Peer, _ exchange: Exchange) -> LWSVerdict {
        guard let socket = peer.socket else { return .close }
        let hadSome = !exchange.isSent
        while !exchange.isSent, !socket.hasUnsent {
            if unsafe exchange.writePiece({ unsafe socket.write($0) }) == .failed { return .close }
        }
        if exchange.isComplete {
            peer.exchange = nil
            socket.setReading(true)
            // libwebsockets puts either off until everything has gone out.
            return exchange.keepsAlive ? socket.completeTransaction() : .close
        }
        if hadSome { socket.setDeadline(seconds: deadline(of: exchange)) }
        if !exchange.isSent {
            socket.askToWrite()
        } else if exchange.stage == .streaming, !socket.hasUnsent {
            if hadSome { delegate?.engineDrained(exchange.id) }
        }
        return .keep
    }

    private func deadline(of exchange: Exchange) -> Int32 {
        exchange.isSent ? configuration.limits.answerSeconds : Int32(configuration.limits.handshakeSeconds)
    }

    private func waitingExchange(_ id: ExchangeID) -> (Peer, Exchange)? {
        exchange(id, in: .waiting)
    }

    private func streamingExchange(_ id: ExchangeID) -> (Peer, Exchange)? {
        exchange(id, in: .streaming)
    }

    private func exchange(_ id: ExchangeID, in stage: Exchange.Stage) -> (Peer, Exchange)? {
        guard let peer = peers[id.peer.place, id.peer.generation], let exchange = peer.exchange,
            exchange.id == id, exchange.stage == stage
        else { return nil }
        return (peer, exchange)
    }
}
