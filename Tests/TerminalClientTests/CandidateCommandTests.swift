import HubStage
import Testing
import Wire

@testable import TerminalClient

struct CandidateCommandTests {
    @Test(arguments: [
        ("/next", CandidateCommand.next), ("/NEXT ", .next), ("/?", .help), ("/quit", .end),
        ("/dispute 2", .dispute(point: 2, words: "")),
        ("/dispute 2 I did say that", .dispute(point: 2, words: "I did say that")),
        ("/withdraw 3", .withdraw(point: 3)), ("/extend", .extend(seconds: 60)),
        ("/extend 120", .extend(seconds: 120)),
    ])
    func commandsAreRead(line: String, command: CandidateCommand) throws {
        #expect(try CandidateCommand.read(line) == command)
    }

    @Test(arguments: ["", "next", " /next", "//next", "a / b"])
    func everythingElseIsText(line: String) throws {
        #expect(try CandidateCommand.read(line) == nil)
    }

    @Test(arguments: [
        ("/nxt", CandidateCommand.Unreadable.unknown("/nxt")), ("/", .unknown("/")),
        ("/dispute", .usage("/dispute N, or /dispute N the words that say it")),
        ("/dispute me", .usage("/dispute N, or /dispute N the words that say it")),
        ("/extend 1", .usage("/extend SECONDS, from 15 to 3600")),
    ])
    func wrongCommandsAreSaidToBe(line: String, error: CandidateCommand.Unreadable) {
        #expect(throws: error) { try CandidateCommand.read(line) }
    }
}
