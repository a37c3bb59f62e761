import Foundation
import Testing

@testable import WebSockets

struct WebSocketClientTests {
    typealias Event = RunningClient.Event

    @Test func whatIsSaidComesBackInOrder() throws {
        let loop = try RunningLoop()
        let client = RunningClient(loop.port)
        #expect(client.next() == .heard(.opened(cookies: [])))
        for number in 0..<500 { client.client.send("grüße \(number)") }
        for number in 0..<500 { #expect(client.message() == "grüße \(number)") }
    }

    @Test func whatIsSentTooEarlyGoesOutWhenTheConnectionIsOpen() throws {
        let loop = try RunningLoop()
        let address = WebSocketAddress(host: "127.0.0.1", port: loop.port, path: "/ws", isSecure: false)
        let client = WebSocketClient(ClientConfiguration(address: address, subprotocol: "greenroom.v1"))
        client.send("early")
        let events = Channel<ClientEvent>()
        Thread.detachNewThread { _ = client.run { events.put($0) } }
        #expect(events.next() == .opened(cookies: []))
        #expect(events.next() == .received("early"))
        client.close()
    }

    @Test(arguments: [0, 1, 125, 126, 2048, 65535, 65536, 131072])
    func messagesOfAllLengthsComeBack(length: Int) throws {
        let loop = try RunningLoop()
        let client = RunningClient(loop.port)
        #expect(client.next() == .heard(.opened(cookies: [])))
        let text = String(decoding: (0..<length).map { UInt8(ascii: "a") + UInt8($0 % 26) }, as: UTF8.self)
        client.client.send(text)
        #expect(client.message() == text)
    }

    @Test func aLongMessageFromTheServerArrivesWhole() throws {
        let loop = try RunningLoop { $0.limits.queueBytes = 8 * 1024 * 1024 }
        let client = RunningClient(loop.port)
        #expect(client.next() == .heard(.opened(cookies: [])))
        client.client.send("flood 1 3000000")
        #expect(client.message()?.utf8.count == 3_000_000)
    }

    @Test func theServerLearnsWhoCame() throws {
        let loop = try RunningLoop()
        let client = RunningClient(loop.port) { $0.cookie = "visitor=a1; theme=dark" }
        #expect(client.next() == .heard(.opened(cookies: [])))
        guard case .opened(_, let handshake) = loop.events.next() else {
            Issue.record("not opened")
            return
        }
        #expect(
            handshake
                == Handshake(
                    path: "/ws", query: nil, host: "127.0.0.1:\(loop.port)", origin: nil,
                    cookie: "visitor=a1; theme=dark", remoteAddress: "127.0.0.1", isSecure: false))
    }

    @Test func aNameIsLookedUp() throws {
        let loop = try RunningLoop()
        let client = RunningClient(loop.port, host: "localhost")
        #expect(client.next() == .heard(.opened(cookies: [])))
    }

    @Test func theServersGoodbyeIsHeard() throws {
        let loop = try RunningLoop()
        let client = RunningClient(loop.port)
        #expect(client.next() == .heard(.opened(cookies: [])))
        client.client.send("close 4001 enough")
        #expect(client.next() == .ended(.closed(CloseCode(rawValue: 4001), reason: "enough")))
        #expect(!client.client.send("to nobody"))
    }

    @Test func aServerThatStopsSaysSo() throws {
        let loop = try RunningLoop()
        let client = RunningClient(loop.port)
        #expect(client.next() == .heard(.opened(cookies: [])))
        loop.parts.control.stop(drainWithin: .seconds(5))
        guard case .ended(.closed(.goingAway, _)) = client.next() else {
            Issue.record("another end")
            return
        }
    }

    @Test func whatWasSentBeforeClosingArrives() throws {
        let loop = try RunningLoop()
        let client = RunningClient(loop.port)
        #expect(client.next() == .heard(.opened(cookies: [])))
        guard case .opened(let id, _) = loop.events.next() else {
            Issue.record("not opened")
            return
        }
        for number in 0..<20 { client.client.send("quiet \(number)") }
        client.client.close()
        for number in 0..<20 { loop.expect(.received("quiet \(number)")) }
        loop.expect(.closed(id))
        #expect(client.next() == .ended(.closed(.normal, reason: "")))
    }

    @Test func tooLongAMessageEndsTheConnection() throws {
        let loop = try RunningLoop()
        let client = RunningClient(loop.port) { $0.messageBytes = 1000 }
        #expect(client.next() == .heard(.opened(cookies: [])))
        client.client.send("flood 1 1000")
        #expect(client.message()?.utf8.count == 1000)
        client.client.send("flood 1 1001")
        #expect(client.next() == .ended(.messageTooBig))
    }

    @Test func whereNobodyListensNobodyIsReached() throws {
        let port = try RunningLoop().port  // and its loop is gone
        #expect(RunningClient(port).next() == .ended(.unreachable))
        #expect(RunningClient(port, host: "localhost").next() == .ended(.unreachable))
    }

    @Test func aNameThatNobodyHasIsNotKnown() throws {
        #expect(RunningClient(80, host: "nobody.invalid").next() == .ended(.unknownHost("nobody.invalid")))
    }

    @Test func anotherPathIsRefused() throws {
        let loop = try RunningLoop()
        #expect(RunningClient(loop.port, path: "/elsewhere").next() == .ended(.refused(status: 404)))
    }

    @Test func manyComeAndGo() throws {
        let loop = try RunningLoop()
        let done = Channel<Int>()
        for thread in 0..<8 {
            Thread.detachNewThread { [port = loop.port] in
                var count = 0
                for round in 0..<10 {
                    let client = RunningClient(port)
                    client.client.send("hello \(thread) \(round)")
                    guard client.next() == .heard(.opened(cookies: [])) else { continue }
                    if client.message() == "hello \(thread) \(round)" { count += 1 }
                }
                done.put(count)
            }
        }
        for _ in 0..<8 { #expect(done.next(within: 60) == 10) }
    }
}
