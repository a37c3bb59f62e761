import ArgumentParser
import Greenroom
import Wire

@main
struct GreenroomCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "greenroom",
        abstract: "Mock interviews whose answers are compared with key points.",
        version: Product.version,
        subcommands: [Serve.self, Practise.self, BankCommand.self, MarkCommand.self, Backup.self],
        defaultSubcommand: Serve.self)
}
