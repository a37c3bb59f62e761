/// Writes the head of a response (RFC 9112 §4, §5). libwebsockets' own writer is not used: it would add its
/// name.
struct ResponseHead {
    enum Length: Equatable { case bytes(Int), chunked, untilClose, none }

    /// The configured security headers, ready to be written.
    let security: [HTTPHeader]

    func bytes(status: Int, headers: [HTTPHeader], length: Length, keepsAlive: Bool) -> [UInt8] {
        var head = "HTTP/1.1 \(status) \(HTTPResponse.reasonPhrase(status))\r\n"
        for header in headers where Self.isSafe(header) {
            head += "\(header.name): \(header.value)\r\n"
        }
        for header in security where !headers.contains(where: { $0.name.lowercased() == header.name }) {
            head += "\(header.name): \(header.value)\r\n"
        }
        switch length {
        case .bytes(let count): head += "content-length: \(count)\r\n"
        case .chunked: head += "transfer-encoding: chunked\r\n"
        case .untilClose, .none: break
        }
        head += keepsAlive ? "connection: keep-alive\r\n\r\n" : "connection: close\r\n\r\n"
        return Array(head.utf8)
    }

    /// A line break in a value would be a header of somebody else's making.
    private static func isSafe(_ header: HTTPHeader) -> Bool {
        !header.name.isEmpty
            && header.name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: ":") }
            && header.value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f || $0 == 0x09 }
    }
}
