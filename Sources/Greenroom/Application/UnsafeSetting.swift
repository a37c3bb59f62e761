public import WebSockets

/// A choice of settings that would let strangers read along or get past what protects the server.
public enum UnsafeSetting: Hashable, Sendable, CustomStringConvertible {
    /// Whoever is on the way can read and change everything.
    case plainHTTP(host: String)
    /// Others than the proxy reach the server, but no proxy elsewhere is named: all its visitors would count as one.
    case unnamedProxy(host: String)
    case metricsForAll(host: String)
    /// Anybody could say to be anybody else, and no limit of an address would hold.
    case everybodyTrusted(AddressRange)

    public var description: String {
        switch self {
        case .plainHTTP(let host):
            """
            plain http on \(host): what people type could be read on the network. Give --tls-cert and --tls-key, or \
            --behind-proxy where a proxy ends TLS, or --insecure where the network is to be trusted.
            """
        case .unnamedProxy(let host):
            """
            --behind-proxy on \(host): say with --trusted-proxy at which address the proxy is, or listen on \
            127.0.0.1.
            """
        case .metricsForAll(let host):
            "metrics over plain http on \(host): anybody could read them. Give --insecure where that is meant."
        case .everybodyTrusted(let range):
            """
            --trusted-proxy \(range): whoever connects would be believed about the visitor's address. Say where the \
            proxy is.
            """
        }
    }
}

extension ServerSettings {
    /// What has to be changed before this server may start; empty where nothing has.
    public var unsafe: [UnsafeSetting] {
        var found: [UnsafeSetting] = []
        if !Self.isOfThisMachine(host), !allowsInsecure {
            if tls == nil, !isBehindProxy { found.append(.plainHTTP(host: host)) }
            if isBehindProxy, trustedProxies.isEmpty { found.append(.unnamedProxy(host: host)) }
        }
        found += trustedProxies.filter(\.holdsAll).map { .everybodyTrusted($0) }
        if let metrics, !Self.isOfThisMachine(metrics.host), !allowsInsecure {
            found.append(.metricsForAll(host: metrics.host))
        }
        return found
    }

    /// Reached from this machine alone.
    static func isOfThisMachine(_ host: String) -> Bool {
        host == "localhost" || host == "::1" || host.hasPrefix("127.")
    }
}
