import CLibWebSockets

/// Everything libwebsockets has to say about a client. Finds whom it concerns, translates, and gets out.
func lwsClientCallback(
    _ wsi: OpaquePointer?, _ reason: lws_callback_reasons, _ user: UnsafeMutableRawPointer?,
    _ bytes: UnsafeMutableRawPointer?, _ count: Int
) -> CInt {
    guard let wsi = unsafe wsi else { return LWSVerdict.keep.rawValue }
    var verdict = LWSVerdict.keep
    switch reason {
    case LWS_CALLBACK_CLIENT_APPEND_HANDSHAKE_HEADER:
        if let cookie = unsafe engine(of: wsi)?.client.configuration.cookie {
            verdict = unsafe append(cookie, to: wsi, at: bytes, room: count)
        }
    case LWS_CALLBACK_CLIENT_FILTER_PRE_ESTABLISH:
        let socket = unsafe LWSSocket(wsi)
        verdict =
            unsafe engine(of: wsi)?.admits(
                subprotocol: socket.bytes(of: WSI_TOKEN_PROTOCOL), cookies: LWSClientSocket.cookies(socket))
            ?? .close
    case LWS_CALLBACK_CLIENT_ESTABLISHED:
        verdict = unsafe engine(of: wsi)?.opened(LWSClientSocket(wsi)) ?? .close
    case LWS_CALLBACK_CLIENT_RECEIVE:
        let fragment = unsafe UnsafeRawBufferPointer(start: bytes, count: count)
        verdict = unsafe engine(of: wsi)?.received(fragment, LWSSocket(wsi).piece()) ?? .close
    case LWS_CALLBACK_CLIENT_WRITEABLE:
        verdict = unsafe engine(of: wsi)?.mayWrite() ?? .close
    case LWS_CALLBACK_WS_PEER_INITIATED_CLOSE:
        unsafe engine(of: wsi)?.peerCloses(UnsafeRawBufferPointer(start: bytes, count: count))
    case LWS_CALLBACK_CLIENT_CONNECTION_ERROR:
        let words = unsafe LogGate.escaped(UnsafeRawBufferPointer(start: bytes, count: count))
        unsafe engine(of: wsi)?.failed(words, status: Int(lws_http_client_http_response(wsi)))
    case LWS_CALLBACK_CLIENT_CLOSED:
        unsafe engine(of: wsi)?.closed()
    case LWS_CALLBACK_EVENT_WAIT_CANCELLED:
        // Also comes unasked: it means no more than "look into the mailbox".
        unsafe engine(of: wsi)?.woken()
    case LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS:
        unsafe user.map { unsafe clws_harden_tls(OpaquePointer($0)) }
    case LWS_CALLBACK_OPENSSL_PERFORM_SERVER_CERT_VERIFICATION where count == 0:
        // OpenSSL distrusts a certificate, and that stands.
        let error = unsafe X509_STORE_CTX_get_error(user.map { OpaquePointer($0) })
        unsafe engine(of: wsi)?.distrust = String(cString: X509_verify_cert_error_string(Int(error)))
    default:
        break
    }
    return verdict.rawValue
}

private func engine(of wsi: OpaquePointer) -> ClientEngine? {
    guard let data = unsafe lws_context_user(lws_get_context(wsi)) else { return nil }
    return unsafe Unmanaged<ClientEngine>.fromOpaque(data).takeUnretainedValue()
}

/// (`lws_add_http_header_by_token`)
private func append(
    _ cookie: String, to wsi: OpaquePointer, at place: UnsafeMutableRawPointer?, room: Int
) -> LWSVerdict {
    guard let place = unsafe place?.assumingMemoryBound(to: UnsafeMutablePointer<UInt8>?.self),
        let start = unsafe place.pointee
    else { return .close }
    let added = unsafe lws_add_http_header_by_token(
        wsi, WSI_TOKEN_HTTP_COOKIE, cookie, CInt(cookie.utf8.count), place, start + room)
    return added == 0 ? .keep : .close
}
