import WebSockets

final class EchoHandler: LoopHandler {
    private var loop: Loop<EchoHandler>?

    func started(_ loop: Loop<EchoHandler>) { self.loop = loop }

    func received(_ text: String, on connection: ConnectionID) { loop?.send(text, to: connection) }

    func receivedBinary(_ bytes: [UInt8], on connection: ConnectionID) {
        loop?.send(binary: bytes, to: connection)
    }

    func requested(_ request: HTTPRequest, _ exchange: ExchangeID) {
        loop?.respond(
            to: exchange, with: .text("This server answers WebSocket messages only.\n", status: 404))
    }

    func delivered(_ message: Never) {}
}
