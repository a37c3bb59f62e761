public import WebSockets
import Wire

/// What an operator decides.
public struct ServerSettings: Sendable {
    /// A numeric address, or `localhost`.
    public var host: String
    /// 0 for any free one.
    public var port: Int
    /// The folders with the questions; the built-in bank where there are none.
    public var banks: [String]
    /// Where transcripts are kept.
    public var data: String
    /// The folder with the browser's client; nil to serve none.
    public var `public`: String?
    public var tls: TLSFiles?
    /// Further names under which browsers reach the server.
    public var hosts: [String]
    /// A reverse proxy on this machine ends TLS and tells the visitors' addresses.
    public var isBehindProxy: Bool

    public init(
        host: String, port: Int, banks: [String], data: String, public: String?, tls: TLSFiles?,
        hosts: [String], isBehindProxy: Bool
    ) {
        self.host = host
        self.port = port
        self.banks = banks
        self.data = data
        self.public = `public`
        self.tls = tls
        self.hosts = hosts
        self.isBehindProxy = isBehindProxy
    }

    var loopConfiguration: LoopConfiguration {
        var configuration = LoopConfiguration(address: host, port: port)
        configuration.tls = tls
        configuration.isBehindTLSProxy = isBehindProxy
        configuration.trustsForwardedAddress = isBehindProxy
        configuration.upgrade.subprotocol = Product.subprotocol
        configuration.upgrade.hosts = hosts
        configuration.limits.messageBytes = Product.maximumMessageSize
        return configuration
    }
}
