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

    @Test func aMissingHostIsRefused() throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        client.send("GET /now HTTP/1.1\r\nAccept: */*\r\n\r\n")
        #expect(try client.response().status == 400)
    }
}
