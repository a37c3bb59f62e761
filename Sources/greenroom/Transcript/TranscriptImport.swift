import ArgumentParser
import Foundation
import Interviews
import Transcripts

/// `greenroom transcript import`
struct TranscriptImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Takes transcripts in that were exported as Markdown.",
        discussion: """
            Nobody holds a seat in what was imported; with --like it belongs to the visitor to whom another interview \
            belongs. What is there already is left as it is.
            """)

    @OptionGroup var options: DataOptions

    @Argument(help: "Markdown files that `transcript export` wrote.")
    var files: [String]

    @Option(help: "An interview whose owner is to own these too.")
    var like: String?

    func run() throws {
        let (store, library) = try options.open()
        defer {
            library.close()
            store.close()
        }
        let keeper = LibraryKeeper(store: store, library: library)
        let owner = try like.map { name in try self.owner(of: name) }
        var failed = false
        for file in files {
            do {
                let excerpt = try read(file)
                switch try store.take(excerpt, for: owner) {
                case .taken:
                    Terminal.complain("\(file): \(excerpt.interview) is there already")
                    failed = true
                default:
                    try store.takeNotes(of: excerpt)
                    // Where a server is at work it has not seen this.
                    try keeper.takeIn([excerpt.interview])
                    print("\(file): \(excerpt.interview)")
                }
            } catch is CocoaError {
                Terminal.complain("\(file): there is no such file, or it cannot be read")
                failed = true
            } catch {
                Terminal.complain("\(file): \(error)")
                failed = true
            }
        }
        if failed { throw ExitCode(1) }
    }

    private func read(_ file: String) throws -> Excerpt {
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
        let data = try handle.read(upToCount: MarkdownTranscript.maximumSize + 1) ?? Data()
        guard data.count <= MarkdownTranscript.maximumSize else { throw ImportError.tooLarge }
        guard let text = String(validating: data, as: UTF8.self) else { throw ImportError.noTranscript }
        return try MarkdownTranscript.read(text)
    }

    private func owner(of name: String) throws -> String {
        let events = try options.events(of: name, in: options.archive())
        guard case .opened(let opened)? = events.first?.event, let visitor = opened.visitor else {
            Terminal.complain("greenroom: \(name) belongs to nobody")
            throw ExitCode(1)
        }
        return visitor
    }
}
