import Dispatch
import Glibc
import Testing

@testable import WebSockets

/// How a loop begins, is reached from other threads, and ends.
struct LifeTests {
    @Test func aPortThatIsTakenIsNamed() throws {
        let loop = try RunningLoop()
        #expect(throws: LoopError.portTaken(address: "127.0.0.1", port: loop.port)) {
            try RunningLoop { $0.port = loop.port }
        }
    }

    @Test(arguments: [
        ("192.0.2.1", LoopError.addressUnavailable("192.0.2.1")),
        ("example.org", .invalidAddress("example.org")),
        ("", .invalidAddress("")), ("256.0.0.1", .invalidAddress("256.0.0.1")),
    ])
    func anAddressThatIsNotOursIsRefused(address: String, error: LoopError) {
        #expect(throws: error) { try RunningLoop { $0.address = address } }
    }

    @Test func itListensWhereItWasToldAndNowhereElse() throws {
        let loop = try RunningLoop()
        let port = ":" + String(loop.port, radix: 16, uppercase: true)
        let tables = try Tool.run("cat", ["/proc/net/tcp", "/proc/net/tcp6"])
        var listening: [String] = []
        for line in String(decoding: tables, as: UTF8.self).split(separator: "\n") {
            let columns = line.split(separator: " ").map(String.init)
            // 0A is LISTEN.
            if columns.count > 3, columns[3] == "0A", columns[1].hasSuffix(port) {
                listening.append(columns[1])
            }
        }
        #expect(listening == ["0100007F" + port])
    }

    @Test func severalLoopsMayShareAPort() throws {
        let first = try RunningLoop { $0.sharesPort = true }
        let second = try RunningLoop { configuration in
            configuration.sharesPort = true
            configuration.port = first.port
        }
        #expect(try Client(second.port).get("/now").text == "now")
    }

    @Test func whatIsPostedFromManyThreadsArrivesInOrder() throws {
        let loop = try RunningLoop()
        let (threads, count) = (8, 2000)
        let mailbox = loop.parts.mailbox
        DispatchQueue.concurrentPerform(iterations: threads) { thread in
            for number in 0..<count { mailbox.post { $0.events.put(.said("\(thread) \(number)")) } }
        }
        var next = [Int](repeating: 0, count: threads)
        for _ in 0..<(threads * count) {
            guard case .said(let words) = loop.events.next() else { break }
            let numbers = words.split(separator: " ").compactMap { Int($0) }
            #expect(next[numbers[0]] == numbers[1])
            next[numbers[0]] += 1
        }
        #expect(next == [Int](repeating: count, count: threads))
    }

    @Test func theLoopBeats() throws {
        let loop = try RunningLoop()
        let start = loop.parts.control.lastBeat
        #expect(start > 0)
        let patience = MonotonicTime.now + 5_000_000_000
        while loop.parts.control.lastBeat < start + 1_500_000_000, MonotonicTime.now < patience {
            usleep(10_000)
        }
        #expect(loop.parts.control.lastBeat >= start + 1_500_000_000)
    }

    @Test func stoppingTellsEveryClientAndIsQuick() throws {
        let loop = try RunningLoop()
        let clients = try (0..<20).map { _ in try Client.open(loop.port) }
        let idle = try Client(loop.port)
        #expect(try idle.get("/now").text == "now")
        loop.perform { probe in
            for connection in probe.connections { probe.loop?.send("last words", to: connection) }
        }
        let start = MonotonicTime.now
        loop.parts.control.stop()
        for client in clients {
            #expect(try client.frame() == .text("last words"))
            #expect(try client.closingFrame() == .close(1001, "the server is going away"))
        }
        #expect(try idle.rest().isEmpty)
        #expect(loop.ended.next() == true)
        #expect(MonotonicTime.now - start < 5_000_000_000)
        loop.ended.put(true)
        #expect(throws: Client.Broken.self) { try Client(loop.port) }
        #expect(!loop.parts.mailbox.post { _ in })
    }

    @Test func stoppingDoesNotWaitForTheDeaf() throws {
        let loop = try RunningLoop()
        let deaf = try (0..<5).map { _ in try Client.open(loop.port) }
        let start = MonotonicTime.now
        loop.parts.control.stop(drainWithin: .milliseconds(500))
        #expect(loop.ended.next() == true)
        #expect(MonotonicTime.now - start < 3_000_000_000)
        loop.ended.put(true)
        for client in deaf { #expect(try client.frame() == .close(1001, "the server is going away")) }
    }

    @Test func aRequestUnderWayIsAnsweredBeforeTheEnd() throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        client.send("GET /later HTTP/1.1\r\nHost: localhost:\(loop.port)\r\n\r\n")
        guard case .requested = loop.events.next() else {
            Issue.record("not requested")
            return
        }
        loop.parts.control.stop()
        // Nobody gets in any more: it has been obeyed.
        while (try? Client(loop.port)) != nil {}
        loop.perform { probe in
            if let exchange = probe.waiting { probe.loop?.respond(to: exchange, with: .text("still")) }
        }
        let response = try client.response()
        #expect(response.text == "still")
        #expect(response.headers["connection"] == "close")
        #expect(loop.ended.next() == true)
        loop.ended.put(true)
    }

    @Test func whoIsInStaysWhenNobodyElseGetsIn() throws {
        let loop = try RunningLoop()
        let client = try Client.open(loop.port)
        loop.parts.control.stopAccepting()
        client.send("still here", opcode: 1)
        #expect(try client.frame() == .text("still here"))
        #expect(throws: Client.Broken.self) { try Client(loop.port) }
    }
}
