import Testing

@testable import WebSockets

struct LimitTests {
    @Test func oneAddressGetsItsShareAndNoMore() throws {
        let loop = try RunningLoop { configuration in
            configuration.limits.connectionsPerAddress = 3
            configuration.limits.countsLoopback = true
        }
        var clients = try (0..<3).map { _ in try Client.open(loop.port) }
        #expect(try Client(loop.port).rest().isEmpty)
        clients[0].send("still here", opcode: 1)
        #expect(try clients[0].frame() == .text("still here"))
        // When one has gone another may come.
        clients.removeLast()
        var another: Client?
        while another == nil { another = try? Client.open(loop.port) }
    }

    @Test func thisMachineIsNotCountedUnlessToldTo() throws {
        let loop = try RunningLoop { $0.limits.connectionsPerAddress = 1 }
        let clients = try (0..<5).map { _ in try Client.open(loop.port) }
        #expect(clients.count == 5)
    }

    @Test func thereIsALimitForAllTogether() throws {
        let loop = try RunningLoop { $0.limits.connections = 2 }
        let clients = try (0..<2).map { _ in try Client.open(loop.port) }
        #expect(try Client(loop.port).rest().isEmpty)
        #expect(clients.count == 2)
    }

    @Test(arguments: [("flood 200 65536", "bytes"), ("flood 100000 10", "messages")])
    func whoDoesNotReadIsClosedAndNobodyElseNotices(flood: String, kind: String) throws {
        let loop = try RunningLoop { $0.limits.queueBytes = kind == "bytes" ? 1 << 20 : 1 << 30 }
        let slow = try Client.open(loop.port, receiveBuffer: 4096)
        let other = try Client.open(loop.port)
        guard case .opened(let slowID, _) = loop.events.next(), case .opened = loop.events.next() else {
            Issue.record("not opened")
            return
        }
        slow.send(flood, opcode: 1)
        loop.expect(.received(flood))
        loop.expect(.closed(slowID))
        other.send("quick", opcode: 1)
        #expect(try other.frame() == .text("quick"))
        // Whole frames arrive, and then the reason.
        var last: Client.Frame?
        while let frame = try slow.frame() { last = frame }
        #expect(last == .close(1008, "too slow"))
    }

    @Test func aBurstWithinTheLimitsIsNoReasonToClose() throws {
        let loop = try RunningLoop()
        let client = try Client.open(loop.port, receiveBuffer: 4096)
        client.send("flood 1000 1000", opcode: 1)
        for _ in 0..<1000 { #expect(try client.frame()?.payload.count == 1000) }
    }

    @Test(arguments: ["", "GET /now HT", "GET /now HTTP/1.1\r\nHost: localhost\r\nCookie: "])
    func aHeadThatDoesNotComeIsNotWaitedFor(start: String) throws {
        let loop = try RunningLoop { $0.limits.handshakeSeconds = 1 }
        let client = try Client(loop.port)
        client.send(start)
        #expect(try client.rest().isEmpty)
    }

    @Test func anIdleHTTPConnectionIsNotKept() throws {
        let loop = try RunningLoop { $0.limits.keepAliveSeconds = 1 }
        let client = try Client(loop.port)
        #expect(try client.get("/now").text == "now")
        #expect(try client.rest().isEmpty)
    }

    @Test func aHandlerThatNeverAnswersIsNotWaitedFor() throws {
        let loop = try RunningLoop { $0.limits.answerSeconds = 1 }
        let client = try Client(loop.port)
        client.send("GET /later HTTP/1.1\r\nHost: localhost:\(loop.port)\r\n\r\n")
        #expect(try client.rest().isEmpty)
        guard case .requested = loop.events.next() else {
            Issue.record("not requested")
            return
        }
        loop.expect(.abandoned)
    }

    @Test func anAnswerThatIsNotReadIsGivenUp() throws {
        let loop = try RunningLoop { $0.limits.handshakeSeconds = 1 }
        let client = try Client(loop.port, receiveBuffer: 4096)
        client.send("GET /large HTTP/1.1\r\nHost: localhost:\(loop.port)\r\n\r\n")
        while loop.parts.control.connectionCount == 0 {}
        while loop.parts.control.connectionCount > 0 {}
        #expect(try client.rest().count < 3_000_000)
    }

    @Test func whoDoesNotAnswerPingsIsGone() throws {
        let loop = try RunningLoop { configuration in
            configuration.limits.pingSeconds = 1
            configuration.limits.hangUpSeconds = 2
        }
        let client = try Client.open(loop.port)
        var frames: [Client.Frame] = []
        while let frame = try client.frame() { frames.append(frame) }
        #expect(frames == [Client.Frame(opcode: 9, payload: [])])
    }

    @Test func whoAnswersPingsStays() throws {
        let loop = try RunningLoop { configuration in
            configuration.limits.pingSeconds = 1
            configuration.limits.hangUpSeconds = 2
        }
        let client = try Client.open(loop.port)
        for _ in 0..<3 {
            #expect(try client.frame() == Client.Frame(opcode: 9, payload: []))
            client.sendFrame(10, [])
        }
    }
}
