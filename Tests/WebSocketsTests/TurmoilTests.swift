import Dispatch
import Testing

@testable import WebSockets

/// Connections that come and go in every way there is, many at a time. To be run with the sanitizers too.
struct TurmoilTests {
    @Test func hundredsOfConnectionsComeAndGo() throws {
        let loop = try RunningLoop()
        let port = loop.port
        let mailbox = loop.parts.mailbox
        let echoed = Channel<Bool>()
        DispatchQueue.concurrentPerform(iterations: 4) { worker in
            for round in 0..<100 {
                guard let client = try? Client(port) else { continue }
                switch (worker + round) % 8 {
                case 0: client.reset()
                case 1:
                    client.send("GET /later HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n")
                    client.reset()
                case 2:
                    client.send("GET /large HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n")
                    client.hangUp()
                case 3:
                    _ = try? client.upgrade()
                    client.send("flood 50 20000", opcode: 1)
                    client.reset()
                case 4:
                    _ = try? client.upgrade()
                    client.sendFrame(1, [1, 2, 3], isFinal: false)
                    client.hangUp()
                case 5:
                    _ = try? client.upgrade()
                    client.send("close 4000 over", opcode: 1)
                    client.hangUp()
                case 6:
                    mailbox.post { probe in
                        for connection in probe.connections.prefix(3) {
                            probe.loop?.send("to all", to: connection)
                            probe.loop?.close(connection)
                        }
                    }
                    client.send("GET / HTTP/1.1\r\n")
                default:
                    _ = try? client.upgrade()
                    client.send("hello", opcode: 1)
                    if let frame = try? client.frame() { echoed.put([1, 8].contains(frame.opcode)) }
                }
            }
        }
        #expect(echoed.next() == true)
        let client = try Client.open(port)
        client.send("none the worse", opcode: 1)
        // Somebody may have told the handler to close whoever is there.
        let frame = try client.frame()
        #expect(frame == .text("none the worse") || frame?.opcode == 1 || frame?.opcode == 8)
        #expect(try Client(port).get("/now").text == "now")
        loop.parts.control.stop()
        #expect(loop.ended.next() == true)
        loop.ended.put(true)
        // Whatever was opened was closed, once.
        var open: Set<ConnectionID> = []
        while let event = loop.events.next(within: 0) {
            switch event {
            case .opened(let id, _): #expect(open.insert(id).inserted)
            case .closed(let id): #expect(open.remove(id) != nil)
            default: break
            }
        }
        #expect(open.isEmpty)
    }
}
