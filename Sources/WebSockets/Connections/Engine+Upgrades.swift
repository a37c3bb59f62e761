extension Engine {
    /// The first question libwebsockets asks about an upgrade, and the last moment for a proper HTTP answer.
    func admitsUpgrade(of peer: Peer) -> LWSVerdict {
        guard let head = peer.socket?.requestHead() else { return .close }
        switch head.upgrade?.lowercased() {
        case "websocket": break
        // Refused: HTTP/2 is switched off, in this door too.
        case "h2c": return refuse(peer, 400, .handshake)
        // libwebsockets has refused it already.
        default: return .close
        }
        guard phase == .running else { return refuse(peer, 503, .stopping, retryAfter: 5) }
        if let status = rules.refusal(of: UpgradeRequest(head)) {
            let kind = UpgradeRules.kind(ofRefusal: status)
            guard head.method == .get else { return refuse(peer, status, kind) }
            return refuse(peer, status, kind, head)
        }
        guard peer.account == nil else { return .keep }
        let account = origin(of: peer, head)
        // A proxy that does not say whom it speaks for is nobody's account.
        guard !trust.covers(account) else { return .keep }
        if case .refused(let refusal, let seconds) = admission.admit(account, at: MonotonicTime.now) {
            return refuse(peer, 429, refusal, retryAfter: seconds)
        }
        peer.account = account
        return .keep
    }

    /// The question that counts: asked of every protocol right before the handshake.
    func upgrades(_ peer: Peer) -> LWSVerdict {
        guard phase == .running, peer.webSocket == nil, let head = peer.socket?.requestHead(),
            head.upgrade?.lowercased() == "websocket", rules.refusal(of: UpgradeRequest(head)) == nil
        else { return .close }
        let origin = origin(of: peer, head)
        peer.webSocket = WebSocket(
            handshake: Handshake(
                path: head.path, query: head.query, host: head.host ?? "", origin: head.origin,
                cookie: head.cookie, remoteAddress: origin.text, isSecure: isSecure,
                account: origin.isLoopback || trust.covers(origin) ? nil : origin.group),
            group: origin.group, limits: configuration.limits, at: MonotonicTime.now)
        return .keep
    }

    /// The handshake is being answered: the last moment to set a cookie.
    func addsHeaders(to answer: UnsafeMutableRawPointer, for peer: Peer) -> LWSVerdict {
        guard let webSocket = peer.webSocket, webSocket.phase == .upgrading,
            let handshake = webSocket.handshake, let cookie = delegate?.engineCookie(for: handshake)
        else { return .keep }
        guard cookie.utf8.count <= 512, cookie.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f }),
            unsafe peer.socket?.addCookie(cookie, to: answer) == true
        else { return .close }
        webSocket.handshake?.newCookie = cookie
        return .keep
    }

    func request(_ head: RequestHead, from peer: Peer) -> HTTPRequest {
        HTTPRequest(
            method: head.method == .head ? .head : .get, path: head.path, query: head.query,
            parameters: head.parameters, host: head.host ?? "", cookie: head.cookie,
            ifNoneMatch: head.ifNoneMatch, acceptEncoding: head.acceptEncoding,
            acceptLanguage: head.acceptLanguage, accept: head.accept,
            remoteAddress: origin(of: peer, head).text, isSecure: isSecure)
    }

    private var isSecure: Bool { configuration.tls != nil || configuration.isBehindTLSProxy }

    /// Whom a request is from.
    func origin(of peer: Peer, _ head: RequestHead) -> PeerAddress {
        trust.origin(of: peer.address, forwarded: head.forwardedFor)
    }
}

extension RequestHead {
    var query: String? { parts.isEmpty ? nil : parts.joined(separator: "&") }

    var parameters: [String: String] {
        var parameters: [String: String] = [:]
        for part in parts {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = pair.first.map(String.init), parameters[name] == nil else { continue }
            parameters[name] = pair.count > 1 ? String(pair[1]) : ""
        }
        return parameters
    }
}

extension UpgradeRequest {
    init(_ head: RequestHead) {
        self.init(
            isGet: head.method == .get, path: head.path, version: head.version, key: head.key,
            host: head.host, origin: head.origin, subprotocols: head.subprotocols, hasBody: head.hasBody)
    }
}
