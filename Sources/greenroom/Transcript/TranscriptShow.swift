import ArgumentParser
import Interviews
import Transcripts

/// `greenroom transcript show`
struct TranscriptShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Prints a transcript.")

    @OptionGroup var options: DataOptions

    @Argument(help: "The interview's name as `transcript list` says it, or its beginning.")
    var interview: String

    @Option(help: "Of a room: whose (c1, c2 …). (default: everybody's)")
    var seat: String?

    func run() throws {
        let events = try options.events(of: interview, in: options.archive())
        let excerpts = Excerpt.candidates(of: events).filter { seat == nil || $0.text == seat }
            .compactMap { Excerpt(events, of: $0, for: .host) }
        guard !excerpts.isEmpty else {
            Terminal.complain("greenroom: nothing was asked there")
            throw ExitCode(1)
        }
        for excerpt in excerpts {
            Terminal.write(MarkdownTranscript.text(excerpt, isImportable: false).onScreen)
        }
    }
}
