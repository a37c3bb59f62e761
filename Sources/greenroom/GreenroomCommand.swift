import ArgumentParser
import Foundation
import Greenroom
import Wire

@main
struct GreenroomCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "greenroom",
        abstract: "Mock interviews whose answers are compared with key points.",
        version: Product.version,
        subcommands: [
            Serve.self, Practise.self, BankCommand.self, MarkCommand.self, TranscriptCommand.self,
            Backup.self, Move.self,
        ],
        defaultSubcommand: Serve.self)

    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if let word = arguments.first, !word.hasPrefix("-"), !commands.contains(word) {
            Terminal.complain(
                "greenroom: there is no command \(word.debugDescription). See greenroom --help.")
            Foundation.exit(ExitCode.validationFailure.rawValue)
        }
        main(arguments)
    }

    /// What the first word may be; of another one `serve`, which is there by default, would only say that it did
    /// not expect it.
    private static var commands: [String] {
        ["help"] + configuration.subcommands.flatMap { [$0._commandName] + $0.configuration.aliases }
    }
}
