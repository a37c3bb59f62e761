import Glibc
import Testing

@testable import WebSockets

struct LimitTests {
    @Test func oneAddressGetsItsShareAndNoMore() throws {
        let loop = try RunningLoop { configuration in
            configuration.limits.connectionsPerAddress = 3
            configuration.limits.countsLoopback = true
        }
        var clients = try (0..<3).map { _ in try Client.open(loop.port) }
        let refused = try Client(loop.port).response()
        #expect(refused.status == 429)
        #expect(refused.headers["retry-after"] == "10")
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
        let refused = try Client(loop.port).response()
        #expect(refused.status == 503)
        #expect(refused.headers["retry-after"] == "5")
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
        // Who said nothing is told nothing.
        if start.isEmpty {
            #expect(try client.rest().isEmpty)
        } else {
            #expect(try client.response().status == 408)
        }
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
        #expect(frames.map(\.opcode) == [9])
    }

    @Test func whoAnswersPingsStays() throws {
        let loop = try RunningLoop { configuration in
            configuration.limits.pingSeconds = 1
            configuration.limits.hangUpSeconds = 2
        }
        let client = try Client.open(loop.port)
        // As real clients do: they have spoken, and libwebsockets looks for UTF-8 in a pong behind a text.
        client.send("hello", opcode: 1)
        var pings = 0
        while pings < 4 {
            let frame = try #require(try client.frame())
            guard frame.opcode == 9 else { #expect(frame.opcode == 1); continue }
            client.sendFrame(10, frame.payload)
            pings += 1
        }
    }

    /// Neither pongs that nobody asked for nor a message that never ends prove that our pings arrive.
    @Test(arguments: ["pongs", "drip"])
    func whoOnlySeemsToBeThereIsGone(manner: String) throws {
        let loop = try RunningLoop { configuration in
            configuration.limits.pingSeconds = 1
            configuration.limits.hangUpSeconds = 2
        }
        let client = try Client.open(loop.port)
        client.sendFrame(1, [UInt8(ascii: "a")], isFinal: false)
        var opcodes: Set<UInt8> = []
        let began = MonotonicTime.now
        while client.sendFrame(manner == "pongs" ? 10 : 0, [97, 98, 99, 100], isFinal: manner == "pongs"),
            MonotonicTime.now < began + 30_000_000_000
        {
            usleep(20_000)
        }
        while let frame = try? client.frame() { opcodes.insert(frame.opcode) }
        #expect(opcodes.isSubset(of: [9]))
        #expect(loop.parts.control.connectionCount == 0)
    }

    @Test func tooManyFramesEndTheConnection() throws {
        let loop = try RunningLoop { $0.limits.frameRate = Rate(burst: 100, perSecond: 1) }
        let client = try Client.open(loop.port)
        for _ in 0..<200 { client.sendFrame(0x0a, [1]) }
        #expect(try client.closingFrame() == .close(1008, "too many frames"))
    }

    @Test func unfinishedMessagesAreGivenUpTheOldestFirst() throws {
        let loop = try RunningLoop {
            $0.limits.messageBytes = 100_000
            $0.limits.unfinishedBytes = 250_000
        }
        let clients = try (0..<3).map { _ in try Client.open(loop.port) }
        func begin(_ client: Client) {
            // Fifty bytes short of what it announces.
            client.send([0x81, 0xff, 0, 0, 0, 0, 0, 1, 0x86, 0xa0, 0, 0, 0, 0])
            client.send([UInt8](repeating: 97, count: 99_950))
            while loop.parts.control.census.unfinishedBytes < 90_000 { usleep(1000) }
        }
        for client in clients { begin(client) }
        #expect(try clients[0].closingFrame() == .close(1013, "message not finished"))
        for client in clients[1...] {
            client.send([UInt8](repeating: 97, count: 50))
            #expect(try client.frame()?.payload.count == 100_000)
        }
    }

    @Test func aMessageThatTakesTooLongIsGivenUp() throws {
        let loop = try RunningLoop { $0.limits.unfinishedSeconds = 1 }
        let client = try Client.open(loop.port)
        client.sendFrame(1, [97], isFinal: false)
        #expect(try client.closingFrame() == .close(1013, "message not finished"))
    }

    @Test func behindAProxyTheForwardedAddressCounts() throws {
        let loop = try RunningLoop { configuration in
            configuration.trustedProxies = AddressRange.thisMachine
            configuration.limits.connectionsPerAddress = 2
        }
        func come(_ address: String) throws -> (Client, Client.Response) {
            let client = try Client(loop.port)
            return (client, try client.upgrade(more: "X-Forwarded-For: 10.0.0.1, \(address)\r\n"))
        }
        var clients = try (0..<2).map { _ in try come("203.0.113.7") }
        #expect(clients.map(\.1.status) == [101, 101])
        let refused = try come("203.0.113.7").1
        #expect(refused.status == 429)
        #expect(refused.headers["retry-after"] == "10")
        #expect(try come("203.0.113.8").1.status == 101)
        clients[0].0.hangUp()
        while true {
            let again = try come("203.0.113.7")
            if again.1.status == 101 { break }
        }
        clients.removeAll()
        while loop.parts.control.census.rejected[.connectionsOfAddress] == nil { usleep(1000) }
    }

    @Test func oneAddressAsksAtItsRate() throws {
        let loop = try RunningLoop { configuration in
            configuration.limits.countsLoopback = true
            configuration.limits.requestRate = Rate(burst: 3, perSecond: 1)
        }
        let client = try Client(loop.port)
        for _ in 0..<3 { #expect(try client.get("/now").status == 200) }
        let refused = try client.get("/now")
        #expect(refused.status == 429)
        #expect(refused.headers["retry-after"] == "1")
    }
}
