/// Everything a loop needs to know before it starts.
public struct LoopConfiguration: Sendable {
    /// A numeric address, or `localhost` (which means 127.0.0.1). `::` takes IPv4 as well.
    public var address: String
    /// 0 lets the system choose; `Loop.port` tells what it chose.
    public var port: Int
    /// Several loops may listen on the same port and the system spreads the connections (SO_REUSEPORT).
    public var sharesPort = false
    /// Serves TLS when set.
    public var tls: TLSFiles?
    /// A proxy in front ends TLS: what is said of `https` and `isSecure` is then true although the loop is
    /// plain.
    public var isBehindTLSProxy = false
    /// Reverse proxies whose X-Forwarded-For is believed: connections and rates then count for the address
    /// that they name, the last that is not one of themselves. Their own connections count for nobody.
    public var trustedProxies: [AddressRange] = []
    /// As if `trustedProxies` held this machine.
    public var trustsForwardedAddress: Bool {
        get { AddressRange.thisMachine.allSatisfy(trustedProxies.contains) }
        set {
            trustedProxies.removeAll(where: AddressRange.thisMachine.contains)
            if newValue { trustedProxies += AddressRange.thisMachine }
        }
    }
    /// Who may connect and how.
    public var upgrade = UpgradePolicy()
    /// Served to GET and HEAD before the handler is asked.
    public var files: StaticFiles?
    public var securityHeaders = SecurityHeaders()
    public var limits = LoopLimits()
    /// Takes libwebsockets' warnings, escaped and at most 100 lines a second, on any thread.
    public var log: @Sendable (LogLevel, String) -> Void = { _, _ in }

    public init(address: String = "127.0.0.1", port: Int) {
        self.address = address
        self.port = port
    }
}

/// A certificate chain and its private key, both PEM.
public struct TLSFiles: Sendable, Equatable {
    public var certificate: String
    public var key: String

    public init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }
}

/// How much a peer may ask for. Sizes in bytes, times as said. The figures per address are made for a lecture
/// hall behind one address: five hundred people who open the page in the same moment fit.
public struct LoopLimits: Sendable {
    /// A longer message closes the connection with 1009.
    public var messageBytes = 256 * 1024
    /// What messages that have begun and not ended may hold in all; beyond it the one that began first is given
    /// up: its connection is closed with 1013. As much again may wait to be carried out; beyond it whoever waits
    /// with the most is given up.
    public var unfinishedBytes = 32 * 1024 * 1024
    /// For a message that has begun to end; beyond it 1013.
    public var unfinishedSeconds = 60
    /// Frames from one connection, pieces of long ones included; more closes it with 1008.
    public var frameRate = Rate(burst: 10_000, perSecond: 2000)
    /// Bytes from one connection as they come over the network; more closes it with 1008.
    public var byteRate = Rate(burst: 16 * 1024 * 1024, perSecond: 1024 * 1024)
    /// What may wait for one connection; more closes it with 1008. Whoever hosts a room of five thousand is told of all
    /// of them in one turn, which is more than a megabyte.
    public var queueBytes = 2 * 1024 * 1024
    /// How many messages may wait for one connection; more closes it with 1008.
    public var queueMessages = 1024
    /// What may wait for all connections; more closes the one with the most, with 1008.
    public var queueBytesInAll = 64 * 1024 * 1024
    /// Connections in all, HTTP and WebSocket; nil: as many as the system's limit of descriptors allows
    /// (−64).
    public var connections: Int?
    /// Connections for one address (IPv6: one /64); behind a proxy, WebSocket connections.
    public var connectionsPerAddress = 2000
    /// New connections for one address; behind a proxy, handshakes.
    public var connectRate = Rate(burst: 3000, perSecond: 50)
    /// HTTP requests for one address.
    public var requestRate = Rate(burst: 10_000, perSecond: 200)
    /// Whether the limits per address hold for this machine too; not by default, because of reverse proxies.
    public var countsLoopback = false
    /// Request line and headers together; more is answered with 431.
    public var headerBytes: UInt16 = 16 * 1024
    /// For TLS and a request's headers to arrive, and between two pieces of an answer.
    public var handshakeSeconds: UInt32 = 10
    /// An idle HTTP connection is kept that long.
    public var keepAliveSeconds: Int32 = 10
    /// For the handler to answer a request.
    public var answerSeconds: Int32 = 30
    /// A ping goes out to a WebSocket peer that was silent that long …
    public var pingSeconds: UInt16 = 20
    /// … and the connection ends if it was silent that long. More than `pingSeconds`. What counts is a whole
    /// message or the pong to our last ping: neither pongs unasked for nor a message that never ends.
    public var hangUpSeconds: UInt16 = 30
    /// For a peer to take what waits for it and to answer the closing handshake.
    public var closeSeconds = 5
    /// For how long, in a turn of the loop, what peers have said before they left is still carried out.
    public var leavingMilliseconds = 8

    public init() {}
}

public enum LogLevel: Sendable, Equatable { case error, warning }
