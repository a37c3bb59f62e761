import Testing

@testable import WebSockets

struct WebSocketAddressTests {
    @Test(arguments: [
        ("http://localhost:8080", "ws://localhost:8080/ws"),
        ("http://localhost:8080/", "ws://localhost:8080/ws"),
        ("https://example.org", "wss://example.org/ws"),
        ("HTTPS://example.org:443/", "wss://example.org/ws"),
        ("ws://10.0.0.1:81/other/ws", "ws://10.0.0.1:81/other/ws"),
        ("wss://[::1]:8443", "wss://[::1]:8443/ws"),
        ("ws://[::1]", "ws://[::1]/ws"),
        ("http://localhost:80", "ws://localhost/ws"),
    ])
    func anAddressIsRead(text: String, address: String) throws {
        #expect(try #require(WebSocketAddress(text, path: "/ws")).description == address)
    }

    @Test(arguments: [
        "", "localhost:8080", "ftp://localhost", "http://", "http://:80", "http://a:0", "http://a:65536",
        "http://a:+1", "http://user@a", "http://a/?topics=x", "http://a/#x", "http://a b", "http://a\r\nX: y",
        "http://[::1", "http://[::1]x", "http://ä", "https://a:b",
    ])
    func somethingElseIsNoAddress(text: String) {
        #expect(WebSocketAddress(text, path: "/ws") == nil)
    }
}
