import FoundationEssentials

/// A folder for one test, gone with the test.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/transcripts-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}

extension TemporaryFolder {
    /// The names of the files whose bytes hold a text.
    func files(holding text: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).filter { name in
            try Data(contentsOf: URL(filePath: path + "/" + name)).firstRange(of: Data(text.utf8)) != nil
        }
    }
}
