import Foundation
import Testing
import Wire

/// Whoever writes a client can know every reason for which a request may be refused.
struct RefusalCodeTests {
    private static func text(_ path: String) throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    @Test func theSchemaHasThemAll() throws {
        let schema = try JSONSerialization.jsonObject(
            with: Data(Self.text("Public/greenroom.v1.schema.json").utf8))
        let definitions = (schema as? [String: Any])?["$defs"] as? [String: Any]
        let fields = (definitions?["refused"] as? [String: Any])?["properties"] as? [String: Any]
        let codes = try #require((fields?["code"] as? [String: Any])?["enum"] as? [String])
        #expect(codes.count == Set(codes).count)
        #expect(Set(codes) == Set(RefusalCode.allCases.map(\.rawValue)))
    }

    @Test(arguments: RefusalCode.allCases)
    func theProtocolsPageSaysWhetherToTryAgain(code: RefusalCode) throws {
        let section = try #require(
            Self.text(".github/PROTOCOL.md").components(separatedBy: "\n## Refusals\n").last)
        let row = section.split(separator: "\n").first { line in
            line.hasPrefix("|") && line.split(separator: "|")[0].contains("`\(code.rawValue)`")
        }
        let cells = try #require(row).split(separator: "|")
        #expect(cells.count == 3 && cells[1].count > 5 && cells[2].count > 2)
    }
}
