import Glibc

/// Who may open a WebSocket connection, and under which names this server is known.
public struct UpgradePolicy: Sendable, Equatable {
    /// The only path where connections are opened; nil: any (for an echo server, not for an application).
    public var path: String? = "/ws"
    /// The subprotocol that a client has to ask for.
    public var subprotocol = "greenroom.v1"
    /// Whether a client may do without a subprotocol.
    public var allowsNoSubprotocol = false
    /// Further names of this server, `name` or `name:port`, beside those of the address it is bound to.
    public var hosts: [String] = []
    /// Further origins, exactly as browsers send them (`https://example.org`), beside those made of the
    /// hosts.
    public var origins: [String] = []
    /// Whether a client has to send an Origin; browsers always do, others hardly ever.
    public var requiresOrigin = false

    public init() {}
}

/// Decides on Host and Origin. Comparisons are of whole strings, ASCII case aside.
struct NameRules: Equatable {
    private let hosts: Set<String>
    /// Open to others and without a name: whoever says an address, and no name, is taken too.
    private let allowsAddresses: Bool
    private let origins: Set<String>
    private let scheme: String
    private let requiresOrigin: Bool

    /// - Parameters:
    ///   - isLoopback: whether the address belongs to this machine alone.
    ///   - hosts: when empty and the address is open to others, any numeric host is taken, if the origin is that
    ///     very host. A page of somebody else's can make its own name lead here (DNS rebinding), but not an
    ///     address.
    init(policy: UpgradePolicy, address: String, port: Int, isLoopback: Bool, isSecure: Bool) {
        scheme = isSecure ? "https" : "http"
        requiresOrigin = policy.requiresOrigin
        allowsAddresses = !isLoopback && policy.hosts.isEmpty
        var names = Set(policy.hosts.map { $0.lowercased() })
        var own = ["localhost", "127.0.0.1", "[::1]"]
        if !isLoopback { own.append(address.contains(":") ? "[\(address)]" : address) }
        for name in own {
            names.insert("\(name):\(port)")
            if port == (isSecure ? 443 : 80) { names.insert(name) }
        }
        hosts = names
        var origins = Set(policy.origins.map { $0.lowercased() })
        for name in names { origins.insert("\(scheme)://\(name)") }
        // A name given on purpose may be that of a proxy which ends TLS in front of us.
        for name in policy.hosts { origins.insert("https://\(name.lowercased())") }
        self.origins = origins
    }

    func allows(host: String) -> Bool {
        hosts.contains(host.lowercased()) || allowsAddresses && Self.isNumeric(host)
    }

    func allows(origin: String?, host: String) -> Bool {
        guard let origin = origin?.lowercased() else { return !requiresOrigin }
        if origins.contains(origin) { return true }
        return allowsAddresses && Self.isNumeric(host) && origin == "\(scheme)://\(host.lowercased())"
    }

    /// An IPv4 address of four decimal numbers, or an IPv6 address in brackets; with or without a port.
    static func isNumeric(_ host: String) -> Bool {
        var name = host[...]
        if let colon = host.lastIndex(of: ":"), host[colon...].dropFirst().utf8.allSatisfy(isDigit) {
            name = host[..<colon]
        }
        if name.hasPrefix("["), name.hasSuffix("]") {
            var address = in6_addr()
            return unsafe inet_pton(AF_INET6, String(name.dropFirst().dropLast()), &address) == 1
        }
        var address = in_addr()
        return unsafe inet_pton(AF_INET, String(name), &address) == 1
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

/// What a client asks for when it wants a WebSocket connection.
struct UpgradeRequest: Equatable {
    var isGet: Bool
    var path: String
    var version: String?
    /// Sec-WebSocket-Key.
    var key: String?
    var host: String?
    var origin: String?
    /// The client's list, as it came.
    var subprotocols: String?
    var hasBody: Bool
}

/// The whole decision about an upgrade.
struct UpgradeRules: Equatable {
    let policy: UpgradePolicy
    let names: NameRules

    /// nil: allowed. Otherwise the status of the refusal.
    func refusal(of request: UpgradeRequest) -> Int? {
        guard request.isGet else { return 405 }
        guard !request.hasBody else { return 413 }
        guard let host = request.host, !host.isEmpty else { return 400 }
        guard names.allows(host: host) else { return 421 }
        if let path = policy.path, path != request.path { return 404 }
        guard request.version == "13" else { return 426 }
        guard Self.isKey(request.key) else { return 400 }
        guard names.allows(origin: request.origin, host: host) else { return 403 }
        guard let list = request.subprotocols, !list.isEmpty else {
            return policy.allowsNoSubprotocol ? nil : 400
        }
        return Self.elements(of: list).contains(policy.subprotocol) ? nil : 400
    }

    static func kind(ofRefusal status: Int) -> Rejection {
        switch status {
        case 405, 413: .method
        case 403, 421: .name
        default: .handshake
        }
    }

    /// Sixteen bytes in base64 (RFC 6455 §4.1): twenty-two characters, the last of which has no bits left
    /// over, and two signs of equality.
    private static func isKey(_ key: String?) -> Bool {
        guard let key = key.map({ Array($0.utf8) }), key.count == 24, key.suffix(2) == [0x3d, 0x3d] else {
            return false
        }
        return key.prefix(22).allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "+"), UInt8(ascii: "/"): true
            default: false
            }
        } && "AQgw".utf8.contains(key[21])
    }

    private static func elements(of list: String) -> [String] {
        list.split(separator: ",").map { element in
            String(
                element.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }
                    .reversed())
        }
    }
}
