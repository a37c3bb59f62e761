import Foundation
import Glibc
import Testing

@testable import WebSockets

/// A client in front of servers that get it wrong.
struct StrangeServerTests {
    @Test(arguments: [
        ("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", ClientEnd.refused(status: 200)),
        (
            "HTTP/1.1 301 Moved\r\nLocation: ws://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n",
            .refused(status: 301)
        ),
        ("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n", .refused(status: 503)),
        (
            "HTTP/1.1 101 Yes\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: no\r\n"
                + "Sec-WebSocket-Protocol: greenroom.v1\r\n\r\n", .notUnderstood
        ),
        ("HTTP/1.1 101 Yes\r\nUpgrade: other\r\nConnection: Upgrade\r\n\r\n", .notUnderstood),
        ("SSH-2.0-OpenSSH_9.2\r\n", .lost),
        ("", .lost),
    ])
    func whatIsNoWebSocketIsSaidToBeNone(answer: String, end: ClientEnd) throws {
        let server = RawServer.answering(answer)
        #expect(RunningClient(server.port).next() == .ended(end))
    }

    @Test func aServerThatIsSilentIsNotWaitedForForever() throws {
        let isOver = Channel<Bool>()
        let server = RawServer { _, _ in _ = isOver.next(within: 60) }
        let client = RunningClient(server.port) { $0.connectSeconds = 1 }
        #expect(client.next() == .ended(.timedOut))
        isOver.put(true)
    }

    private static let agreed = "Sec-WebSocket-Protocol: greenroom.v1\r\n"

    @Test func cookiesAreHandedOn() throws {
        let server = RawServer.upgrading(
            headers: Self.agreed + "Set-Cookie: visitor=a1; HttpOnly; Path=/\r\nSet-Cookie: b=2\r\n",
            [0x81, 1, 0x78])
        let client = RunningClient(server.port)
        #expect(client.next() == .heard(.opened(cookies: ["visitor=a1", "b=2"])))
        #expect(client.next() == .heard(.received("x")))
        #expect(client.next() == .ended(.lost))
    }

    @Test(
        arguments: [
            ([0x81, 2, 0x78], ClientEnd.lost),  // a frame cut short
            ([0x01, 1, 0x78], .lost),  // a message cut short
            ([0x88, 2, 3, 0xe8], .closed(.normal, reason: "")),
            ([0x88, 5, 3, 0xe9, 0x61, 0x1b, 0x62], .closed(.goingAway, reason: "a\\x1bb")),
            ([0x88, 0], .closed(CloseCode(rawValue: 1005), reason: "")),
            ([0x83, 0], .lost),  // an opcode that there is not
            ([0x81, 0x7f, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x78], .lost),  // longer than int
        ] as [([UInt8], ClientEnd)])
    func brokenFramesEndTheConnection(bytes: [UInt8], end: ClientEnd) throws {
        let server = RawServer.upgrading(headers: Self.agreed, bytes)
        let client = RunningClient(server.port)
        #expect(client.next() == .heard(.opened(cookies: [])))
        #expect(client.next() == .ended(end))
    }

    @Test func whatIsNotTextIsNotPassedOn() throws {
        let server = RawServer.upgrading(headers: Self.agreed, [0x81, 2, 0xc3, 0x28])
        let client = RunningClient(server.port)
        #expect(client.next() == .heard(.opened(cookies: [])))
        guard case .ended = client.next() else {
            Issue.record("passed on")
            return
        }
    }

    @Test func aServerWithoutTheSubprotocolIsNotUnderstood() throws {
        let none = RawServer.upgrading([])
        #expect(RunningClient(none.port).next() == .ended(.notUnderstood))
        let other = RawServer.upgrading(headers: "Sec-WebSocket-Protocol: chat\r\n", [])
        #expect(RunningClient(other.port).next() == .ended(.notUnderstood))
    }

    @Test func anExtensionThatNobodyAskedForIsNotUnderstood() throws {
        let server = RawServer.upgrading(
            headers: Self.agreed + "Sec-WebSocket-Extensions: permessage-deflate\r\n", [])
        #expect(RunningClient(server.port).next() == .ended(.notUnderstood))
    }
}
