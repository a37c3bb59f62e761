import Foundation
import Testing

@testable import WebSockets

extension TLSTests {
    /// A certificate authority of one's own and certificates signed by it.
    final class Authority {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ca-\(UUID())")

        init() throws {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try openssl(
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                "-days", "2",
                "-subj", "/CN=Authority", "-keyout", path("ca.key"), "-out", path("ca.pem"))
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

        /// - Parameter names: as OpenSSL writes them, `DNS:localhost,IP:127.0.0.1`.
        func sign(_ name: String, for names: String, days: Int = 2) throws -> TLSFiles {
            try openssl(
                "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj",
                "/CN=server",
                "-addext", "subjectAltName=\(names)", "-keyout", path("\(name).key"), "-out",
                path("\(name).csr"))
            try openssl(
                "x509", "-req", "-in", path("\(name).csr"), "-CA", path("ca.pem"), "-CAkey", path("ca.key"),
                "-copy_extensions", "copy", "-days", "\(days)", "-out", path("\(name).pem"))
            return TLSFiles(certificate: path("\(name).pem"), key: path("\(name).key"))
        }

        private func openssl(_ arguments: String...) throws { _ = try Tool.run("openssl", arguments) }
    }

    @Test(arguments: [("127.0.0.1", "IP:127.0.0.1"), ("localhost", "DNS:localhost")])
    func aServerOfTheAuthorityIsTrusted(host: String, names: String) throws {
        let authority = try Authority()
        let files = try authority.sign("server", for: names)
        let loop = try RunningLoop { $0.tls = files }
        let path = authority.path("ca.pem")
        let client = RunningClient(loop.port, host: host, isSecure: true) { $0.certificateAuthority = path }
        #expect(client.next() == .heard(.opened(cookies: [])))
        let text = String(repeating: "grüße ", count: 10_000)
        client.client.send(text)
        #expect(client.message() == text)
        client.client.close()
        #expect(client.next() == .ended(.closed(.normal, reason: "")))
    }

    @Test func aServerOfNobodyIsNotTrusted() throws {
        let authority = try Authority()
        let files = try authority.sign("server", for: "IP:127.0.0.1")
        let loop = try RunningLoop { $0.tls = files }
        expectDistrust(RunningClient(loop.port, isSecure: true))
        let other = try Authority()
        let path = other.path("ca.pem")
        expectDistrust(RunningClient(loop.port, isSecure: true) { $0.certificateAuthority = path })
        withExtendedLifetime(other) {}
    }

    @Test(arguments: ["DNS:example.org", "IP:127.0.0.2", "DNS:127.0.0.1"])
    func aServerOfAnotherNameIsNotTrusted(names: String) throws {
        let authority = try Authority()
        let files = try authority.sign("server", for: names)
        let loop = try RunningLoop { $0.tls = files }
        let path = authority.path("ca.pem")
        expectDistrust(RunningClient(loop.port, isSecure: true) { $0.certificateAuthority = path })
        expectDistrust(
            RunningClient(loop.port, host: "localhost", isSecure: true) { $0.certificateAuthority = path })
    }

    @Test func anExpiredCertificateIsNotTrusted() throws {
        let authority = try Authority()
        let files = try authority.sign("server", for: "IP:127.0.0.1", days: -1)
        let loop = try RunningLoop { $0.tls = files }
        let path = authority.path("ca.pem")
        expectDistrust(RunningClient(loop.port, isSecure: true) { $0.certificateAuthority = path })
    }

    @Test func aPlainServerHasNoTLS() throws {
        let loop = try RunningLoop()
        guard case .ended(let end) = RunningClient(loop.port, isSecure: true).next() else {
            Issue.record("opened")
            return
        }
        #expect(end == .noTLS || end == .lost)
    }

    @Test func anAuthorityThatCannotBeReadIsSaidToBe() throws {
        let client = RunningClient(1, isSecure: true) { $0.certificateAuthority = "/none.pem" }
        #expect(client.next() == .ended(.unusableAuthority(path: "/none.pem")))
    }

    private func expectDistrust(_ client: RunningClient, _ location: SourceLocation = #_sourceLocation) {
        guard case .ended(.notTrusted) = client.next() else {
            Issue.record("trusted, or another end", sourceLocation: location)
            return
        }
    }
}
