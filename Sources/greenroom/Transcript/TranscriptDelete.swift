import ArgumentParser
import Foundation
import Interviews
import Transcripts

/// `greenroom transcript delete`
struct TranscriptDelete: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Deletes interviews for good: nothing of them stays in the data folder.",
        discussion: """
            With a room everybody's answers go. What was exported or copied by `greenroom backup` is not touched.
            """)

    @OptionGroup var options: DataOptions

    @Argument(help: "The interviews' names as `transcript list` says them, or their ends.")
    var interviews: [String]

    @Flag(help: "Do not ask.")
    var yes = false

    func run() throws {
        // Before a folder is made where there was none.
        let archive = try options.archive()
        // The server's library has the words too.
        let (store, library) = try options.open()
        defer {
            library.close()
            store.close()
        }
        let keeper = LibraryKeeper(store: store, library: library)
        // All are known before the first is gone.
        let found = try interviews.map { try options.events(of: $0, in: archive) }
        for events in found {
            guard let interview = events.first?.interview else { continue }
            guard yes || isConfirmed(interview, events) else {
                Terminal.complain("\(interview) is kept")
                continue
            }
            try options.reporting { () throws(StoreError) in try keeper.erase([interview]) }
            print("\(interview) is deleted")
        }
    }

    private func isConfirmed(_ interview: InterviewID, _ events: [RecordedEvent]) -> Bool {
        let answers = events.count { $0.event.kind == .answered }
        Terminal.complain(
            "Delete \(interview) of \(events[0].at.rfc3339.prefix(10)) with \(answers) answers for good? "
                + "Nothing can bring it back. Type yes:")
        return readLine()?.lowercased() == "yes"
    }
}
