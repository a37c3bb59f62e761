import ArgumentParser
import Interviews
import Marking
import QuestionBank
import Transcripts

/// `greenroom transcript remark`
struct TranscriptRemark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remark",
        abstract: "Says what today's bank and matcher would change about marks that are kept. Changes none.",
        discussion: """
            Ends with status 1 if any verdict would change, so that an edit of a bank can be checked before it is \
            published.
            """)

    @OptionGroup var options: DataOptions
    @OptionGroup var bank: BankOptions

    @Argument(help: "The interviews' names as `transcript list` says them, or their ends.")
    var interviews: [String] = []

    @ArgumentParser.Flag(help: "All that are kept.")
    var all = false

    func validate() throws {
        guard all != !interviews.isEmpty else { throw ValidationError("Name interviews, or say --all.") }
    }

    func run() throws {
        let archive = try options.archive()
        var remarking = Remarking(try bank.load([]).bank)
        let leftOut = LeftOut()
        if all {
            let names = try options.reporting { () throws(StoreError) in
                try archive.interviews(with: .answered)
            }
            for (index, name) in names.enumerated() {
                Terminal.progress("\(index + 1) of \(names.count)")
                show(remarking.changes(in: try options.events(of: name, in: archive, leftOut)))
            }
        } else {
            for name in interviews {
                show(remarking.changes(in: try options.events(of: name, in: archive)))
            }
        }
        Terminal.endProgress()
        let sum = remarking.sum
        let gone = sum.gone > 0 ? "; \(sum.gone) answers are to questions that are not in this bank" : ""
        print(
            sum.verdicts == 0
                ? "This bank changes no verdict in \(sum.answers) answers\(gone)."
                : "This bank changes \(sum.verdicts) \(sum.verdicts == 1 ? "verdict" : "verdicts") "
                    + "in \(sum.changed) of \(sum.answers) answers\(gone).")
        if sum.verdicts > 0 { throw ExitCode(1) }
        try leftOut.finish()
    }

    private func show(_ changes: [Remarking.Change]) {
        guard !changes.isEmpty else { return }
        Terminal.endProgress()
        for change in changes {
            print(
                "\(change.interview) \(change.seat) \(change.question) attempt \(change.attempt): "
                    + "\(change.point.onScreen): \(change.before?.rawValue ?? "new") → "
                    + "\(change.after?.rawValue ?? "gone")")
        }
    }
}
