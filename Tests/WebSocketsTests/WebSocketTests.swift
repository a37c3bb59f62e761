import Testing

@testable import WebSockets

struct WebSocketTests {
    @Test func echoesTextAndBinary() throws {
        let loop = try RunningLoop()
        let client = try Client.open(loop.port)
        client.send("grüße", opcode: 1)
        #expect(try client.frame() == .text("grüße"))
        client.sendFrame(2, [0, 255, 1])
        #expect(try client.frame() == Client.Frame(opcode: 2, payload: [0, 255, 1]))
        client.send("", opcode: 1)
        #expect(try client.frame() == .text(""))
    }

    @Test(arguments: [0, 1, 125, 126, 2047, 2048, 2049, 65535, 65536, 131072])
    func messagesOfAllLengthsComeBack(length: Int) throws {
        let loop = try RunningLoop()
        let client = try Client.open(loop.port)
        let payload = (0..<length).map { UInt8($0 % 251) }
        client.sendFrame(2, payload)
        #expect(try client.frame()?.payload == payload)
    }

    @Test func aMessageMayComeInFragmentsWithAPingBetweenThem() throws {
        let loop = try RunningLoop()
        let client = try Client.open(loop.port)
        // The ü is cut in two.
        client.sendFrame(1, Array("gr".utf8) + [0xc3], isFinal: false)
        client.sendFrame(9, [1, 2, 3])
        client.sendFrame(0, [], isFinal: false)
        client.sendFrame(0, [0xbc] + Array("n".utf8))
        #expect(try client.frame() == Client.Frame(opcode: 10, payload: [1, 2, 3]))
        #expect(try client.frame() == .text("grün"))
    }

    @Test func aBurstComesInOrder() throws {
        let loop = try RunningLoop()
        let client = try Client.open(loop.port)
        client.send("burst 64", opcode: 1)
        for number in 0..<64 { #expect(try client.frame() == .text("\(number)")) }
    }

    @Test func manyMessagesAtOnceAreAllAnswered() throws {
        let loop = try RunningLoop()
        let client = try Client.open(loop.port)
        for number in 0..<500 { client.send("message \(number)", opcode: 1) }
        for number in 0..<500 { #expect(try client.frame() == .text("message \(number)")) }
    }

    @Test func theHandlerLearnsWhoCame() throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        let response = try client.upgrade(
            path: "/ws?seat=a%20b&x=1", origin: "http://127.0.0.1:\(loop.port)", more: "Cookie: a=1; b=2\r\n")
        #expect(response.status == 101)
        #expect(response.headers["sec-websocket-accept"] == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
        #expect(response.headers["sec-websocket-protocol"] == "greenroom.v1")
        #expect(response.headers["sec-websocket-extensions"] == nil)
        guard case .opened(_, let handshake) = loop.events.next() else {
            Issue.record("not opened")
            return
        }
        #expect(
            handshake
                == Handshake(
                    path: "/ws", query: "seat=a b&x=1", host: "127.0.0.1:\(loop.port)",
                    origin: "http://127.0.0.1:\(loop.port)", cookie: "a=1; b=2", remoteAddress: "127.0.0.1",
                    isSecure: false))
    }

    @Test func everyConnectionIsOpenedAndClosedOnce() throws {
        let loop = try RunningLoop()
        let client = try Client.open(loop.port)
        guard case .opened(let id, _) = loop.events.next() else {
            Issue.record("not opened")
            return
        }
        client.sendFrame(8, [3, 232])
        #expect(try client.closingFrame() == .close(1000))
        loop.expect(.closed(id))
        loop.perform { $0.loop?.send("to nobody", to: id) }
        loop.perform { $0.events.put(.said("\($0.loop?.connectionCount ?? -1)")) }
        loop.expect(.said("0"))
    }

    @Test func theHandlerClosesAfterWhatItSent() throws {
        let loop = try RunningLoop()
        let client = try Client.open(loop.port)
        loop.perform { probe in
            guard let id = probe.connections.first else { return }
            probe.loop?.send("last words", to: id)
            probe.loop?.close(id, code: CloseCode(rawValue: 4001), reason: "enough")
            probe.loop?.send("too late", to: id)
        }
        #expect(try client.frame() == .text("last words"))
        #expect(try client.closingFrame() == .close(4001, "enough"))
    }

    @Test func aLongReasonIsCutAtACharacter() throws {
        let loop = try RunningLoop()
        let client = try Client.open(loop.port)
        client.send("close 4000 \(String(repeating: "ü", count: 100))", opcode: 1)
        #expect(try client.closingFrame() == .close(4000, String(repeating: "ü", count: 61)))
    }

    @Test func nothingIsReceivedAfterClosing() throws {
        let loop = try RunningLoop()
        let client = try Client.open(loop.port)
        _ = loop.events.next()
        client.send("close 4000 over", opcode: 1)
        client.send("one more", opcode: 1)
        #expect(try client.closingFrame() == .close(4000, "over"))
        #expect(loop.events.next() == .received("close 4000 over"))
        guard case .closed = loop.events.next() else {
            Issue.record("received after closing")
            return
        }
    }

    @Test func timersFire() throws {
        let loop = try RunningLoop()
        let client = try Client.open(loop.port)
        client.send("timer 0", opcode: 1)
        #expect(try client.frame() == .text("fired"))
        client.send("timer 30", opcode: 1)
        #expect(try client.frame() == .text("fired"))
    }

    @Test func aCancelledTimerDoesNotFire() throws {
        let loop = try RunningLoop()
        loop.perform { probe in
            guard let loop = probe.loop else { return }
            let timer = loop.schedule(after: .milliseconds(10))
            _ = loop.schedule(after: .milliseconds(40))
            loop.cancel(timer)
        }
        loop.expect(.fired)
        loop.perform { $0.events.put(.said("end")) }
        loop.expect(.said("end"))
    }
}
