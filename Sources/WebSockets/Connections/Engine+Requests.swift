extension Engine {
    /// Before anything else: only GET and HEAD, no bodies, our name in Host. A refusal ends the connection,
    /// because whatever comes behind a body would be taken for another request.
    func admitsRequest(from peer: Peer) -> LWSVerdict {
        peer.nextHead = nil
        peer.unfinishedHead = nil
        guard let head = peer.socket?.requestHead() else { return refuse(peer, 400, .malformedRequest) }
        let isHead = head.method == .head
        guard head.method != .other else { return refuse(peer, 405, .method) }
        guard !head.hasBody else { return refuse(peer, 413, .method, isHead: isHead) }
        guard head.path.hasPrefix("/"), let host = head.host ?? (head.isVersion11 ? nil : ""),
            head.upgrade == nil
        else { return refuse(peer, 400, .malformedRequest, isHead: isHead) }
        guard host.isEmpty || rules.names.allows(host: host) else {
            return refuse(peer, 421, .name, head)
        }
        if case .refused(let refusal, let seconds) = admission.asks(
            origin(of: peer, head), at: MonotonicTime.now)
        {
            return refuse(peer, 429, refusal, isHead: isHead, retryAfter: seconds)
        }
        return .keep
    }

    /// Answers from the files or asks the handler.
    func requested(by peer: Peer) -> LWSVerdict {
        guard let socket = peer.socket, let head = socket.requestHead(), peer.exchange == nil else {
            return .close
        }
        exchangeCount += 1
        census.requests += 1
        let exchange = Exchange(id: ExchangeID(peer: peer.id, number: exchangeCount), head: head)
        peer.exchange = exchange
        // The end of the turn would do as well, but most answers are here at once.
        exchange.isDirty = true
        if let response = configuration.files?.answer(to: head) {
            answer(exchange, with: response)
        } else if head.path == rules.policy.path {
            answer(exchange, with: explanation(head))
        } else {
            delegate?.engineRequested(request(head, from: peer), exchange.id)
        }
        exchange.isDirty = false
        switch write(exchange, to: socket) {
        case .failed: return .close
        case .complete: return complete(exchange, of: peer, socket)
        case .blocked, .waiting: break
        }
        // While an answer is under way nothing is read: libwebsockets would turn in circles over it.
        socket.setReading(false)
        socket.setDeadline(seconds: configuration.limits.answerSeconds)
        goOn(peer, exchange, socket)
        return .keep
    }

    func respond(to id: ExchangeID, with response: HTTPResponse) {
        guard let (peer, exchange) = exchange(id, in: .waiting) else { return }
        answer(exchange, with: response)
        markDirty(peer, exchange)
    }

    func beginStream(_ id: ExchangeID, status: Int, headers: [HTTPHeader]) {
        guard let (peer, exchange) = exchange(id, in: .waiting) else { return }
        exchange.stage = .streaming
        if !exchange.isVersion11 || phase != .running { exchange.keepsAlive = false }
        exchange.append(
            heads.bytes(
                status: status, headers: headers, length: exchange.isVersion11 ? .chunked : .untilClose,
                keepsAlive: exchange.keepsAlive))
        markDirty(peer, exchange)
    }

    func write(_ bytes: [UInt8], to id: ExchangeID) {
        guard let (peer, exchange) = exchange(id, in: .streaming), !bytes.isEmpty else { return }
        exchange.owesDrained = true
        if !exchange.isHead {
            exchange.append(
                exchange.isVersion11
                    ? Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + [13, 10] : bytes)
        }
        markDirty(peer, exchange)
    }

    func finish(_ id: ExchangeID) {
        guard let (peer, exchange) = exchange(id, in: .streaming) else { return }
        if exchange.isVersion11, !exchange.isHead { exchange.append(Array("0\r\n\r\n".utf8)) }
        exchange.stage = .answered
        markDirty(peer, exchange)
    }

    /// Where WebSockets are opened, a plain request may ask why a page's would be refused, as no page can read the
    /// answer to its handshake: `?origin=` with its own. 204 where it would not.
    private func explanation(_ head: RequestHead) -> HTTPResponse {
        guard let origin = head.parameters["origin"], let host = head.host else {
            var response = HTTPResponse.refusal(426)
            response.headers += [
                HTTPHeader("upgrade", "websocket"), HTTPHeader("sec-websocket-version", "13"),
            ]
            return response
        }
        guard !rules.names.allows(origin: origin, host: host) else {
            return HTTPResponse(status: 204, headers: [HTTPHeader("cache-control", "no-store")])
        }
        let name = RefusedName(status: 403, host: host, origin: origin)
        return .text(name.flatMap { delegate?.engineRefused($0) } ?? HTTPResponse.reasonPhrase(403))
    }

    /// The refusal of a request that was understood: of a name, with the handler's word on it.
    func refuse(_ peer: Peer, _ status: Int, _ refusal: Rejection, _ head: RequestHead) -> LWSVerdict {
        let name = RefusedName(status: status, host: head.host, origin: head.origin)
        let words = name.flatMap { delegate?.engineRefused($0) }
        return refuse(peer, status, refusal, isHead: head.method == .head, words: words)
    }

    /// A refusal in the words of `HTTPResponse.refusal`, from within a callback; the connection ends with it.
    func refuse(
        _ peer: Peer, _ status: Int, _ refusal: Rejection, isHead: Bool = false, retryAfter: Int? = nil,
        words: String? = nil
    ) -> LWSVerdict {
        census.count(refusal)
        var response = HTTPResponse.refusal(status)
        if let retryAfter { response.headers.append(HTTPHeader("retry-after", "\(retryAfter)")) }
        if let words { response.body += Array("\n\(words)\n".utf8) }
        if status == 426 { response.headers.append(HTTPHeader("sec-websocket-version", "13")) }
        let head = heads.bytes(
            status: status, headers: response.headers, length: .bytes(response.body.count), keepsAlive: false)
        unsafe (isHead ? head : head + response.body).withUnsafeBytes { bytes in
            _ = unsafe peer.socket?.write(bytes)
        }
        return .close
    }
}
