import Foundation

@testable import WebSockets

/// A client on a thread of its own, for the length of a test.
final class RunningClient: Sendable {
    enum Event: Equatable, Sendable {
        case heard(ClientEvent)
        case ended(ClientEnd)
    }

    let client: WebSocketClient
    let events = Channel<Event>()

    init(
        _ port: Int, host: String = "127.0.0.1", path: String = "/ws", isSecure: Bool = false,
        _ change: (inout ClientConfiguration) -> Void = { _ in }
    ) {
        let address = WebSocketAddress(host: host, port: port, path: path, isSecure: isSecure)
        var configuration = ClientConfiguration(address: address, subprotocol: "greenroom.v1")
        // A busy machine must not look like a silent server.
        configuration.connectSeconds = 120
        change(&configuration)
        let client = WebSocketClient(configuration)
        self.client = client
        Thread.detachNewThread { [events] in
            let end = client.run { events.put(.heard($0)) }
            events.put(.ended(end))
        }
    }

    deinit { client.close() }

    func next() -> Event? { events.next() }

    /// The next event, if it is a message.
    func message() -> String? {
        guard case .heard(.received(let text)) = events.next() else { return nil }
        return text
    }
}
