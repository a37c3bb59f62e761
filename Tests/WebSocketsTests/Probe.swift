@testable import WebSockets

/// A handler that does what the messages and paths tell it and records what happens.
final class Probe: LoopHandler {
    typealias Message = @Sendable (Probe) -> Void

    enum Event: Equatable, Sendable {
        case opened(ConnectionID, Handshake)
        case received(String)
        case receivedBinary([UInt8])
        case closed(ConnectionID)
        case requested(HTTPRequest)
        case abandoned
        case fired
        case said(String)
    }

    let events: Channel<Event>
    var loop: Loop<Probe>?
    var connections: [ConnectionID] = []
    var waiting: ExchangeID?
    var chunksLeft = 0
    var timers: [TimerID: ConnectionID] = [:]
    var isBusy = false

    init(events: Channel<Event>) { self.events = events }

    func started(_ loop: Loop<Probe>) { self.loop = loop }

    /// As many letters as the address asks for.
    func cookie(for handshake: Handshake) -> String? {
        handshake.query.flatMap { Int($0) }.map { "name=" + String(repeating: "v", count: $0) }
    }

    func opened(_ connection: ConnectionID, _ handshake: Handshake) {
        connections.append(connection)
        events.put(.opened(connection, handshake))
    }

    func received(_ text: String, on connection: ConnectionID) {
        let words = text.split(separator: " ").map(String.init)
        switch words.first {
        case "close":
            loop?.close(connection, code: CloseCode(rawValue: UInt16(words[1]) ?? 0), reason: words[2])
        case "burst":
            for number in 0..<(Int(words[1]) ?? 0) { loop?.send("\(number)", to: connection) }
        case "flood":
            let payload = [UInt8](repeating: UInt8(ascii: "x"), count: Int(words[2]) ?? 0)
            for _ in 0..<(Int(words[1]) ?? 0) { loop?.send(utf8: payload, to: connection) }
        case "timer":
            if let loop { timers[loop.schedule(after: .milliseconds(Int(words[1]) ?? 0))] = connection }
        case "work":
            let end = MonotonicTime.now + (UInt64(words[1]) ?? 0) * 1_000_000
            while MonotonicTime.now < end {}
        case "quiet": break
        default: loop?.send(text, to: connection)
        }
        events.put(.received(text))
    }

    func receivedBinary(_ bytes: [UInt8], on connection: ConnectionID) {
        loop?.send(binary: bytes, to: connection)
        events.put(.receivedBinary(bytes))
    }

    func closed(_ connection: ConnectionID) {
        connections.removeAll { $0 == connection }
        events.put(.closed(connection))
    }

    func requested(_ request: HTTPRequest, _ exchange: ExchangeID) {
        switch request.path {
        case "/now": loop?.respond(to: exchange, with: .text("now"))
        case "/large":
            loop?.respond(
                to: exchange, with: HTTPResponse(status: 200, body: [UInt8](repeating: 7, count: 3_000_000)))
        case "/empty": loop?.respond(to: exchange, with: HTTPResponse(status: 204))
        case "/injection":
            loop?.respond(
                to: exchange, with: HTTPResponse(status: 200, headers: [HTTPHeader("x", "a\r\ny: b")]))
        case "/later": waiting = exchange
        case "/stream":
            chunksLeft = 5
            loop?.begin(exchange, headers: [HTTPHeader("content-type", "text/plain")])
            drained(exchange)
        default: loop?.respond(to: exchange, with: .text("no such page", status: 404))
        }
        events.put(.requested(request))
    }

    func abandoned(_ exchange: ExchangeID) { events.put(.abandoned) }

    func drained(_ exchange: ExchangeID) {
        guard chunksLeft > 0 else { return loop?.finish(exchange) ?? () }
        chunksLeft -= 1
        loop?.write(Array("chunk \(chunksLeft)\n".utf8), to: exchange)
    }

    func delivered(_ message: Message) { message(self) }

    func fired(_ timer: TimerID) {
        if let connection = timers.removeValue(forKey: timer) { loop?.send("fired", to: connection) }
        events.put(.fired)
    }
}
