import Dispatch
import Foundation
import Synchronization
import WebSockets

/// Tells metrics on a listener and a thread of their own: visitors do not reach them, and a loop in trouble does
/// not keep them.
final class MetricsServer: Sendable {
    /// Where they are read.
    let address: String
    private let control: LoopControl
    /// Until its thread takes it.
    private let loop: Mutex<Loop<MetricsPage>?>
    private let ended = DispatchSemaphore(value: 0)

    init(
        _ endpoint: ServerSettings.Endpoint, hosts: [String],
        log: @escaping @Sendable (LogLevel, String) -> Void
    ) throws(LoopError) {
        var configuration = LoopConfiguration(address: endpoint.host, port: endpoint.port)
        configuration.upgrade.hosts = hosts
        configuration.limits.connections = 16
        configuration.log = log
        let loop = try Loop(configuration, handler: MetricsPage())
        let host = endpoint.host.contains(":") ? "[\(endpoint.host)]" : endpoint.host
        address = "http://\(host):\(loop.port)\(MetricsPage.path)"
        control = loop.control
        self.loop = Mutex(loop)
    }

    /// Serves on a thread of its own until ``stop()``.
    func start(_ metrics: Metrics) {
        Thread.detachNewThread { [self] in
            let loop = loop.withLock { loop in
                defer { loop = nil }
                return loop
            }
            loop?.mailbox.post(metrics)
            loop?.run()
            ended.signal()
        }
    }

    /// After ``start(_:)``.
    func stop() {
        control.stop(drainWithin: .seconds(1))
        ended.wait()
    }
}

/// Answers `GET /metrics`.
final class MetricsPage: LoopHandler {
    static let path = "/metrics"

    private var loop: Loop<MetricsPage>?
    private var metrics: Metrics?

    func started(_ loop: Loop<MetricsPage>) { self.loop = loop }

    func delivered(_ message: Metrics) { metrics = message }

    func received(_ text: String, on connection: ConnectionID) {
        loop?.close(connection, code: .policyViolation)
    }

    func requested(_ request: HTTPRequest, _ exchange: ExchangeID) {
        guard request.path == Self.path else {
            loop?.respond(to: exchange, with: .text("There is only \(Self.path) here.\n", status: 404))
            return
        }
        guard let metrics else {
            loop?.respond(to: exchange, with: .text("starting\n", status: 503))
            return
        }
        var response = HTTPResponse.text(metrics.text)
        response.headers[0].value = "text/plain; version=0.0.4; charset=utf-8"
        loop?.respond(to: exchange, with: response)
    }
}
