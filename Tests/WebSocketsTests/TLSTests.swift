import Foundation
import Testing

@testable import WebSockets

/// One at a time: libwebsockets keeps OpenSSL's index of a connection in one place for the whole process, and a new
/// context with TLS changes it while others shake hands.
@Suite(.serialized) struct TLSTests {
    /// Two certificates and their keys, in a folder of their own.
    final class Certificates {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tls-\(UUID())")

        init() throws {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for name in ["one", "two"] {
                _ = try Tool.run(
                    "openssl",
                    [
                        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                        "-days",
                        "2", "-subj", "/CN=\(name)", "-keyout", path("\(name).key"), "-out",
                        path("\(name).pem"),
                    ])
            }
            try use("one")
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        var files: TLSFiles { TLSFiles(certificate: path("now.pem"), key: path("now.key")) }

        func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

        func use(_ name: String) throws { try use(certificate: "\(name).pem", key: "\(name).key") }

        func use(certificate: String, key: String) throws {
            for (from, to) in [(certificate, "now.pem"), (key, "now.key")] {
                try Data(contentsOf: folder.appendingPathComponent(from)).write(
                    to: folder.appendingPathComponent(to))
            }
        }
    }

    /// What a client sees of the server: the certificate's name and the answer to a request.
    private func ask(_ loop: RunningLoop, _ options: [String] = []) throws -> String {
        let request = "GET /now HTTP/1.1\r\nHost: localhost:\(loop.port)\r\nConnection: close\r\n\r\n"
        let output = try Tool.run(
            "openssl", ["s_client", "-connect", "127.0.0.1:\(loop.port)", "-ign_eof"] + options,
            input: Array(request.utf8))
        return String(decoding: output, as: UTF8.self)
    }

    private func reload(_ loop: RunningLoop) -> Result<Void, CertificateError>? {
        let done = Channel<Result<Void, CertificateError>>()
        loop.parts.control.reloadCertificate { done.put($0) }
        return done.next()
    }

    @Test func answersOverTLSOnlyAndSaysSo() throws {
        let certificates = try Certificates()
        let loop = try RunningLoop { $0.tls = certificates.files }
        let output = try ask(loop, ["-alpn", "h2,http/1.1"])
        #expect(output.contains("HTTP/1.1 200 OK"))
        #expect(output.contains("strict-transport-security: max-age=31536000"))
        #expect(output.contains("ALPN protocol: http/1.1"))
        #expect(output.contains("subject=CN = one"))
        guard case .requested(let request) = loop.events.next() else {
            Issue.record("not requested")
            return
        }
        #expect(request.isSecure)
        let plain = try Client(loop.port)
        plain.send("GET /now HTTP/1.1\r\nHost: localhost:\(loop.port)\r\n\r\n")
        #expect(!String(decoding: try plain.rest(), as: UTF8.self).contains("200"))
    }

    @Test func aLargeAnswerArrivesWhole() throws {
        let certificates = try Certificates()
        let loop = try RunningLoop { $0.tls = certificates.files }
        let request = "GET /large HTTP/1.1\r\nHost: localhost:\(loop.port)\r\nConnection: close\r\n\r\n"
        let output = try Tool.run(
            "openssl", ["s_client", "-connect", "127.0.0.1:\(loop.port)", "-ign_eof", "-quiet"],
            input: Array(request.utf8))
        #expect(output.count(where: { $0 == 7 }) == 3_000_000)
    }

    /// A record holds 512 bytes here, and what is misread lies behind the first.
    @Test(arguments: [
        ("/now", "Accept-CH: a", "400"), ("/now", "X: a", "400"), ("/now", "X-Some: a", "200"),
        ("/now", "Sec-WebSocket-Extensions: " + String(repeating: "a; b, ", count: 60), "400"),
        ("/" + String(repeating: "n", count: 600) + "%00.html", "X-Some: a", "400"),
    ])
    func aHeadIsLookedOverInAllItsRecords(path: String, header: String, status: String) throws {
        let certificates = try Certificates()
        let loop = try RunningLoop { $0.tls = certificates.files }
        let request =
            "GET \(path) HTTP/1.1\r\nHost: localhost:\(loop.port)\r\n"
            + "Cookie: \(String(repeating: "c", count: 700))\r\n\(header)\r\nConnection: close\r\n\r\n"
        let output = try Tool.run(
            "openssl",
            [
                "s_client", "-connect", "127.0.0.1:\(loop.port)", "-ign_eof", "-quiet", "-max_send_frag",
                "512",
            ],
            input: Array(request.utf8))
        #expect(String(decoding: output, as: UTF8.self).hasPrefix("HTTP/1.1 \(status) "))
    }

    @Test func aHeadThatDoesNotEndIsRefusedInTime() throws {
        let certificates = try Certificates()
        let loop = try RunningLoop {
            $0.tls = certificates.files
            $0.limits.handshakeSeconds = 1
        }
        let output = try Tool.run(
            "openssl", ["s_client", "-connect", "127.0.0.1:\(loop.port)", "-ign_eof", "-quiet"],
            input: Array("GET /now HTTP/1.1\r\nHost: loc".utf8))
        #expect(String(decoding: output, as: UTF8.self).hasPrefix("HTTP/1.1 408 "))
    }

    @Test func oldVersionsAreRefused() throws {
        let certificates = try Certificates()
        let loop = try RunningLoop { $0.tls = certificates.files }
        #expect(throws: (any Error).self) { try ask(loop, ["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"]) }
        #expect(try ask(loop, ["-tls1_2"]).contains("200 OK"))
    }

    @Test func aNewCertificateIsServedFromTheReloadOn() throws {
        let certificates = try Certificates()
        let loop = try RunningLoop { $0.tls = certificates.files }
        #expect(try ask(loop).contains("subject=CN = one"))
        try certificates.use("two")
        #expect(try ask(loop).contains("subject=CN = one"))
        _ = try #require(reload(loop)).get()
        #expect(try ask(loop).contains("subject=CN = two"))
    }

    @Test func aBrokenCertificateIsReportedAndTheOldOneStays() throws {
        let certificates = try Certificates()
        let loop = try RunningLoop { $0.tls = certificates.files }
        try Data("no certificate".utf8).write(to: certificates.folder.appendingPathComponent("now.pem"))
        #expect(throws: CertificateError.unreadableCertificate(path: certificates.path("now.pem"))) {
            try #require(reload(loop)).get()
        }
        try certificates.use(certificate: "one.pem", key: "two.key")
        #expect(throws: CertificateError.keyDoesNotMatch) { try #require(reload(loop)).get() }
        try certificates.use("one")
        try Data("no key".utf8).write(to: certificates.folder.appendingPathComponent("now.key"))
        #expect(throws: CertificateError.unreadableKey(path: certificates.path("now.key"))) {
            try #require(reload(loop)).get()
        }
        #expect(try ask(loop).contains("subject=CN = one"))
    }

    @Test func aLoopWithABrokenCertificateDoesNotStart() throws {
        #expect(throws: LoopError.certificate(.unreadableCertificate(path: "/none.pem"))) {
            try RunningLoop { $0.tls = TLSFiles(certificate: "/none.pem", key: "/none.key") }
        }
    }

    @Test func withoutTLSThereIsNothingToReload() throws {
        #expect(throws: CertificateError.notConfigured) { try #require(reload(RunningLoop())).get() }
    }
}
