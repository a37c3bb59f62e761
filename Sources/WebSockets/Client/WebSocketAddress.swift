/// Where a WebSocket server is. The address of a page, `http://` or `https://`, means the server behind it.
public struct WebSocketAddress: Hashable, Sendable, CustomStringConvertible {
    /// A name or a numeric address, IPv6 without its brackets.
    public var host: String
    public var port: Int
    public var path: String
    public var isSecure: Bool

    public init(host: String, port: Int, path: String, isSecure: Bool) {
        self.host = host
        self.port = port
        self.path = path
        self.isSecure = isSecure
    }

    /// Reads `ws://`, `wss://`, `http://` or `https://`, a host, perhaps a port and a path. nil: it is something
    /// else.
    /// - Parameter path: where the server speaks WebSocket if the address does not say.
    public init?(_ text: String, path defaultPath: String) {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }), let colon = text.firstRange(of: "://") else {
            return nil
        }
        switch text[..<colon.lowerBound].lowercased() {
        case "ws", "http": isSecure = false
        case "wss", "https": isSecure = true
        default: return nil
        }
        let rest = text[colon.upperBound...]
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        let authority = rest[..<slash]
        guard !rest.contains(where: { "?#@\\".contains($0) }) else { return nil }
        let (host, port) = Self.split(authority)
        guard !host.isEmpty, let port = port.isEmpty ? (isSecure ? 443 : 80) : Self.number(port) else {
            return nil
        }
        self.host = String(host)
        self.port = port
        path = slash == rest.endIndex || rest[slash...] == "/" ? defaultPath : String(rest[slash...])
    }

    public var description: String { "\(isSecure ? "wss" : "ws")://\(authority)\(path)" }

    /// Host and port as a request names them: RFC 9110 §7.2.
    var authority: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port == (isSecure ? 443 : 80) ? name : "\(name):\(port)"
    }

    private static func split(_ authority: Substring) -> (host: Substring, port: Substring) {
        if authority.first == "[", let end = authority.firstIndex(of: "]") {
            let rest = authority[authority.index(after: end)...]
            guard rest.isEmpty || rest.first == ":" else { return ("", "") }
            return (authority[authority.index(after: authority.startIndex)..<end], rest.dropFirst())
        }
        guard let colon = authority.firstIndex(of: ":") else { return (authority, "") }
        return (authority[..<colon], authority[authority.index(after: colon)...])
    }

    private static func number(_ text: Substring) -> Int? {
        guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        return Int(text).flatMap { (1...65_535).contains($0) ? $0 : nil }
    }
}
