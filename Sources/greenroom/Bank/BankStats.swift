import ArgumentParser
import Marking
import QuestionBank

/// `greenroom bank stats`
struct BankStats: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Counts what is in a bank.")

    @OptionGroup var options: BankOptions

    @Argument(help: "Folders or files to count.")
    var folders: [String] = []

    func run() throws {
        let bank = try options.load(folders).bank
        let questions = bank.questions
        let points = questions.flatMap(\.keyPoints)
        func row(_ name: String, _ count: Int) {
            print("\(String(count).padding(to: 6, atEnd: false))  \(name)")
        }
        row("questions", questions.count)
        row("topics", bank.topics.count)
        for difficulty in Difficulty.allCases {
            row("questions: \(difficulty.rawValue)", questions.count { $0.difficulty == difficulty })
        }
        row("questions with a model answer", questions.count { $0.modelAnswer != nil })
        row("questions with sample answers", questions.count { !$0.samples.isEmpty })
        for flag in QuestionBank.Flag.allCases {
            let count = questions.count { $0.flags.contains(flag) }
            if count > 0 { row("questions flagged \(flag.rawValue)", count) }
        }
        row("key points", points.count { !$0.isMisconception })
        row("misconceptions", points.count(where: \.isMisconception))
        row("phrasings", points.reduce(0) { $0 + $1.phrasings.count })
        row("misstatements", points.reduce(0) { $0 + ($1.misstatements?.count ?? 0) })
        row("hints", points.count { $0.hint != nil })
        row("probes", points.count { $0.probe != nil })
        row("sample answers", questions.reduce(0) { $0 + $1.samples.count })
        row("glossary terms", bank.glossary.count)
        print("hash \(bank.hash)")
    }
}
