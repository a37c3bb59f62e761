import CLibWebSockets
import Glibc

/// A connection as libwebsockets knows it. Borrowed: good from the adoption until `LWS_CALLBACK_WSI_DESTROY`,
/// on the loop's thread only.
@safe struct LWSSocket {
    enum Written { case whole, partly, failed }

    let wsi: OpaquePointer

    init(_ wsi: OpaquePointer) { unsafe self.wsi = wsi }

    /// Writes bytes as they are: a head, a body, or frames that are framed already (`LWS_WRITE_HTTP` adds
    /// nothing, to a WebSocket either). What the system does not take at once libwebsockets keeps and sends
    /// first; until it has, `hasUnsent` holds and nothing more must be written. (`lws_write`)
    func write(_ bytes: UnsafeRawBufferPointer) -> Written {
        guard let start = bytes.baseAddress else { return .whole }
        // Only framing would write in front of the bytes, and there is none.
        let mutable = unsafe UnsafeMutablePointer(mutating: start.assumingMemoryBound(to: UInt8.self))
        guard unsafe lws_write(wsi, mutable, bytes.count, LWS_WRITE_HTTP) >= bytes.count else {
            return .failed
        }
        return hasUnsent ? .partly : .whole
    }

    /// Writes to the system itself, past libwebsockets and its buffers: for answers, which are ours from the
    /// first byte to the last.
    /// - Returns: how many bytes were taken, perhaps none; nil if the connection is no good any more.
    func writeDirectly(_ bytes: UnsafeRawBufferPointer) -> Int? {
        guard let ssl = unsafe lws_get_ssl(wsi) else {
            let count = unsafe send(descriptor, bytes.baseAddress, bytes.count, CInt(MSG_NOSIGNAL))
            if count >= 0 { return count }
            return errno == EAGAIN || errno == EINTR ? 0 : nil
        }
        ERR_clear_error()
        let count = unsafe SSL_write(ssl, bytes.baseAddress, CInt(bytes.count))
        if count > 0 { return Int(count) }
        let reason = unsafe SSL_get_error(ssl, count)
        return reason == SSL_ERROR_WANT_WRITE || reason == SSL_ERROR_WANT_READ ? 0 : nil
    }

    /// What has come over the network since the connection began, and 0 where the system does not say.
    /// (`getsockopt`, TCP_INFO)
    var receivedBytes: UInt64 {
        var info = [UInt64](repeating: 0, count: 32)
        var size = socklen_t(info.count * 8)
        guard unsafe getsockopt(descriptor, CInt(IPPROTO_TCP), TCP_INFO, &info, &size) == 0, size >= 136
        else { return 0 }
        // tcpi_bytes_received, which older headers do not have.
        return info[16]
    }

    var descriptor: CInt { unsafe lws_get_socket_fd(wsi) }

    /// (`lws_partial_buffered`)
    var hasUnsent: Bool { unsafe lws_partial_buffered(wsi) != 0 }

    /// Asks for a WRITEABLE callback. (`lws_callback_on_writable`)
    func askToWrite() { _ = unsafe lws_callback_on_writable(wsi) }

    /// (`lws_rx_flow_control`)
    func setReading(_ reads: Bool) { _ = unsafe lws_rx_flow_control(wsi, reads ? 1 : 0) }

    /// Has it closed without ceremony, soon but not before this returns. (`lws_set_timeout`,
    /// LWS_TO_KILL_ASYNC)
    func kill() { unsafe clws_kill(wsi) }

    /// Has it closed if it is not told otherwise within that time. (`lws_set_timeout`)
    func setDeadline(seconds: Int32) { unsafe lws_set_timeout(wsi, PENDING_TIMEOUT_HTTP_CONTENT, seconds) }

    /// Ready for the next request on the same connection, or `.close`. (`lws_http_transaction_completed`)
    func completeTransaction() -> LWSVerdict {
        unsafe lws_http_transaction_completed(wsi) == 0 ? .keep : .close
    }

    /// What the present piece of a message is.
    func piece() -> IncomingMessage.Piece {
        unsafe IncomingMessage.Piece(
            isFirst: lws_is_first_fragment(wsi) != 0,
            isLast: lws_is_final_fragment(wsi) != 0 && lws_remaining_packet_payload(wsi) == 0,
            isBinary: lws_frame_is_binary(wsi) != 0,
            remaining: Int(lws_remaining_packet_payload(wsi)))
    }

    /// Whether the peer has closed its side. While reading is off libwebsockets would not notice.
    var peerHasLeft: Bool {
        var byte: UInt8 = 0
        let count = unsafe recv(descriptor, &byte, 1, CInt(MSG_PEEK | MSG_DONTWAIT))
        return count == 0 || count < 0 && errno != EAGAIN && errno != EINTR
    }

    /// All of a header's parts; nil if there is none, empty if it cannot be had. (`lws_hdr_copy`)
    func bytes(of token: lws_token_indexes) -> [UInt8]? {
        let count = Int(unsafe lws_hdr_total_length(wsi, token))
        guard count > 0 else { return nil }
        var buffer = [CChar](repeating: 0, count: count + 8)
        let copied = unsafe lws_hdr_copy(wsi, &buffer, CInt(buffer.count), token)
        guard copied > 0 else { return [] }
        return buffer.prefix(Int(copied)).map { UInt8(bitPattern: $0) }
    }

    /// One part of a header that comes in several. (`lws_hdr_copy_fragment`)
    func bytes(of token: lws_token_indexes, part: Int) -> [UInt8]? {
        let room = Int(unsafe lws_hdr_total_length(wsi, token)) + 8
        var buffer = [CChar](repeating: 0, count: room)
        let copied = unsafe lws_hdr_copy_fragment(wsi, &buffer, CInt(room), token, CInt(part))
        guard copied >= 0 else { return nil }
        return buffer.prefix(Int(copied)).map { UInt8(bitPattern: $0) }
    }

    /// Adds to the answer to a handshake. (`lws_add_http_header_by_name`)
    /// - Returns: false if it does not fit.
    func addCookie(_ value: String, to answer: UnsafeMutableRawPointer) -> Bool {
        unsafe clws_add_cookie(wsi, answer, value, CInt(value.utf8.count)) == 0
    }

    func has(_ token: lws_token_indexes) -> Bool { unsafe lws_hdr_total_length(wsi, token) > 0 }
}

/// What a callback tells libwebsockets.
enum LWSVerdict: CInt {
    case keep = 0
    case close = -1
}
