import ArgumentParser
import QuestionBank

/// `greenroom bank check`
struct BankCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Finds what an author should mend.",
        discussion: """
            One line for each problem: file:line: severity: what is wrong; how to mend it [rule]. Ends with status \
            1 if there are errors, or warnings with --strict; 66 if the bank cannot be read; else 0.
            """)

    @OptionGroup var options: BankOptions

    @Argument(help: "Folders or files to check.")
    var folders: [String] = []

    @ArgumentParser.Flag(help: "Warnings count as errors.")
    var strict = false

    func run() throws {
        let loaded = try options.load(folders)
        let problems = loaded.check()
        for problem in problems { print(problem) }
        let counts = Problem.Severity.allCases.reversed().map { severity in
            "\(problems.count { $0.severity == severity }) \(severity.rawValue)s"
        }
        print("\(loaded.bank.questions.count) questions: \(counts.joined(separator: ", "))")
        let limit: Problem.Severity = strict ? .warning : .error
        if problems.contains(where: { $0.severity >= limit }) { throw ExitCode(1) }
    }
}
