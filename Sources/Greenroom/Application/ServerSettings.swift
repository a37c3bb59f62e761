public import Transcripts
public import WebSockets
import Wire

/// What an operator decides.
public struct ServerSettings: Sendable {
    /// Where a listener is. 0 as a port means any free one.
    public struct Endpoint: Sendable, Hashable {
        /// A numeric address, or `localhost`.
        public var host: String
        public var port: Int

        public init(host: String, port: Int) {
            self.host = host
            self.port = port
        }
    }

    /// A numeric address, or `localhost`.
    public var host: String
    /// 0 for any free one.
    public var port: Int
    /// The folders with the questions; the built-in bank where there are none.
    public var banks: [String]
    /// Where transcripts are kept, unless a database keeps them; what readers have flagged is there in any case.
    public var data: String
    /// The database that several servers may share; nil: the data folder alone.
    public var database: PostgreSQLAddress?
    /// The folder with the browser's client; nil to serve none.
    public var `public`: String?
    public var tls: TLSFiles?
    /// Further names under which browsers reach the server.
    public var hosts: [String] = []
    /// A reverse proxy ends TLS and tells the visitors' addresses.
    public var isBehindProxy = false
    /// Where that proxy is, as addresses or ranges of them; on this machine where nothing is said.
    public var trustedProxies: [AddressRange] = []
    /// The operator has said that everybody on the network may read along.
    public var allowsInsecure = false
    /// Connections from one address (IPv6: from one /64) at the same time.
    public var connectionsPerAddress = LoopLimits().connectionsPerAddress
    /// Multiplies what a connection, a visitor and an address may ask for; at least 1.
    public var rateFactor = 1
    /// For how many days transcripts are kept after the last thing that happened in them; nil: for ever.
    public var keptDays: Int?
    /// Who may open rooms.
    public var hosting = HostingRule.open
    /// Where metrics are told; nil: nowhere.
    public var metrics: Endpoint?

    public init(host: String, port: Int, banks: [String], data: String, public: String?) {
        self.host = host
        self.port = port
        self.banks = banks
        self.data = data
        self.public = `public`
    }

    var place: LogPlace { database.map(LogPlace.postgreSQL) ?? .folder(data) }

    var requestLimits: RequestLimits {
        RequestLimits(connectionsPerAddress: connectionsPerAddress, factor: rateFactor)
    }

    var loopConfiguration: LoopConfiguration {
        var configuration = LoopConfiguration(address: host, port: port)
        configuration.tls = tls
        configuration.isBehindTLSProxy = isBehindProxy
        configuration.trustedProxies = trustedProxies
        if isBehindProxy, trustedProxies.isEmpty { configuration.trustsForwardedAddress = true }
        configuration.upgrade.subprotocol = Product.subprotocol
        configuration.upgrade.hosts = hosts
        configuration.limits.messageBytes = Product.maximumMessageSize
        configuration.limits.connectionsPerAddress = connectionsPerAddress
        return configuration
    }
}
