import Foundation
import Testing

@testable import WebSockets

struct StaticFilesTests {
    private static let script = Array(String(repeating: "export const answer = 42;\n", count: 200).utf8)

    private static let files = StaticFiles([
        "/index.html": Array("<!doctype html><title>Practice</title>".utf8), "/app.js": script,
        "/font.woff2": [UInt8](repeating: 0, count: 1000), "/deep/index.html": Array("deep".utf8),
    ])

    private func loop() throws -> RunningLoop { try RunningLoop { $0.files = Self.files } }

    @Test(arguments: [
        ("/", "text/html; charset=utf-8"), ("/index.html", "text/html; charset=utf-8"),
        ("/app.js", "text/javascript; charset=utf-8"), ("/font.woff2", "font/woff2"),
        ("/deep/", "text/html; charset=utf-8"), ("/app.js?v=2", "text/javascript; charset=utf-8"),
        ("//app.js", "text/javascript; charset=utf-8"), ("/deep/../app.js", "text/javascript; charset=utf-8"),
    ])
    func filesAreServedWithTheirType(path: String, type: String) throws {
        let loop = try loop()
        let response = try Client(loop.port).get(path)
        #expect(response.status == 200)
        #expect(response.headers["content-type"] == type)
        #expect(response.headers["cache-control"] == "no-cache")
    }

    @Test(arguments: [
        "/app.j", "/app.js/", "/../app.js/x", "/deep", "/%2e%2e/etc/passwd", "/APP.JS", "/.hidden",
    ])
    func nothingElseIsAFile(path: String) throws {
        let loop = try loop()
        #expect([403, 404].contains(try Client(loop.port).get(path).status))
    }

    @Test(
        arguments: [
            (nil, nil), ("gzip", "gzip"), ("br", "br"), ("gzip, deflate, br", "br"), ("br;q=0, gzip", "gzip"),
            ("identity", nil),
        ] as [(String?, String?)])
    func theClientGetsTheFormItTakes(accepted: String?, coding: String?) throws {
        let loop = try loop()
        let client = try Client(loop.port)
        let more = accepted.map { "Accept-Encoding: \($0)\r\n" } ?? ""
        let response = try client.get("/app.js", more: more)
        #expect(response.headers["content-encoding"] == coding)
        #expect(response.headers["vary"] == "accept-encoding")
        #expect(response.body.count < Self.script.count || coding == nil)
        if coding == nil { #expect(response.body == Self.script) }
        if coding == "gzip" { #expect(response.body.starts(with: [0x1f, 0x8b, 8])) }

        let head = try client.get("/app.js", method: "HEAD", more: more)
        #expect(head.headers["content-length"] == "\(response.body.count)")
        let tag = try #require(response.headers["etag"])
        #expect(head.headers["etag"] == tag)
        for match in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
            let unchanged = try client.get("/app.js", more: more + "If-None-Match: \(match)\r\n")
            #expect(unchanged.status == 304)
            #expect(unchanged.headers["etag"] == tag)
            #expect(unchanged.headers["content-length"] == nil)
        }
        #expect(try client.get("/app.js", more: more + "If-None-Match: \"other\"\r\n").status == 200)
    }

    @Test func formsHaveTagsOfTheirOwn() throws {
        let loop = try loop()
        let tags = try ["gzip", "br", "identity"].map {
            try Client(loop.port).get("/app.js", more: "Accept-Encoding: \($0)\r\n").headers["etag"]
        }
        #expect(Set(tags).count == 3)
    }

    @Test func whatIsCompressedAlreadyHasOneForm() throws {
        let loop = try loop()
        let response = try Client(loop.port).get("/font.woff2", more: "Accept-Encoding: br, gzip\r\n")
        #expect(response.headers["content-encoding"] == nil)
        #expect(response.headers["vary"] == nil)
    }

    @Test func filesCanBeReplacedWhileTheLoopRuns() throws {
        let loop = try loop()
        loop.parts.control.serve(StaticFiles(["/new.txt": Array("new".utf8)]))
        loop.perform { $0.events.put(.said("replaced")) }
        loop.expect(.said("replaced"))
        #expect(try Client(loop.port).get("/new.txt").text == "new")
        #expect(try Client(loop.port).get("/app.js").status == 404)
    }

    @Test func aFolderIsReadWithoutLinksAndHiddenFiles() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("files-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let below = folder.appendingPathComponent("css")
        try FileManager.default.createDirectory(at: below, withIntermediateDirectories: true)
        try Data("a".utf8).write(to: folder.appendingPathComponent("index.html"))
        try Data("b".utf8).write(to: below.appendingPathComponent("page.css"))
        try Data("c".utf8).write(to: folder.appendingPathComponent(".secret"))
        try FileManager.default.createSymbolicLink(
            at: folder.appendingPathComponent("link.txt"),
            withDestinationURL: URL(fileURLWithPath: "/etc/passwd"))
        try FileManager.default.createSymbolicLink(
            at: folder.appendingPathComponent("etc"), withDestinationURL: URL(fileURLWithPath: "/etc"))
        #expect(try StaticFiles(folder: folder.path).paths == ["/css/page.css", "/index.html"])
        #expect(throws: StaticFilesError.unreadable("\(folder.path)/none")) {
            try StaticFiles(folder: "\(folder.path)/none")
        }
    }

    @Test(arguments: [ContentCoding.gzip, .brotli])
    func compressionLosesNothing(coding: ContentCoding) throws {
        let tool = coding == .gzip ? "gzip" : "brotli"
        let compressed = try #require(coding.compress(Self.script))
        #expect(try Tool.run(tool, ["-dc"], input: compressed) == Self.script)
    }
}
