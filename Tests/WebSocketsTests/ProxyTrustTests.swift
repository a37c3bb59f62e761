import Testing

@testable import WebSockets

struct ProxyTrustTests {
    @Test(arguments: [
        ("127.0.0.1", "203.0.113.7", "203.0.113.7"),
        // What the client itself put in front is not believed.
        ("127.0.0.1", "10.9.9.9, 203.0.113.7", "203.0.113.7"),
        // A second proxy of ours in between.
        ("127.0.0.1", "198.51.100.1, 203.0.113.7, 10.1.2.3", "203.0.113.7"),
        ("10.1.2.3", "2001:db8::7", "2001:db8::7"),
        ("10.1.2.3", "[2001:db8::7]:4711", "2001:db8::7"),
        ("10.1.2.3", "203.0.113.7:4711", "203.0.113.7"),
        ("10.1.2.3", "::ffff:203.0.113.7", "203.0.113.7"),
        // Nobody else is believed.
        ("203.0.113.9", "203.0.113.7", "203.0.113.9"),
        ("127.0.0.1", nil, "127.0.0.1"),
        ("127.0.0.1", "unknown", "127.0.0.1"),
        ("127.0.0.1", "203.0.113.7, nonsense, 10.0.0.1", "10.0.0.1"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", ",,,", "127.0.0.1"),
        ("127.0.0.1", "127.0.0.1", "127.0.0.1"),
    ])
    func theLastAddressThatIsNoProxyOfOursCounts(peer: String, forwarded: String?, origin: String) throws {
        let trust = ProxyTrust(AddressRange.thisMachine + [try #require(AddressRange("10.0.0.0/8"))])
        let peer = try #require(PeerAddress(text: peer))
        #expect(trust.origin(of: peer, forwarded: forwarded).text == origin)
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false),
        ("192.0.2.128/25", "192.0.2.129", true), ("192.0.2.128/25", "192.0.2.127", false),
        ("192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "192.0.2.2", false), ("0.0.0.0/0", "8.8.8.8", true),
        ("0.0.0.0/0", "::1", false), ("fd00::/8", "fdff::1", true), ("fd00::/8", "fe80::1", false),
    ])
    func aRangeIsAllThatBeginWithTheSameBits(range: String, address: String, isIn: Bool) throws {
        let range = try #require(AddressRange(range))
        let address = try #require(PeerAddress(text: address))
        #expect(range.contains(address) == isIn)
    }

    @Test(arguments: [
        "", "proxy", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0/8", "10.0.0.1:80", "[::1]", "::/129", "::/",
    ])
    func whatIsNoRangeIsNone(text: String) {
        #expect(AddressRange(text) == nil)
    }
}
