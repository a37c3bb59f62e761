import Testing

@testable import WebSockets

struct NameRulesTests {
    private func rules(
        address: String = "127.0.0.1", loopback: Bool = true, secure: Bool = false, port: Int = 8080,
        _ change: (inout UpgradePolicy) -> Void = { _ in }
    ) -> NameRules {
        var policy = UpgradePolicy()
        change(&policy)
        return NameRules(policy: policy, address: address, port: port, isLoopback: loopback, isSecure: secure)
    }

    @Test(arguments: [
        ("127.0.0.1:8080", true), ("localhost:8080", true), ("[::1]:8080", true), ("LOCALHOST:8080", true),
        ("localhost", false), ("localhost:8081", false), ("evil.example:8080", false), ("", false),
        ("localhost:8080.evil.example", false), ("127.0.0.1", false),
    ])
    func onThisMachineOnlyItsNamesAreHosts(host: String, allowed: Bool) {
        #expect(rules().allows(host: host) == allowed)
    }

    @Test(arguments: [
        ("http://localhost:8080", true), ("http://127.0.0.1:8080", true), (nil, true),
        ("https://localhost:8080", false), ("http://localhost:8080/", false),
        ("http://localhost:80801", false),
        ("http://evil.example", false), ("null", false), ("", false),
        ("http://localhost:8080, http://evil.example", false),
    ])
    func originIsOneOfTheHosts(origin: String?, allowed: Bool) {
        #expect(rules().allows(origin: origin, host: "localhost:8080") == allowed)
    }

    @Test func originCanBeDemanded() {
        #expect(!rules { $0.requiresOrigin = true }.allows(origin: nil, host: "localhost:8080"))
    }

    @Test(arguments: [
        ("192.0.2.7:8080", true), ("192.0.2.7", true), ("[2001:db8::7]:9000", true), ("localhost:8080", true),
        ("anything.example:8080", false), ("192.0.2.7.evil.example", false), ("192.0.2", false),
        ("2001:db8::7", false), ("[evil.example]:8080", false), ("127.1:8080", false), ("", false),
        (":8080", false),
    ])
    func openToOthersWithoutANameOnlyAddressesAreHosts(host: String, allowed: Bool) {
        let rules = rules(address: "0.0.0.0", loopback: false)
        #expect(rules.allows(host: host) == allowed)
        #expect(rules.allows(origin: "http://\(host)", host: host) == allowed)
    }

    @Test func openToOthersTheOriginIsTheHostItself() {
        let rules = rules(address: "0.0.0.0", loopback: false)
        #expect(!rules.allows(origin: "http://192.0.2.8:8080", host: "192.0.2.7:8080"))
        #expect(!rules.allows(origin: "https://192.0.2.7:8080", host: "192.0.2.7:8080"))
        #expect(!rules.allows(origin: "http://evil.example:8080", host: "192.0.2.7:8080"))
    }

    @Test func anAddressOfItsOwnIsAHost() {
        let rules = rules(address: "192.0.2.7", loopback: false) { $0.hosts = ["practice.example"] }
        #expect(rules.allows(host: "192.0.2.7:8080"))
        #expect(!rules.allows(host: "192.0.2.8:8080"))
    }

    @Test func aGivenHostIsTheOnlyOneFromOutside() {
        let rules = rules(address: "0.0.0.0", loopback: false) { $0.hosts = ["Practice.example"] }
        #expect(rules.allows(host: "practice.example"))
        #expect(rules.allows(host: "localhost:8080"))
        #expect(!rules.allows(host: "evil.example"))
        #expect(rules.allows(origin: "https://practice.example", host: "practice.example"))
        #expect(rules.allows(origin: "http://practice.example", host: "practice.example"))
        #expect(!rules.allows(origin: "https://evil.example", host: "practice.example"))
    }

    @Test func withTLSOriginsAreSecure() {
        let rules = rules(secure: true, port: 443)
        #expect(rules.allows(host: "localhost"))
        #expect(rules.allows(origin: "https://localhost", host: "localhost"))
        #expect(!rules.allows(origin: "http://localhost", host: "localhost"))
    }

    @Test func furtherOriginsAreTakenAsTheyAre() {
        let rules = rules { $0.origins = ["https://app.example"] }
        #expect(rules.allows(origin: "https://app.example", host: "localhost:8080"))
        #expect(!rules.allows(origin: "https://app.example.evil", host: "localhost:8080"))
    }
}
