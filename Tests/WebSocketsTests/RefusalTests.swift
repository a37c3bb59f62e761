import Glibc
import Testing

@testable import WebSockets

/// What is not GET or HEAD without a body is refused, and every answer carries the security headers.
struct RefusalTests {
    private static let headers = [
        "content-security-policy", "x-content-type-options", "referrer-policy", "cross-origin-opener-policy",
        "cross-origin-resource-policy", "permissions-policy",
    ]

    struct Attempt: Sendable, CustomTestStringConvertible {
        var request: String
        var status: Int
        var testDescription: String { "\(status): \(request.debugDescription)" }

        init(_ line: String, _ more: String = "", host: String = "localhost:PORT", status: Int) {
            request = "\(line) HTTP/1.1\r\nHost: \(host)\r\n\(more)\r\n"
            self.status = status
        }
    }

    static let attempts = [
        Attempt("GET /now", status: 200),
        Attempt("GET /empty", status: 204),
        Attempt("GET /file.txt", "If-None-Match: *\r\n", status: 304),
        Attempt("GET /nothing", status: 404),
        Attempt("GET /now", "Content-Length: 5\r\n", status: 413),
        Attempt("GET /now", "Content-Length: 0\r\n", status: 413),
        Attempt("GET /now", "Content-Length: -1\r\n", status: 413),
        Attempt("GET /now", "Transfer-Encoding: chunked\r\n", status: 413),
        Attempt("GET /now", "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", status: 413),
        Attempt("HEAD /now", "Content-Length: 5\r\n", status: 413),
        Attempt("POST /now", status: 405),
        Attempt("POST /now", "Content-Length: 5\r\n", status: 405),
        Attempt("PUT /now", status: 405),
        Attempt("PATCH /now", status: 405),
        Attempt("DELETE /now", status: 405),
        Attempt("OPTIONS /now", status: 405),
        Attempt("GET /now", host: "evil.example", status: 421),
        Attempt("GET /now", host: "localhost", status: 421),
        Attempt("GET /a%0ab", status: 400),
        Attempt("GET /a%7fb", status: 400),
        Attempt("GET /a%ffb", status: 400),
        Attempt("GET now", status: 403),
        Attempt("GET http://localhost/now", status: 403),
        Attempt("GET /now", "Cookie: \u{1}\r\n", status: 400),
    ]

    @Test(arguments: attempts)
    func everyAnswerCarriesTheSecurityHeaders(attempt: Attempt) throws {
        let loop = try RunningLoop { $0.files = StaticFiles(["/file.txt": Array("text".utf8)]) }
        let client = try Client(loop.port)
        client.send(attempt.request.replacing("PORT", with: "\(loop.port)"))
        let response = try client.response(hasBody: !attempt.request.hasPrefix("HEAD"))
        #expect(response.status == attempt.status)
        for name in Self.headers { #expect(response.headers[name] != nil, "\(name)") }
        #expect(response.headers["server"] == nil)
        #expect(response.headers["x-powered-by"] == nil)
        #expect(response.headers["strict-transport-security"] == nil)
        // The server is none the worse for it.
        #expect(try Client(loop.port).get("/now").text == "now")
    }

    @Test(arguments: [
        "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", "BREW /tea HTTP/1.1\r\n\r\n",
        "GET /now%00.html HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n",
        "GET /now?x=%00 HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n",
        "GET /now%zz HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n",
    ])
    func whatIsNoRequestEndsTheConnection(request: String) throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        client.send(request.replacing("PORT", with: "\(loop.port)") + "hello")
        let rest = String(decoding: try client.rest(), as: UTF8.self)
        #expect(!rest.contains("200"))
        #expect(try Client(loop.port).get("/now").text == "now")
    }

    @Test func aBodyIsNotTakenForARequest() throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        let smuggled = "GET /later HTTP/1.1\r\nHost: localhost:\(loop.port)\r\n\r\n"
        client.send(
            "GET /now HTTP/1.1\r\nHost: localhost:\(loop.port)\r\nContent-Length: \(smuggled.utf8.count)\r\n\r\n"
                + smuggled)
        #expect(try client.response().status == 413)
        #expect(try client.rest().isEmpty)
        loop.perform { $0.events.put(.said("nothing was requested")) }
        loop.expect(.said("nothing was requested"))
    }

    @Test func aHeadOverTheLimitEndsTheConnection() throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        client.send("GET /now HTTP/1.1\r\nHost: localhost:\(loop.port)\r\nCookie: ")
        client.send(String(repeating: "a", count: 20_000) + "\r\n\r\n")
        #expect(try client.response().status == 431)
        #expect(try Client(loop.port).get("/now").text == "now")
    }

    static let misread = [
        ("/now%00.html", "", 400), ("/now", "X: a\r\n", 400), ("/now", "Accept-CH: a\r\n", 400),
        ("/now", "Sec-WebSocket-Extensions: " + String(repeating: "a; b, ", count: 60) + "\r\n", 400),
        ("/now", "Cookie: " + String(repeating: "a", count: 20_000) + "\r\n", 431),
        ("/now", "Cookie: " + String(repeating: "a", count: 9000) + "\r\n", 200), ("/now", "", 200),
    ]

    @Test(arguments: misread)
    func aLaterRequestIsLookedOverLikeTheFirst(path: String, header: String, status: Int) throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        for _ in 0..<3 { #expect(try client.get("/now").text == "now") }
        client.send("GET \(path) HTTP/1.1\r\nHost: localhost:\(loop.port)\r\n\(header)\r\n")
        #expect(try client.response().status == status)
        guard status == 200 else {
            #expect(try client.rest().isEmpty)
            return
        }
        #expect(try client.get("/now").text == "now")
    }

    @Test(arguments: misread)
    func aLaterRequestThatComesInPiecesIsToo(path: String, header: String, status: Int) throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        #expect(try client.get("/now").text == "now")
        let request = Array("GET \(path) HTTP/1.1\r\nHost: localhost:\(loop.port)\r\n\(header)\r\n".utf8)
        for piece in [request.prefix(11), request.dropFirst(11).dropLast(3), request.suffix(3)] {
            client.send(Array(piece))
            // Another's answer shows that the loop has turned since.
            #expect(try Client(loop.port).get("/now").text == "now")
        }
        #expect(try client.response().status == status)
        guard status == 200 else {
            #expect(try client.rest().isEmpty)
            return
        }
        #expect(try client.get("/now").text == "now")
    }

    @Test func aRefusedLaterRequestEndsAtOnceAndLetsTheLoopRest() throws {
        let loop = try RunningLoop()
        let control = loop.parts.control
        let before = control.turns
        for _ in 0..<50 {
            let client = try Client(loop.port)
            #expect(try client.get("/now").text == "now")
            client.send("GET /now HTTP/1.1\r\nHost: localhost:\(loop.port)\r\nX: a\r\n\r\n")
            #expect(try client.response().status == 400)
            #expect(try client.rest().isEmpty)
        }
        // A connection that is not let go of turns the loop thousands of times.
        #expect(control.turns - before < 2000)
    }

    @Test func aLaterHeadThatDoesNotEndIsRefusedInTime() throws {
        let loop = try RunningLoop { $0.limits.handshakeSeconds = 1 }
        let client = try Client(loop.port)
        #expect(try client.get("/now").text == "now")
        client.send("GET /now HTTP/1.1\r\nHost: loc")
        #expect(try client.response().status == 408)
        #expect(try client.rest().isEmpty)
    }

    @Test func halfALaterHeadLetsTheLoopRestAndMayHangUp() throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        #expect(try client.get("/now").text == "now")
        client.send("GET /now HTTP/1.1\r\nHost: loc")
        let control = loop.parts.control
        let before = control.turns
        // The loop beats each second, and what is left unread would turn it thousands of times in between.
        let begin = control.lastBeat
        while control.lastBeat < begin + 1_500_000_000 { usleep(10_000) }
        #expect(control.turns - before < 200)
        client.hangUp()
        while control.connectionCount > 0 { usleep(10_000) }
    }

    /// It may come before the answer to the request before it is over.
    @Test func halfAHeadRightBehindARequestWaitsForTheRest() throws {
        let loop = try RunningLoop()
        let request = Array("GET /now HTTP/1.1\r\nHost: localhost:\(loop.port)\r\n\r\n".utf8)
        for _ in 0..<300 {
            let client = try Client(loop.port)
            #expect(try client.get("/now").text == "now")
            client.send(request)
            client.send(Array(request.prefix(11)))
            #expect(try client.response().status == 200)
            client.send(Array(request.dropFirst(11)))
            #expect(try client.response().status == 200)
        }
    }

    /// Whoever does not wait for answers gets them all the same, in their order.
    @Test func requestsAheadOfTheirAnswersAreAnswered() throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        let request = "GET /now HTTP/1.1\r\nHost: localhost:\(loop.port)\r\nAccept: text/plain\r\n\r\n"
        client.send(String(repeating: request, count: 200))
        for _ in 0..<200 { #expect(try client.response().status == 200) }
        #expect(try client.get("/now").text == "now")
    }

    @Test func aConnectionThatWasKeptMayBecomeAWebSocket() throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        #expect(try client.get("/now").text == "now")
        #expect(try client.upgrade().status == 101)
        client.sendFrame(2, [1, 2, 3])
        #expect(try client.frame() == Client.Frame(opcode: 2, payload: [1, 2, 3]))
    }

    @Test func aMissingHostIsRefused() throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        client.send("GET /now HTTP/1.1\r\nAccept: */*\r\n\r\n")
        #expect(try client.response().status == 400)
    }
}
