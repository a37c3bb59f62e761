import Testing

@testable import WebSockets

/// What libwebsockets would misread is mended or refused before it gets it.
struct RawHeadTests {
    private let rules = RawHead(known: ["get ", "host:", "accept:", "accept-charset:"], limit: 200)

    private func examine(_ text: String) -> RawHead.Finding {
        rules.examine(Array(text.utf8)[...])
    }

    @Test func aHeadEndsAtItsEmptyLine() {
        let head = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"
        for length in 0..<head.utf8.count {
            #expect(rules.examine(Array(head.utf8.prefix(length))[...]) == .unfinished)
        }
        #expect(examine(head + "GET") == .sound(length: head.utf8.count, rewritten: nil))
    }

    @Test(arguments: ["H", "Hos", "accept-", "Accept-Ch"])
    func aNameThatBeginsAKnownOneIsTakenOut(name: String) {
        let head = "GET / HTTP/1.1\r\n\(name): x\r\nHost: a\r\n\r\n"
        let expected = RawHead.Finding.sound(
            length: head.utf8.count, rewritten: Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8))
        #expect(examine(head) == expected)
    }

    @Test(arguments: ["Host", "ACCEPT", "Accept-Charset", "Accept-Charsets", "Y"])
    func otherNamesStay(name: String) {
        let head = "GET / HTTP/1.1\r\n\(name): x\r\n\r\n"
        #expect(examine(head) == .sound(length: head.utf8.count, rewritten: nil))
    }

    /// Nothing else is waited for: a client that speaks TLS is told at once.
    @Test(arguments: ["\u{16}\u{3}\u{1}", "get /", "\u{1}", " GET"])
    func whatDoesNotBeginAsARequestIsNone(text: String) {
        #expect(examine(text) == .malformed)
    }

    @Test func moreThanTheLimitIsTooLong() {
        #expect(examine("GET / HTTP/1.1\r\nHost: " + String(repeating: "a", count: 200)) == .tooLong)
    }

    @Test(arguments: [
        "GET /%00 HTTP/1.1\r\n\r\n", "GET /a%00b HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: \0\r\n\r\n",
    ])
    func nullsAreNoText(head: String) {
        #expect(examine(head) == .malformed)
    }

    @Test(arguments: ["X: a", "X-Forwarded: for=a", "Accept-CH: a", "Sec: a", "G: x"])
    func aRequestWithSuchANameIsAnswered(header: String) throws {
        let loop = try RunningLoop()
        for headers in [
            "\(header)\r\nHost: localhost:\(loop.port)", "Host: localhost:\(loop.port)\r\n\(header)",
        ] {
            let client = try Client(loop.port)
            client.send("GET /now HTTP/1.1\r\n\(headers)\r\n\r\n")
            #expect(try client.response().text == "now")
            // And the next on the same connection.
            #expect(try client.get("/now").text == "now")
        }
    }

    @Test(arguments: [1, 100, 250, 260, 5000, 12_000])
    func extensionsMayBeOfferedAtAnyLength(length: Int) throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        let offer = "Sec-WebSocket-Extensions: x" + String(repeating: "y", count: length) + "\r\n"
        let response = try client.upgrade(more: offer)
        #expect(response.status == 101)
        #expect(response.headers["sec-websocket-extensions"] == nil)
        client.send("hello", opcode: 1)
        #expect(try client.frame() == .text("hello"))
    }

    @Test(arguments: [
        "", "short", "dGhlIHNhbXBsZSBub25jZQ=", "dGhlIHNhbXBsZSBub25jZR==", "dGhlIHNhbXBsZSBub25jZQ===",
    ])
    func aKeyIsSixteenBytes(key: String) throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        client.send(
            "GET /ws HTTP/1.1\r\nHost: localhost:\(loop.port)\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: greenroom.v1\r\n"
                + "Sec-WebSocket-Key: \(key)\r\n\r\n")
        #expect(try client.response().status == 400)
    }

    @Test func aHeadOfTwelveThousandBytesIsTaken() throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        #expect(
            try client.get("/now", more: "Cookie: a=\(String(repeating: "b", count: 12_000))\r\n").text
                == "now")
    }
}
