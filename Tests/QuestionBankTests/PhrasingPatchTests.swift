import Foundation
import QuestionBank
import Testing

struct PhrasingPatchTests {
    private static let document = """
        # Metrics

        ## What does recall tell?

        ### Key points

        - **Share of positives found**: true positives among all.
          - Also: sensitivity
        - **Misses cost more**: where a miss is worse.
          - Weight: 2

        ## What does precision tell?

        ### Key points

        - **Share of positives found**: another question's point.

        """

    private func patch(_ additions: (line: Int, head: String, phrasing: String)...) -> PhrasingPatch {
        var patch = PhrasingPatch(of: Self.document)
        for (line, head, phrasing) in additions {
            let isAdded = patch.add(.init(line: line, head: head, phrasing: phrasing))
            #expect(isAdded)
        }
        return patch
    }

    /// What `patch` makes of it.
    private func applied(_ patch: PhrasingPatch) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("metrics.md")
        try Self.document.write(to: file, atomically: true, encoding: .utf8)
        let diff = folder.appendingPathComponent("diff")
        try patch.text(file: "metrics.md").write(to: diff, atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/patch")
        process.arguments = ["-p1", "--batch", "--fuzz=0", "-d", folder.path, "-i", diff.path]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return try String(contentsOf: file, encoding: .utf8)
    }

    @Test func aPhrasingJoinsThoseThatAreThere() throws {
        let text = try applied(patch((3, "Share of positives found", "finds all the real cases")))
        #expect(text.contains("  - Also: sensitivity; finds all the real cases\n"))
    }

    @Test func aPointWithoutPhrasingsGetsItsFirst() throws {
        let text = try applied(
            patch((3, "Misses cost more", "a miss hurts"), (3, "Misses cost more", "cannot miss one")))
        #expect(
            text.contains("where a miss is worse.\n  - Also: a miss hurts; cannot miss one\n  - Weight: 2\n"))
    }

    @Test func theNextQuestionsPointsAreItsOwn() throws {
        let text = try applied(
            patch((12, "Share of positives found", "one more"), (3, "Misses cost more", "a miss hurts")))
        #expect(text.contains("another question's point.\n  - Also: one more\n"))
        #expect(text.contains("  - Also: sensitivity\n"))
        var patch = PhrasingPatch(of: Self.document)
        let isAdded = patch.add(.init(line: 12, head: "Misses cost more", phrasing: "x"))
        #expect(!isAdded)
        #expect(patch.text(file: "metrics.md") == "")
    }
}
