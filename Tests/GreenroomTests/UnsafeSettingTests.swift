import Testing
import WebSockets

@testable import Greenroom

struct UnsafeSettingTests {
    private func settings(_ host: String, _ change: (inout ServerSettings) -> Void = { _ in })
        -> ServerSettings
    {
        var settings = ServerSettings(host: host, port: 8080, banks: [], data: "/data", public: nil)
        change(&settings)
        return settings
    }

    @Test(arguments: ["127.0.0.1", "localhost", "::1", "127.0.0.7"])
    func onThisMachinePlainHTTPIsSafe(host: String) {
        #expect(settings(host).unsafe.isEmpty)
        #expect(settings(host) { $0.isBehindProxy = true }.unsafe.isEmpty)
    }

    @Test(arguments: ["0.0.0.0", "::", "192.0.2.7"])
    func openToOthersPlainHTTPHasToBeMeant(host: String) {
        #expect(settings(host).unsafe == [.plainHTTP(host: host)])
        #expect(settings(host) { $0.hosts = ["practice.example"] }.unsafe == [.plainHTTP(host: host)])
        #expect(settings(host) { $0.allowsInsecure = true }.unsafe.isEmpty)
        #expect(settings(host) { $0.tls = TLSFiles(certificate: "c", key: "k") }.unsafe.isEmpty)
    }

    @Test func aProxyElsewhereIsNamed() {
        #expect(settings("0.0.0.0") { $0.isBehindProxy = true }.unsafe == [.unnamedProxy(host: "0.0.0.0")])
        #expect(
            settings("0.0.0.0") {
                $0.isBehindProxy = true
                $0.trustedProxies = ["10.0.0.0/8"].compactMap { AddressRange($0) }
            }.unsafe.isEmpty)
    }

    @Test(arguments: ["0.0.0.0/0", "::/0"])
    func notEverybodyIsAProxy(range: String) {
        let found = settings("127.0.0.1") {
            $0.isBehindProxy = true
            $0.trustedProxies = ["10.0.0.1", range].compactMap { AddressRange($0) }
            $0.allowsInsecure = true
        }.unsafe
        #expect(found == [range].compactMap { AddressRange($0) }.map { .everybodyTrusted($0) })
    }

    @Test func metricsAreNotForAll() {
        let open = settings("127.0.0.1") { $0.metrics = .init(host: "0.0.0.0", port: 9100) }
        #expect(open.unsafe == [.metricsForAll(host: "0.0.0.0")])
        #expect(settings("127.0.0.1") { $0.metrics = .init(host: "::1", port: 9100) }.unsafe.isEmpty)
    }
}
