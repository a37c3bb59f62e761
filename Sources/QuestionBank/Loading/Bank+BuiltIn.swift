import Foundation

extension Bank {
    /// The questions that come with the server.
    public static func builtIn() throws(BankError) -> LoadedBank {
        guard let folder = Bundle.module.resourceURL?.appendingPathComponent("BuiltInBank") else {
            throw .folderMissing("BuiltInBank")
        }
        return try load(folders: [folder.path])
    }

    /// The question with the id.
    public func question(id: String) -> Question? {
        questions.first { $0.id == id }
    }
}
