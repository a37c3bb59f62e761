import Foundation
import Greenroom
import Synchronization
import TerminalClient
import WebSockets
import Wire

/// The connection to the server, each time a new one.
final class Link {
    /// Where Greenroom speaks WebSocket.
    static let path = "/ws"

    let address: WebSocketAddress
    private let certificateAuthority: String?
    private let visitor: VisitorFile
    private let inputs: Inputs
    private var client: WebSocketClient?
    /// Of the present connection.
    private(set) var number = 0

    init(
        address: WebSocketAddress, certificateAuthority: String?, visitor: VisitorFile, inputs: Inputs
    ) {
        self.address = address
        self.visitor = visitor
        self.certificateAuthority = certificateAuthority
        self.inputs = inputs
    }

    func connect() {
        number += 1
        var configuration = ClientConfiguration(address: address, subprotocol: Product.subprotocol)
        configuration.certificateAuthority = certificateAuthority
        configuration.cookie = visitor.cookie
        let client = WebSocketClient(configuration)
        self.client = client
        Thread.detachNewThread { [inputs, number] in
            let end = client.run { inputs.put(.link(number, $0)) }
            inputs.put(.linkEnded(number, end))
        }
    }

    /// - Parameter cookies: as the server set them.
    func opened(_ cookies: [String]) { visitor.keep(cookies) }

    func send(_ text: String) { client?.send(text) }

    func close() { client?.close() }
}
