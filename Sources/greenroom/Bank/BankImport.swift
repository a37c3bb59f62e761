import ArgumentParser
import Foundation
import QuestionBank

/// `greenroom bank import`
struct BankImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Reads documents as people write them and writes a bank.",
        discussion: """
            Takes Markdown and plain text in any of the usual shapes, web pages, Jupyter notebooks, org-mode, AsciiDoc, \
            reStructuredText, CSV, TSV, JSON, YAML, GIFT, Moodle XML, Anki's text exports and packages, and Quizlet's text. Key points are drafted from the answers. The report says for each file \
            how its questions were recognised and what to look at.
            """)

    @Argument(help: "Documents, or folders of them.")
    var files: [String]

    @Option(help: "The folder to write the bank to, in Greenroom's own format; must be new or empty.")
    var out: String?

    @ArgumentParser.Flag(help: "Prints every question found as JSON instead.")
    var json = false

    func validate() throws {
        guard json != (out != nil) else {
            throw ValidationError(
                "Give either --out DIR, to write a bank, or --json, to print the questions.")
        }
    }

    func run() throws {
        let loaded = try read()
        for report in loaded.reports { Terminal.complain(report.line) }
        for problem in loaded.problems { Terminal.complain("\(problem)") }
        if let out {
            try ExportedFiles(loaded.bank.export(.markdown)).write(to: out)
            Terminal.complain(
                "\(loaded.bank.questions.count) questions in \(loaded.bank.topics.count) topics written to \(out)"
            )
        }
        if loaded.bank.questions.isEmpty {
            Terminal.complain("greenroom: no questions found")
            throw ExitCode(65)  // EX_DATAERR
        }
    }

    /// Reads the files and, where that is asked for, prints their questions as it goes.
    private func read() throws -> LoadedBank {
        var merger = BankMerger()
        var list = ImportJSON()
        var count = 0
        for (index, file) in files.enumerated() {
            Terminal.progress("reading \(index + 1) of \(files.count): \(file)")
            do {
                try Bank.read(file) { document in
                    if json { list.list(document) { Terminal.write($0) } }
                    merger.add(document)
                    count += document.questions.count
                    Terminal.progress("\(count) questions, \(index + 1) of \(files.count): \(document.name)")
                }
            } catch {
                Terminal.endProgress()
                Terminal.complain("greenroom: \(error)")
                throw ExitCode(66)
            }
        }
        if json { Terminal.write(list.end()) }
        Terminal.endProgress()
        return merger.finish()
    }
}

extension FileReport {
    /// `notes.md: headings of level 3: 12 questions, 10 with an answer, 2 empty`
    fileprivate var line: String {
        var parts = ["\(questions) questions", "\(withAnswer) with an answer"]
        for (count, name) in [
            (empty, "empty"), (truncated, "truncated"), (duplicates, "repeated"),
            (nearDuplicates, "nearly repeated"), (ignoredLines, "lines ignored"),
        ] where count > 0 {
            parts.append("\(count) \(name)")
        }
        return ([file, pattern, parts.joined(separator: ", ")] + remarks).joined(separator: ": ")
    }
}
