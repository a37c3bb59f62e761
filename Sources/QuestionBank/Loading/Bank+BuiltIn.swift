import Foundation

extension Bank {
    /// The questions that come with the server.
    public static func builtIn() throws(BankError) -> LoadedBank {
        guard let builtInFolder else { throw .folderMissing("BuiltInBank") }
        return try load(folders: [builtInFolder])
    }

    /// Where the built-in bank's files lie.
    public static var builtInFolder: String? {
        Bundle.module.resourceURL?.appendingPathComponent("BuiltInBank").path
    }

    /// The question with the id.
    public func question(id: String) -> Question? {
        questions.first { $0.id == id }
    }
}
