import Testing

@testable import Greenroom
@testable import WebSockets

struct RefusedNamesTests {
    @Test func aNameIsSaidOnceAndOnlySoMany() throws {
        var names = RefusedNames(isBehindProxy: false)
        let first = try #require(RefusedName(status: 421, host: "first.example", origin: nil))
        let answers = [names.isNew(first), names.isNew(first)]
        #expect(answers == [true, false])
        let more = (0..<1000).compactMap { RefusedName(status: 421, host: "n\($0).example", origin: nil) }
        var said = 0
        for name in more where names.isNew(name) { said += 1 }
        #expect(said == RefusedNames.mostSaid - 1)
    }

    @Test(arguments: ["<script>", "a b", "a\"", "a%00", "ä.example", "", String(repeating: "a", count: 256)])
    func nothingIsRepeatedThatIsNoName(host: String) throws {
        let name = try #require(RefusedName(status: 421, host: host, origin: nil))
        #expect(name == .host(nil))
        #expect(RefusedNames(isBehindProxy: false).advice(on: name).contains("--allow-host"))
    }

    @Test(arguments: [
        ("http://a.example", "a.example", true, "without --behind-proxy"),
        ("https://a.example", "a.example", false, "with --behind-proxy"),
        ("https://a.example:8443", "a.example", true, "$http_host"),
        ("https://evil.example", "a.example", false, "may not connect"),
    ])
    func whatIsWrongWithAnOriginIsSaid(origin: String, host: String, isBehindProxy: Bool, word: String) throws
    {
        let name = try #require(RefusedName(status: 403, host: host, origin: origin))
        #expect(RefusedNames(isBehindProxy: isBehindProxy).advice(on: name).contains(word))
    }
}
