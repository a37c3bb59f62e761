import CLibWebSockets

/// Everything libwebsockets has to say. Finds whom it concerns, translates, and gets out.
func lwsCallback(
    _ wsi: OpaquePointer?, _ reason: lws_callback_reasons, _ user: UnsafeMutableRawPointer?,
    _ bytes: UnsafeMutableRawPointer?, _ count: Int
) -> CInt {
    guard let wsi = unsafe wsi else { return LWSVerdict.keep.rawValue }
    let verdict: LWSVerdict
    switch reason {
    case LWS_CALLBACK_SERVER_NEW_CLIENT_INSTANTIATED:
        guard let owner = unsafe owner(of: wsi), let arriving = unsafe owner.arriving else { return 0 }
        unsafe owner.arriving = nil
        unsafe lws_set_opaque_user_data(wsi, arriving.toOpaque())
        unsafe arriving.takeUnretainedValue().socket = LWSSocket(wsi)
        verdict = .keep
    case LWS_CALLBACK_RECEIVE:
        guard let (engine, peer) = unsafe engineAndPeer(of: wsi) else { return 0 }
        let fragment = unsafe UnsafeRawBufferPointer(start: bytes, count: count)
        verdict = unsafe engine.received(fragment, LWSSocket(wsi).piece(), from: peer)
    case LWS_CALLBACK_SERVER_WRITEABLE:
        guard let (engine, peer) = unsafe engineAndPeer(of: wsi) else { return 0 }
        verdict = engine.mayWriteFrames(peer)
    case LWS_CALLBACK_FILTER_HTTP_CONNECTION:
        verdict = unsafe engineAndPeer(of: wsi).map { $0.admitsRequest(from: $1) } ?? .close
    case LWS_CALLBACK_HTTP:
        verdict = unsafe engineAndPeer(of: wsi).map { $0.requested(by: $1) } ?? .close
    case LWS_CALLBACK_HTTP_WRITEABLE:
        verdict = unsafe engineAndPeer(of: wsi).map { $0.mayWriteAnswer($1) } ?? .close
    case LWS_CALLBACK_HTTP_CONFIRM_UPGRADE:
        // The argument may point to freed memory here (CVE-2025-11677): the header is copied instead.
        verdict = unsafe engineAndPeer(of: wsi).map { $0.admitsUpgrade(of: $1) } ?? .close
    case LWS_CALLBACK_FILTER_PROTOCOL_CONNECTION:
        verdict = unsafe engineAndPeer(of: wsi).map { $0.upgrades($1) } ?? .close
    case LWS_CALLBACK_ADD_HEADERS:
        guard let bytes = unsafe bytes, let (engine, peer) = unsafe engineAndPeer(of: wsi) else { return 0 }
        verdict = unsafe engine.addsHeaders(to: bytes, for: peer)
    case LWS_CALLBACK_ESTABLISHED:
        verdict = unsafe engineAndPeer(of: wsi).map { $0.opened($1) } ?? .close
    case LWS_CALLBACK_RECEIVE_PONG:
        guard let (engine, peer) = unsafe engineAndPeer(of: wsi) else { return 0 }
        verdict = unsafe engine.receivedPong(UnsafeRawBufferPointer(start: bytes, count: count), from: peer)
    case LWS_CALLBACK_WS_PEER_INITIATED_CLOSE:
        guard let (engine, peer) = unsafe engineAndPeer(of: wsi) else { return LWSVerdict.close.rawValue }
        verdict = unsafe engine.peerCloses(peer, UnsafeRawBufferPointer(start: bytes, count: count))
    case LWS_CALLBACK_CLOSED:
        unsafe engineAndPeer(of: wsi).map { $0.closed($1) }
        verdict = .keep
    case LWS_CALLBACK_WSI_DESTROY:
        // Releases what `LWSContext.adopt` retained.
        guard let peer = unsafe peer(of: wsi)?.takeRetainedValue() else { return 0 }
        unsafe lws_set_opaque_user_data(wsi, nil)
        unsafe owner(of: wsi)?.engine?.takeUnretainedValue().destroyed(peer)
        peer.isDestroyed = true
        verdict = .keep
    case LWS_CALLBACK_EVENT_WAIT_CANCELLED:
        // Also comes unasked: it means no more than "look into the mailbox".
        unsafe owner(of: wsi)?.engine?.takeUnretainedValue().woken()
        verdict = .keep
    case LWS_CALLBACK_OPENSSL_LOAD_EXTRA_SERVER_VERIFY_CERTS:
        unsafe owner(of: wsi)?.tls = unsafe user.map { OpaquePointer($0) }
        verdict = .keep
    case LWS_CALLBACK_RAW_ADOPT, LWS_CALLBACK_RAW_RX, LWS_CALLBACK_HTTP_BODY,
        LWS_CALLBACK_HTTP_BODY_COMPLETION:
        // CONNECT and bodies: neither is for us.
        verdict = .close
    default:
        verdict = .keep
    }
    return verdict.rawValue
}

private func owner(of wsi: OpaquePointer) -> LWSOwner? {
    guard let data = unsafe lws_context_user(lws_get_context(wsi)) else { return nil }
    return unsafe Unmanaged<LWSOwner>.fromOpaque(data).takeUnretainedValue()
}

private func peer(of wsi: OpaquePointer) -> Unmanaged<Peer>? {
    guard let data = unsafe lws_get_opaque_user_data(wsi) else { return nil }
    return unsafe Unmanaged<Peer>.fromOpaque(data)
}

private func engineAndPeer(of wsi: OpaquePointer) -> (Engine, Peer)? {
    guard let engine = unsafe owner(of: wsi)?.engine, let peer = unsafe peer(of: wsi) else { return nil }
    return unsafe (engine.takeUnretainedValue(), peer.takeUnretainedValue())
}
