import ArgumentParser
import QuestionBank

/// `greenroom bank`
struct BankCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bank",
        abstract: "Checks, reads, writes and lists question banks.",
        subcommands: [
            BankCheck.self, BankTest.self, BankImport.self, BankExport.self, BankList.self, BankStats.self,
            BankSuggest.self,
        ])
}

/// Which bank a command is about.
struct BankOptions: ParsableArguments {
    @Option(
        help: "A folder or file with questions; may be given more than once. (default: the built-in bank)")
    var bank: [String] = Environment.list("BANK")

    func load(_ more: [String] = []) throws -> LoadedBank {
        let paths = bank + more
        do {
            return paths.isEmpty ? try Bank.builtIn() : try Bank.load(folders: paths)
        } catch {
            Terminal.complain("greenroom: \(error)")
            throw ExitCode(66)  // EX_NOINPUT
        }
    }
}
