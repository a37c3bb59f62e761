import Interviews
import Logging
import QuestionBank

/// Where the bank is read from.
struct BankFolders: Sendable {
    /// The built-in bank where there are none.
    var paths: [String]
    var logger: Logger

    /// Reads the bank and says in the log what an author may want to mend.
    ///
    /// - Parameter acceptsErrors: `false` to refuse a bank of which a file cannot be used.
    func load(acceptingErrors acceptsErrors: Bool = true) throws(StartError) -> Bank {
        let loaded: LoadedBank
        do {
            loaded = paths.isEmpty ? try Bank.builtIn() : try Bank.load(folders: paths)
        } catch {
            throw .bank(error)
        }
        let errors = loaded.problems.filter { $0.severity == .error }
        guard acceptsErrors || errors.isEmpty else { throw .bank(.invalid(errors)) }
        for problem in loaded.problems where problem.severity > .note {
            logger.warning("bank", metadata: ["problem": "\(problem)"])
        }
        guard !loaded.bank.askable.isEmpty else { throw .bank(.empty(paths)) }
        return loaded.bank
    }
}
