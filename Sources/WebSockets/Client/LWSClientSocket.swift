import CLibWebSockets

/// A client's connection as libwebsockets knows it. Borrowed: good from `LWS_CALLBACK_CLIENT_ESTABLISHED` until
/// `LWS_CALLBACK_CLIENT_CLOSED`, on the client's thread only.
@safe struct LWSClientSocket {
    private let wsi: OpaquePointer

    init(_ wsi: OpaquePointer) { unsafe self.wsi = wsi }

    /// Writes one message, masked. What the system does not take at once libwebsockets keeps. (`lws_write`)
    func write(_ text: String) -> Bool {
        var buffer = [UInt8](repeating: 0, count: Int(clws_pre))
        buffer.append(contentsOf: text.utf8)
        let count = buffer.count - Int(clws_pre)
        return unsafe buffer.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return false }
            return unsafe lws_write(wsi, start + Int(clws_pre), count, LWS_WRITE_TEXT) >= count
        }
    }

    /// Asks for a CLIENT_WRITEABLE callback. (`lws_callback_on_writable`)
    func askToWrite() { _ = unsafe lws_callback_on_writable(wsi) }

    /// To be followed by the verdict `.close` from the same callback. (`lws_close_reason`)
    func setCloseReason(_ code: CloseCode) {
        unsafe lws_close_reason(wsi, lws_close_status(UInt32(code.rawValue)), nil, 0)
    }

    /// What the server set, one `name=value` each.
    static func cookies(_ socket: LWSSocket) -> [String] {
        guard socket.has(WSI_TOKEN_HTTP_SET_COOKIE) else { return [] }
        var cookies: [String] = []
        while let bytes = socket.bytes(of: WSI_TOKEN_HTTP_SET_COOKIE, part: cookies.count) {
            // Further ones come with the blanks that libwebsockets puts between them.
            let pair = bytes.drop { $0 == UInt8(ascii: " ") }.prefix { $0 != UInt8(ascii: ";") }
            cookies.append(String(decoding: pair, as: UTF8.self))
        }
        return cookies
    }
}
