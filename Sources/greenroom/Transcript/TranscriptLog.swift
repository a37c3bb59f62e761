import ArgumentParser
import Transcripts

/// `greenroom transcript log`
struct TranscriptLog: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Prints what the log has of an interview: an event a line, as JSON.")

    @OptionGroup var options: DataOptions

    @Argument(help: "The interview's name as `transcript list` says it, or its end.")
    var interview: String

    func run() throws {
        for event in try options.events(of: interview, in: try options.archive()) {
            let line = LogLine(event).text
            Terminal.write((Terminal.isLive ? line.onScreen : line) + "\n")
        }
    }
}
