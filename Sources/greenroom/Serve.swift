import ArgumentParser
import Foundation
import Greenroom
import Logging
import Transcripts
import WebSockets
import Wire

/// `greenroom serve`
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serves interviews to browsers.",
        discussion: """
            Every option can also be given in the environment, as GREENROOM_ and its name in capitals: \
            GREENROOM_PORT=8080. What may be given more than once is separated by commas.
            """)

    @Option(help: "The address to listen on: a numeric one, or localhost.")
    var host = Environment.string("HOST") ?? "127.0.0.1"

    @Option(help: "The port to listen on; 0 for any free one.")
    var port = Environment.integer("PORT") ?? 8080

    @Option(help: "A folder with questions; may be given more than once. (default: the built-in bank)")
    var bank: [String] = Environment.list("BANK")

    @Option(help: "The folder where transcripts are kept.")
    var data = Environment.string("DATA") ?? DefaultFolders.data

    @Option(help: StoreOption.help)
    var store: String?

    @Option(help: "The folder with the browser's client.")
    var `public` = Environment.string("PUBLIC") ?? DefaultFolders.client

    @Option(help: "A TLS certificate chain (PEM); goes with --tls-key.")
    var tlsCert: String?

    @Option(help: "The certificate's private key (PEM).")
    var tlsKey: String?

    @Option(
        help: """
            Another name under which browsers reach the server, with its port unless it is the usual one; may be \
            given more than once.
            """)
    var allowHost: [String] = Environment.list("ALLOW_HOST")

    @Flag(help: "A reverse proxy ends TLS and tells the visitors' addresses.")
    var behindProxy = Environment.isSet("BEHIND_PROXY")

    @Option(
        help: """
            Where that proxy is: ADDRESS or ADDRESS/BITS; may be given more than once. (default: this machine)
            """)
    var trustedProxy: [String] = Environment.list("TRUSTED_PROXY")

    @Flag(help: "Plain http to others than this machine: whoever is on the network can read along.")
    var insecure = Environment.isSet("INSECURE")

    @Option(help: "Connections that one address may have at the same time.")
    var connectionsPerAddress =
        Environment.integer("CONNECTIONS_PER_ADDRESS") ?? LoopLimits().connectionsPerAddress

    @Option(help: "Multiplies what a connection, a visitor and an address may ask for; for measurements.")
    var rateFactor = Environment.integer("RATE_FACTOR") ?? 1

    @Option(help: "Who may open rooms: open (everybody), key (who knows GREENROOM_HOSTING_KEY) or off.")
    var hosting = Environment.string("HOSTING").flatMap(HostingChoice.init) ?? .open

    @Option(help: "For how long transcripts are kept, in days: 180d. (default: until they are deleted)")
    var keep: String?

    @Option(help: "Where metrics are told, at /metrics; 0 for any free port. (default: nowhere)")
    var metricsPort: Int?

    @Option(help: "The address of the metrics' port: a numeric one, or localhost.")
    var metricsHost = Environment.string("METRICS_HOST") ?? "127.0.0.1"

    @Option(help: "How much is logged: debug, info, warning or error.")
    var logLevel = Environment.string("LOG_LEVEL").flatMap(LogLevel.init) ?? .info

    @Flag(
        help: "Lists what the server would be started with, says what is unsafe or cannot be used, and ends.")
    var check = false

    func validate() throws {
        try Environment.check(
            integers: ["PORT", "METRICS_PORT", "CONNECTIONS_PER_ADDRESS", "RATE_FACTOR"],
            flags: ["BEHIND_PROXY", "INSECURE"],
            levels: ["LOG_LEVEL"])
        for (name, value) in [("--port", port), ("--metrics-port", metrics?.port ?? 0)]
        where !(0...65_535).contains(value) {
            throw ValidationError("\(name) takes a number from 0 to 65535.")
        }
        guard (certificate == nil) == (key == nil) else {
            throw ValidationError("--tls-cert and --tls-key go together.")
        }
        guard trustedProxy.isEmpty || behindProxy else {
            throw ValidationError("--trusted-proxy goes with --behind-proxy.")
        }
        for range in trustedProxy where AddressRange(range) == nil {
            throw ValidationError("--trusted-proxy takes ADDRESS or ADDRESS/BITS, and \(range) is neither.")
        }
        guard connectionsPerAddress > 0 else {
            throw ValidationError("--connections-per-address takes a number from 1.")
        }
        if let word = Environment.string("HOSTING"), HostingChoice(rawValue: word) == nil {
            throw ValidationError("GREENROOM_HOSTING takes open, key or off.")
        }
        guard hosting != .key || Environment.string("HOSTING_KEY") != nil else {
            throw ValidationError("--hosting key takes the key from GREENROOM_HOSTING_KEY.")
        }
        guard keptFor == nil || keptDays != nil else {
            throw ValidationError("--keep takes a number of days from 1 to 36500, as in 180d.")
        }
        _ = try StoreOption.address(store)
        guard (1...1_000_000).contains(rateFactor) else {
            throw ValidationError("--rate-factor takes a number from 1.")
        }
    }

    private var keptDays: Int? {
        guard let keptFor, keptFor.hasSuffix("d"), let days = Int(keptFor.dropLast()),
            (1...36_500).contains(days)
        else {
            return nil
        }
        return days
    }

    func run() throws {
        let level = logLevel.level
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
        let logger = Logger(label: "greenroom")
        guard !check else { return try list(logger) }
        // Before any thread is started, so that every thread leaves the signals to ours.
        let signals = SignalThread.block()
        let server: Server
        do {
            server = try Server(settings, environment: ProcessInfo.processInfo.environment, logger: logger)
        } catch {
            throw complaint(error)
        }
        signals.start(server.control)
        announce(server)
        server.run()
    }

    private func complaint(_ error: StartError) -> ExitCode {
        Terminal.complain(
            "\(error)".split(separator: "\n").map { "greenroom: \($0)" }.joined(separator: "\n"))
        // EX_TEMPFAIL: the database may be there later; EX_CONFIG: starting again will not help.
        return ExitCode(error.mayPass ? 75 : 78)
    }

    /// `--check`
    private func list(_ logger: Logger) throws {
        for (name, value) in settings.effective {
            print("\(name.padding(to: 26))\(value)")
        }
        print("\("--log-level".padding(to: 26))\(logLevel.rawValue)")
        fflush(nil)
        do {
            try settings.check(logger: logger)
        } catch {
            throw complaint(error)
        }
        print("Safe to start.")
    }

    private var settings: ServerSettings {
        var settings = ServerSettings(host: host, port: port, banks: bank, data: data, public: `public`)
        if let certificate, let key { settings.tls = TLSFiles(certificate: certificate, key: key) }
        settings.hosts = allowHost
        settings.isBehindProxy = behindProxy
        settings.trustedProxies = trustedProxy.compactMap { AddressRange($0) }
        settings.allowsInsecure = insecure
        settings.connectionsPerAddress = connectionsPerAddress
        settings.rateFactor = rateFactor
        settings.keptDays = keptDays
        settings.hosting =
            switch hosting {
            case .open: .open
            case .off: .off
            case .key: HostingRule(key: Environment.string("HOSTING_KEY") ?? "")
            }
        settings.metrics = metrics
        settings.database = try? StoreOption.address(store)
        return settings
    }

    private var keptFor: String? { keep ?? Environment.string("KEEP") }

    private var certificate: String? { tlsCert ?? Environment.string("TLS_CERT") }

    private var key: String? { tlsKey ?? Environment.string("TLS_KEY") }

    private var metrics: ServerSettings.Endpoint? {
        (metricsPort ?? Environment.integer("METRICS_PORT")).map {
            ServerSettings.Endpoint(host: metricsHost, port: $0)
        }
    }

    private func announce(_ server: Server) {
        let size = server.bankSize
        let source = bank.isEmpty ? "built in" : bank.joined(separator: ", ")
        let metrics = server.metricsAddress.map { "\n  metrics     \($0)" } ?? ""
        print(
            """
            Greenroom \(Product.version)
              open        \(server.address)\(metrics)
              questions   \(size.questions) in \(size.topics) topics (\(source))
              data        \(settings.database.map(\.description) ?? data)
            """)
        fflush(nil)
    }
}

/// Who may open rooms.
enum HostingChoice: String, ExpressibleByArgument, CaseIterable {
    case open, key, off
}

/// The levels worth choosing between.
enum LogLevel: String, ExpressibleByArgument, CaseIterable {
    case debug, info, warning, error

    var level: Logger.Level {
        switch self {
        case .debug: .debug
        case .info: .info
        case .warning: .warning
        case .error: .error
        }
    }
}
