import Testing

@testable import WebSockets

struct UpgradeTests {
    struct Attempt: Sendable, CustomTestStringConvertible {
        var name: String
        var method = "GET"
        var path = "/ws"
        var host: String?
        var origin: String?
        var version: String? = "13"
        var subprotocol: String? = "greenroom.v1"
        var more = ""
        var status: Int

        var testDescription: String { name }
    }

    static let attempts: [Attempt] = [
        Attempt(name: "as it should be", status: 101),
        Attempt(name: "one of several subprotocols", subprotocol: "other.v1, greenroom.v1", status: 101),
        Attempt(name: "another path", path: "/ws2", status: 404),
        Attempt(name: "a path below", path: "/ws/x", status: 404),
        Attempt(name: "the root", path: "/", status: 404),
        Attempt(name: "an old version", version: "8", status: 426),
        Attempt(name: "no version", version: nil, status: 426),
        Attempt(name: "no subprotocol", subprotocol: nil, status: 400),
        Attempt(name: "an unknown subprotocol", subprotocol: "chat", status: 400),
        Attempt(name: "the inner protocol's name", subprotocol: "-", status: 400),
        Attempt(name: "a longer name", subprotocol: "greenroom.v12", status: 400),
        Attempt(name: "a foreign origin", origin: "http://evil.example", status: 403),
        Attempt(name: "no origin but null", origin: "null", status: 403),
        Attempt(name: "a foreign host", host: "evil.example", status: 421),
        Attempt(
            name: "two origins", origin: "http://evil.example", more: "Origin: http://localhost\r\n",
            status: 403),
        Attempt(name: "HEAD", method: "HEAD", status: 405),
        Attempt(name: "POST", method: "POST", status: 405),
        Attempt(name: "a body", more: "Content-Length: 3\r\n", status: 413),
    ]

    @Test(arguments: attempts)
    func anUpgradeIsAllowedOrRefusedWithAReason(attempt: Attempt) throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        let response = try client.upgrade(
            method: attempt.method, path: attempt.path, host: attempt.host, origin: attempt.origin,
            version: attempt.version, subprotocol: attempt.subprotocol, more: attempt.more)
        #expect(response.status == attempt.status)
        if attempt.status != 101 {
            #expect(response.headers["content-security-policy"] != nil)
            #expect(try client.rest().isEmpty)
        }
    }

    @Test func theHandlerMaySetACookieInTheAnswer() throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        let response = try client.upgrade(path: "/ws?300")
        let cookie = "name=" + String(repeating: "v", count: 300)
        #expect(response.status == 101)
        #expect(response.headers["set-cookie"] == cookie)
        guard case .opened(_, let handshake) = loop.events.next() else {
            Issue.record("not opened")
            return
        }
        #expect(handshake.newCookie == cookie)
        #expect(handshake.cookie == nil)
    }

    @Test func aCookieThatIsTooLongIsAFaultOfOursAndNobodyGetsIn() throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        client.send(
            "GET /ws?600 HTTP/1.1\r\nHost: 127.0.0.1:\(loop.port)\r\nConnection: Upgrade\r\n"
                + "Upgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: greenroom.v1\r\n\r\n")
        #expect(try client.rest().isEmpty)
    }

    @Test func ownOriginsAreAllowed() throws {
        let loop = try RunningLoop()
        for name in ["localhost", "127.0.0.1", "[::1]"] {
            let client = try Client(loop.port)
            let host = "\(name):\(loop.port)"
            #expect(try client.upgrade(host: host, origin: "http://\(host)").status == 101)
        }
    }

    @Test func twoOriginsThatAreBothOursAreNotOne() throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        let origin = "http://localhost:\(loop.port)"
        #expect(try client.upgrade(origin: origin, more: "Origin: \(origin)\r\n").status == 403)
    }

    @Test(arguments: ["foo", "h2c", "websockets"])
    func anotherUpgradeOnASecondRequestIsRefused(name: String) throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        #expect(try client.get("/now").text == "now")
        let response = try client.upgrade(upgrade: name, more: "HTTP2-Settings: AAMAAABkAAQAAP__\r\n")
        #expect([400, 403].contains(response.status))
        #expect(response.headers["content-security-policy"] != nil)
        #expect(response.headers["server"] == nil)
        #expect(try client.rest().isEmpty)
        #expect(try Client(loop.port).get("/now").text == "now")
    }

    @Test func anUpgradeMayComeOnASecondRequest() throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        #expect(try client.get("/now").text == "now")
        #expect(try client.upgrade().status == 101)
        client.send("still here", opcode: 1)
        #expect(try client.frame() == .text("still here"))
    }

    @Test func anEchoServerTakesEverybody() throws {
        let loop = try RunningLoop { configuration in
            configuration.upgrade.path = nil
            configuration.upgrade.allowsNoSubprotocol = true
        }
        let client = try Client(loop.port)
        #expect(try client.upgrade(path: "/anywhere", subprotocol: nil).status == 101)
        client.send("hello", opcode: 1)
        #expect(try client.frame() == .text("hello"))
    }
}
