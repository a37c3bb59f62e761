import Glibc
import Testing

@testable import WebSockets

struct RequestTests {
    @Test func theHandlerLearnsWhatIsAskedFor() throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        let more = "Cookie: a=1\r\nIf-None-Match: \"x\"\r\nAccept-Language: de\r\n"
        #expect(try client.get("/now?q=a%26b&q=c&empty&last=", more: more).status == 200)
        loop.expect(
            .requested(
                HTTPRequest(
                    method: .get, path: "/now", query: "q=a&b&q=c&empty&last=",
                    parameters: ["q": "a&b", "empty": "", "last": ""], host: "127.0.0.1:\(loop.port)",
                    cookie: "a=1",
                    ifNoneMatch: "\"x\"", acceptEncoding: nil, acceptLanguage: "de", accept: nil,
                    remoteAddress: "127.0.0.1", isSecure: false)))
    }

    @Test func oneConnectionServesManyRequests() throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        for _ in 0..<50 {
            let response = try client.get("/now")
            #expect(response.text == "now")
            #expect(response.headers["connection"] == "keep-alive")
        }
    }

    @Test func requestsMayComeAheadOfTheAnswers() throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        let request = "GET /now HTTP/1.1\r\nHost: localhost:\(loop.port)\r\n\r\n"
        client.send(String(repeating: request, count: 20))
        for _ in 0..<20 { #expect(try client.response().text == "now") }
    }

    @Test(arguments: [("1.0", ""), ("1.1", "Connection: close\r\n")])
    func theConnectionEndsWhenTheClientWantsIt(version: String, more: String) throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        let response = try client.get("/now", version: version, more: more)
        #expect(response.text == "now")
        #expect(response.headers["connection"] == "close")
        #expect(try client.rest().isEmpty)
    }

    @Test func headGetsTheHeadAlone() throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        let response = try client.get("/now", method: "HEAD")
        #expect(response.headers["content-length"] == "3")
        #expect(try client.get("/now").text == "now")
    }

    @Test func aLargeAnswerArrivesWhole() throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port, receiveBuffer: 8192)
        let request = "GET /large HTTP/1.1\r\nHost: localhost:\(loop.port)\r\n\r\n"
        // The second request waits unread while the first answer is on its way.
        client.send(request + request)
        #expect(try client.response().body == [UInt8](repeating: 7, count: 3_000_000))
        #expect(try client.response().body == [UInt8](repeating: 7, count: 3_000_000))
        #expect(try client.get("/now").text == "now")
    }

    @Test func anAnswerMayComeLater() throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        client.send("GET /later HTTP/1.1\r\nHost: localhost:\(loop.port)\r\n\r\nGET /now HTTP/1.1\r\n")
        guard case .requested = loop.events.next() else {
            Issue.record("not requested")
            return
        }
        loop.perform { probe in
            guard let exchange = probe.waiting else { return }
            probe.loop?.respond(to: exchange, with: .text("at last"))
            probe.loop?.respond(to: exchange, with: .text("twice"))
        }
        #expect(try client.response().text == "at last")
        client.send("Host: localhost:\(loop.port)\r\n\r\n")
        #expect(try client.response().text == "now")
    }

    @Test func aClientThatLeavesIsReported() throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        client.send("GET /later HTTP/1.1\r\nHost: localhost:\(loop.port)\r\n\r\n")
        guard case .requested = loop.events.next() else {
            Issue.record("not requested")
            return
        }
        client.hangUp()
        loop.expect(.abandoned)
        loop.perform { probe in
            guard let exchange = probe.waiting else { return }
            probe.loop?.respond(to: exchange, with: .text("to nobody"))
            probe.events.put(.said("still turning"))
        }
        loop.expect(.said("still turning"))
    }

    @Test(arguments: ["1.1", "1.0"])
    func aStreamArrivesInItsOrder(version: String) throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        let response = try client.get("/stream", version: version)
        #expect(response.text == "chunk 4\nchunk 3\nchunk 2\nchunk 1\nchunk 0\n")
        #expect(response.headers["transfer-encoding"] == (version == "1.1" ? "chunked" : nil))
        if version == "1.1" { #expect(try client.get("/now").text == "now") }
    }

    @Test func headOfAStreamIsAHead() throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port)
        #expect(try client.get("/stream", method: "HEAD").headers["transfer-encoding"] == "chunked")
        #expect(try client.get("/now").text == "now")
    }

    /// Bytes that nobody reads while an answer is under way must not keep the loop busy.
    @Test(arguments: ["/later", "/large"], ["", "GET /now HTTP/1.1\r\n"])
    func whoSendsAheadDoesNotKeepTheLoopBusy(path: String, ahead: String) throws {
        let loop = try RunningLoop()
        let client = try Client(loop.port, receiveBuffer: 4096)
        client.send("GET \(path) HTTP/1.1\r\nHost: localhost:\(loop.port)\r\n\r\n\(ahead)")
        guard case .requested = loop.events.next() else {
            Issue.record("not requested")
            return
        }
        client.send("Host: localhost:\(loop.port)\r\n")
        let (beat, turns) = (loop.parts.control.lastBeat, loop.parts.control.turns)
        // A loop with nothing to do turns with its beat, once or twice a second.
        while loop.parts.control.lastBeat < beat + 1_500_000_000 { usleep(10_000) }
        #expect(loop.parts.control.turns - turns < 200)
    }

    @Test func aValueCannotAddAHeader() throws {
        let loop = try RunningLoop()
        let response = try Client(loop.port).get("/injection")
        #expect(response.headers["x"] == nil)
        #expect(response.headers["y"] == nil)
    }
}
