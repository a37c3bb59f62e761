import CLibWebSockets

/// A request's head, read and checked.
struct RequestHead: Equatable {
    enum Method: Equatable { case get, head, other }

    var method = Method.other
    var path = ""
    var parts: [String] = []
    var isVersion11 = false
    var connection: String?
    var host: String?
    var origin: String?
    var cookie: String?
    var forwardedFor: String?
    var ifNoneMatch: String?
    var acceptEncoding: String?
    var acceptLanguage: String?
    var accept: String?
    var hasBody = false
    var upgrade: String?
    var version: String?
    var key: String?
    var subprotocols: String?

    /// HTTP/1.1 stays unless told otherwise, HTTP/1.0 goes (RFC 9112 §9.3).
    var keepsAlive: Bool {
        switch connection?.lowercased() {
        case "keep-alive": true
        case "close": false
        default: isVersion11
        }
    }
}

extension LWSSocket {
    /// nil: something in it is no text, too long, or holds control characters.
    func requestHead() -> RequestHead? {
        do throws(Malformed) {
            var head = RequestHead()
            if let path = try text(WSI_TOKEN_GET_URI) {
                (head.method, head.path) = (.get, path)
            } else if let path = try text(WSI_TOKEN_HEAD_URI) {
                (head.method, head.path) = (.head, path)
            }
            while let bytes = bytes(of: WSI_TOKEN_HTTP_URI_ARGS, part: head.parts.count) {
                head.parts.append(try Self.text(bytes))
            }
            guard let version = try text(WSI_TOKEN_HTTP), version.hasPrefix("HTTP/1.") else {
                throw Malformed()
            }
            head.isVersion11 = version == "HTTP/1.1"
            head.connection = try text(WSI_TOKEN_CONNECTION)
            head.host = try text(WSI_TOKEN_HOST)
            head.origin = try text(WSI_TOKEN_ORIGIN)
            head.cookie = try text(WSI_TOKEN_HTTP_COOKIE)
            head.forwardedFor = try text(WSI_TOKEN_X_FORWARDED_FOR)
            head.ifNoneMatch = try text(WSI_TOKEN_HTTP_IF_NONE_MATCH)
            head.acceptEncoding = try text(WSI_TOKEN_HTTP_ACCEPT_ENCODING)
            head.acceptLanguage = try text(WSI_TOKEN_HTTP_ACCEPT_LANGUAGE)
            head.accept = try text(WSI_TOKEN_HTTP_ACCEPT)
            head.hasBody = has(WSI_TOKEN_HTTP_CONTENT_LENGTH) || has(WSI_TOKEN_HTTP_TRANSFER_ENCODING)
            head.upgrade = try text(WSI_TOKEN_UPGRADE)
            head.version = try text(WSI_TOKEN_VERSION)
            head.key = try text(WSI_TOKEN_KEY)
            head.subprotocols = try text(WSI_TOKEN_PROTOCOL)
            return head
        } catch {
            return nil
        }
    }

    private struct Malformed: Error {}

    private func text(_ token: lws_token_indexes) throws(Malformed) -> String? {
        guard let bytes = bytes(of: token) else { return nil }
        guard !bytes.isEmpty else { throw Malformed() }
        return try Self.text(bytes)
    }

    private static func text(_ bytes: [UInt8]) throws(Malformed) -> String {
        guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7f }),
            let text = String(validating: bytes, as: UTF8.self)
        else { throw Malformed() }
        return text
    }
}
