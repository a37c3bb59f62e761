public import ArgumentParser
import Foundation
public import QuestionBank

/// `greenroom bank export`
struct BankExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes a bank in another form.")

    @OptionGroup var options: BankOptions

    @Option(help: "markdown (our own format), json, csv or anki.")
    var format: ExportFormat = .markdown

    @Option(help: "The folder to write to, new or empty. (default: standard output)")
    var out: String?

    func run() throws {
        let files = try options.load().bank.export(format)
        if let out {
            try ExportedFiles(files).write(to: out)
        } else {
            for file in files { print(file.text, terminator: file.text.hasSuffix("\n") ? "" : "\n") }
        }
    }
}

extension ExportFormat: ExpressibleByArgument {}
