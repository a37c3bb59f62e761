import ArgumentParser
import Foundation
import Interviews
import Transcripts

/// `greenroom transcript`
struct TranscriptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transcript",
        abstract: "Lists, shows, exports, imports, deletes and re-marks what was said in interviews.",
        discussion: """
            list, show, log, export and remark may be used while a server writes; for import and delete stop it first, \
            unless it keeps transcripts on a PostgreSQL server.
            """,
        subcommands: [
            TranscriptList.self, TranscriptShow.self, TranscriptLog.self, TranscriptExport.self,
            TranscriptImport.self, TranscriptDelete.self, TranscriptRemark.self,
        ])
}

/// What was left out because this version cannot read it.
final class LeftOut {
    private var interviews: Set<InterviewID> = []

    func add(_ interview: InterviewID, _ error: StoreError) {
        guard interviews.insert(interview).inserted else { return }
        Terminal.endProgress()
        Terminal.complain("greenroom: left out: \(error)")
    }

    /// Whoever reads the status alone learns of it too.
    func finish() throws {
        guard interviews.isEmpty else { throw ExitCode(66) }  // EX_NOINPUT
    }
}

/// The data folder, and what is read from it.
struct DataOptions: ParsableArguments {
    @Option(help: "The folder where transcripts are kept.")
    var data = Environment.string("DATA") ?? DefaultFolders.data

    @Option(help: StoreOption.help)
    var store: String?

    func validate() throws { _ = try StoreOption.address(store) }

    private var place: LogPlace {
        get throws { try StoreOption.place(store, data: data) }
    }

    /// For reading, beside a server or without one.
    func archive() throws -> any LogArchive {
        let place = try place
        if case .folder = place, !FileManager.default.fileExists(atPath: data + "/greenroom.sqlite") {
            Terminal.complain(
                "greenroom: there are no transcripts in \(data); say with --data where the server keeps them")
            throw ExitCode(66)  // EX_NOINPUT
        }
        return try reporting { () throws(StoreError) in try place.openArchive() }
    }

    /// For writing; in a data folder as the only one.
    func open() throws -> (store: any LogStore, library: any Library) {
        let place = try place
        do throws(StoreError) {
            return try place.open()
        } catch {
            if case .inUse = error {
                Terminal.complain("greenroom: a server is using \(data); stop it first")
                throw ExitCode(75)  // EX_TEMPFAIL
            }
            Terminal.complain("greenroom: \(place): \(error)")
            throw ExitCode(66)  // EX_NOINPUT
        }
    }

    func reporting<Value>(_ work: () throws(StoreError) -> Value) throws -> Value {
        do throws(StoreError) {
            return try work()
        } catch {
            Terminal.complain("greenroom: \(try place): \(error)")
            throw ExitCode(66)  // EX_NOINPUT
        }
    }

    /// All events of one interview of many. One that this version cannot read is named and left out.
    func events(
        of interview: InterviewID, in archive: any LogArchive, _ leftOut: LeftOut
    ) throws -> [RecordedEvent] {
        try reporting { () throws(StoreError) in
            do throws(StoreError) {
                return try archive.events(of: interview)
            } catch .unreadable(let interview, let seq) {
                leftOut.add(interview, StoreError.unreadable(interview, seq: seq))
                return []
            }
        }
    }

    /// One seat's transcript with all there is, as an operator reads it.
    func excerpt(of events: [RecordedEvent], seat: SeatID, in archive: any LogArchive) throws -> Excerpt? {
        guard let interview = events.first?.interview else { return nil }
        let notes = try reporting { () throws(StoreError) in try archive.notes(of: interview, seat: seat) }
        return Excerpt(events, of: seat, for: .host, notes: notes)
    }

    /// All events of an interview by its name, or how its name begins or ends.
    func events(of name: String, in archive: any LogArchive) throws -> [RecordedEvent] {
        let found = try reporting { () throws(StoreError) in try archive.interviews(named: name) }
        guard let interview = found.first, found.count == 1 else {
            Terminal.complain(
                found.isEmpty
                    ? "greenroom: there is no interview \(name)"
                    : "greenroom: \(found.count) interviews begin or end with \(name); say more of the name")
            throw ExitCode(1)
        }
        return try reporting { () throws(StoreError) in try archive.events(of: interview) }
    }
}
