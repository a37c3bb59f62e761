import ArgumentParser
import Foundation
import Greenroom
import Logging
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

    @Flag(help: "A reverse proxy on this machine ends TLS and tells the visitors' addresses.")
    var behindProxy = Environment.string("BEHIND_PROXY").map { ["1", "true", "yes"].contains($0) } ?? false

    @Option(help: "How much is logged: debug, info, warning or error.")
    var logLevel = Environment.string("LOG_LEVEL").flatMap(LogLevel.init) ?? .info

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port takes a number from 0 to 65535.")
        }
        guard (certificate == nil) == (key == nil) else {
            throw ValidationError("--tls-cert and --tls-key go together.")
        }
    }

    func run() throws {
        let level = logLevel.level
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
        // Before any thread is started, so that every thread leaves the signals to ours.
        let signals = SignalThread.block()
        let logger = Logger(label: "greenroom")
        let server: Server
        do {
            server = try Server(settings, environment: ProcessInfo.processInfo.environment, logger: logger)
        } catch {
            FileHandle.standardError.write(Data("greenroom: \(error)\n".utf8))
            throw ExitCode(78)  // EX_CONFIG: starting again will not help
        }
        signals.start(server.control)
        announce(server)
        if !["127.0.0.1", "localhost", "::1"].contains(host), tls == nil, !behindProxy {
            logger.warning("serving without TLS: what people type can be read on the network")
        }
        server.run()
    }

    private var settings: ServerSettings {
        ServerSettings(
            host: host, port: port, banks: bank, data: data, public: `public`, tls: tls, hosts: allowHost,
            isBehindProxy: behindProxy)
    }

    private var tls: TLSFiles? {
        guard let certificate, let key else { return nil }
        return TLSFiles(certificate: certificate, key: key)
    }

    private var certificate: String? { tlsCert ?? Environment.string("TLS_CERT") }

    private var key: String? { tlsKey ?? Environment.string("TLS_KEY") }

    private func announce(_ server: Server) {
        let size = server.bankSize
        let source = bank.isEmpty ? "built in" : bank.joined(separator: ", ")
        print(
            """
            Greenroom \(Product.version)
              open        \(server.address)
              questions   \(size.questions) in \(size.topics) topics (\(source))
              data        \(data)
            """)
        fflush(nil)
    }
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
