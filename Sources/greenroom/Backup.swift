import ArgumentParser
import Foundation
import Transcripts

/// `greenroom backup`
struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copies all transcripts into one file, while a server writes them or without one.",
        discussion: """
            The copy is the log as it was at one moment, verified before it gets its name. To restore it, stop the \
            server, remove greenroom.sqlite-wal and greenroom.sqlite-shm from the data folder, and put the copy in \
            the place of greenroom.sqlite. What a PostgreSQL server keeps is copied by pg_dump.
            """)

    @Argument(help: "The file to make; it must not exist yet.")
    var file: String

    @Option(help: "The folder where transcripts are kept.")
    var data = Environment.string("DATA") ?? DefaultFolders.data

    func validate() throws {
        guard Environment.string("STORE") == nil else {
            throw ValidationError(
                "Transcripts are on a PostgreSQL server (GREENROOM_STORE): pg_dump copies them.")
        }
    }

    func run() throws {
        do throws(StoreError) {
            let content = try SQLiteArchive(folder: data).copy(to: file)
            print("\(content.interviews) interviews with \(content.events) events copied to \(file)")
        } catch {
            let reason =
                if case .notWritable = error { "\(file) exists already, or cannot be made" } else {
                    "\(error)"
                }
            FileHandle.standardError.write(Data("greenroom: \(reason)\n".utf8))
            throw ExitCode(1)
        }
    }
}
