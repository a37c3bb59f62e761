import ArgumentParser
import Foundation
import Marking
import QuestionBank

/// `greenroom mark`
struct MarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mark",
        abstract: "Compares an answer with a question's key points, or rows of answers with references.",
        discussion: """
            With --pairs, each line of the file is a JSON object {"id", "question", "reference": text or list, \
            "key_points": list, "answer"}; either reference or key_points is enough. The output has a line \
            {"id", "predicted", "points"} for each of them.
            """)

    @OptionGroup var options: BankOptions

    @Option(help: "The id of the question; `greenroom bank list` shows them.")
    var question: String?

    @Option(help: "The file with the answer; - for standard input.")
    var answer = "-"

    @ArgumentParser.Flag(help: "Prints the mark as JSON.")
    var json = false

    @Option(help: "A file of rows to mark, one JSON object a line.")
    var pairs: String?

    @Option(help: "The file for the predictions. (default: standard output)")
    var out: String?

    func validate() throws {
        guard (question == nil) != (pairs == nil) else {
            throw ValidationError("Give either --question ID, for one answer, or --pairs FILE, for many.")
        }
    }

    func run() throws {
        if let pairs {
            try PairFile(path: pairs).mark(to: out)
        } else if let id = question {
            let bank = try options.load().bank
            guard let question = bank.question(id: id) else {
                Terminal.complain("greenroom: no question \(id); `greenroom bank list` shows them")
                throw ExitCode(65)
            }
            let text = try Self.read(answer)
            let mark = Matcher(question.rubric).mark(text)
            print(json ? Self.encoded(mark) : MarkText(mark, of: question, answer: text).description)
        }
    }

    private static func read(_ path: String) throws -> String {
        let data =
            path == "-"
            ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: path)
        guard let data, let text = String(validating: data, as: UTF8.self) else {
            Terminal.complain("greenroom: \(path) cannot be read as UTF-8 text")
            throw ExitCode(66)
        }
        return text
    }

    private static func encoded(_ mark: Mark) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return (try? encoder.encode(mark)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
