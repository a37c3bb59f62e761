import ArgumentParser
import Interviews
import Transcripts

/// `greenroom transcript show`
struct TranscriptShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Prints a transcript.")

    @OptionGroup var options: DataOptions

    @Argument(help: "The interview's name as `transcript list` says it, or its end.")
    var interview: String

    @Option(help: "Of a room: whose (c1, c2 …). (default: everybody's)")
    var seat: String?

    func run() throws {
        let archive = try options.archive()
        let events = try options.events(of: interview, in: archive)
        let candidates = Excerpt.candidates(of: events)
        if let seat, !candidates.contains(where: { $0.text == seat }) {
            let there = candidates.map(\.text).joined(separator: ", ")
            Terminal.complain(
                "greenroom: nobody answers there as \(seat)\(there.isEmpty ? "" : "; there is \(there)")")
            throw ExitCode(1)
        }
        let excerpts = try candidates.filter { seat == nil || $0.text == seat }
            .compactMap { try options.excerpt(of: events, seat: $0, in: archive) }
        guard !excerpts.isEmpty else {
            Terminal.complain("greenroom: nothing was asked there")
            throw ExitCode(1)
        }
        for excerpt in excerpts {
            Terminal.write(MarkdownTranscript.text(excerpt, isImportable: false).onScreen)
        }
    }
}
