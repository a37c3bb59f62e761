import WebSockets

/// What was asked for on the command line; nil if it makes no sense.
struct EchoOptions {
    private(set) var address = "127.0.0.1"
    private var port: Int?
    private var certificate: String?
    private var key: String?

    var scheme: String { certificate == nil ? "ws" : "wss" }

    init?(_ arguments: ArraySlice<String>) {
        var rest = arguments
        while let name = rest.popFirst() {
            guard let value = rest.popFirst() else { return nil }
            switch name {
            case "--port": port = Int(value)
            case "--address": address = value
            case "--tls-cert": certificate = value
            case "--tls-key": key = value
            default: return nil
            }
        }
        guard port != nil, (certificate == nil) == (key == nil) else { return nil }
    }

    var configuration: LoopConfiguration {
        var configuration = LoopConfiguration(address: address, port: port ?? 0)
        configuration.upgrade.path = nil
        configuration.upgrade.allowsNoSubprotocol = true
        configuration.limits.messageBytes = 16 * 1024 * 1024
        // One message of that size has to fit, and some more behind it.
        configuration.limits.queueBytes = 64 * 1024 * 1024
        configuration.limits.queueMessages = 100_000
        configuration.limits.queueBytesInAll = .max
        // Test suites send as much and in as many pieces as they can.
        configuration.limits.unfinishedBytes = .max
        configuration.limits.frameRate = Rate(burst: .max, perSecond: .max)
        configuration.limits.byteRate = Rate(burst: .max, perSecond: .max)
        if let certificate, let key { configuration.tls = TLSFiles(certificate: certificate, key: key) }
        return configuration
    }
}
