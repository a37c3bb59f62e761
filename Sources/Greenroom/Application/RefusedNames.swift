import WebSockets

/// What is said about a name under which somebody came and which this server does not go by: to the visitor in the
/// answer, and to the operator once for each name, with the option that mends it.
struct RefusedNames {
    let isBehindProxy: Bool
    private var said: Set<RefusedName> = []

    /// Names are cheap for whoever makes them up: of more than these no line is logged.
    static let mostSaid = 100

    init(isBehindProxy: Bool) {
        self.isBehindProxy = isBehindProxy
    }

    /// Whether the operator has not been told yet.
    mutating func isNew(_ name: RefusedName) -> Bool {
        said.count < Self.mostSaid && said.insert(name).inserted
    }

    /// A sentence that says what is wrong and what mends it.
    func advice(on name: RefusedName) -> String {
        switch name {
        case .host(let host?):
            return "This server is not known as \(host). If it should be, start it with --allow-host \(host)."
        case .host(nil):
            return "This server is not known under that name. Names are given to it with --allow-host."
        case .origin(let origin?, let host?):
            return advice(onOrigin: origin.description, host: host.description)
        case .origin:
            return "Pages from elsewhere may not connect to this server."
        }
    }

    private func advice(onOrigin origin: String, host: String) -> String {
        switch origin {
        case "http://\(host)" where isBehindProxy:
            """
            The page was opened over plain http, but the server was started with --behind-proxy: open it through \
            the proxy, as https://…, or start the server without --behind-proxy.
            """
        case "https://\(host)":
            """
            The page was opened over https, but this server speaks plain http. Where a proxy in front ends TLS, \
            start the server with --behind-proxy.
            """
        case _ where isBehindProxy:
            """
            The page is \(origin), but the proxy calls this server \(host): let it hand on the name that the \
            browser gave, with its port (nginx: proxy_set_header Host $http_host).
            """
        default:
            "Pages of \(origin) may not connect to this server, which is \(host) here."
        }
    }
}
