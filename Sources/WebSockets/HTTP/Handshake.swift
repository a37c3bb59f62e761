/// What a client said when it opened a WebSocket connection.
public struct Handshake: Sendable, Equatable {
    /// Decoded, starts with `/`.
    public let path: String
    public let query: String?
    /// As the client named us, with port if it gave one.
    public let host: String
    /// Absent from most clients that are no browsers.
    public let origin: String?
    public let cookie: String?
    /// What the answer sets, as the handler decided.
    public internal(set) var newCookie: String?
    /// Numeric.
    public let remoteAddress: String
    /// TLS here or, if so configured, at the proxy in front.
    public let isSecure: Bool
    /// Whose account counts for it: the address or, as everybody has many of IPv6, its /64. nil: this machine,
    /// or a proxy, is nobody in particular.
    public internal(set) var account: String?
}

/// A GET or HEAD request that no static file answers.
public struct HTTPRequest: Sendable, Equatable {
    public enum Method: Sendable, Equatable { case get, head }

    public let method: Method
    /// Decoded, starts with `/`, without control characters.
    public let path: String
    /// The decoded parts joined with `&`; ambiguous if a value holds `&`, then use `parameters`.
    public let query: String?
    /// Decoded; the first of a repeated name.
    public let parameters: [String: String]
    public let host: String
    public let cookie: String?
    public let ifNoneMatch: String?
    public let acceptEncoding: String?
    public let acceptLanguage: String?
    public let accept: String?
    /// Numeric.
    public let remoteAddress: String
    /// TLS here or, if so configured, at the proxy in front.
    public let isSecure: Bool
}
