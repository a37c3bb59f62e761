import ArgumentParser
import Foundation
import Transcripts

/// `greenroom move`
struct Move: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copies all transcripts from a data folder to a PostgreSQL server, or back.",
        discussion: """
            Stop the servers of both first. What was copied before is compared and left as it is: interrupted, it goes \
            on when it is run again. At the end everything is read back from both sides and compared. The source stays \
            as it is; what readers have flagged stays in the data folder.
            """)

    @Option(help: "Where transcripts are: a data folder, or postgresql://USER@HOST/DATABASE.")
    var from: String

    @Option(help: "Where they are to be; what else is there stays.")
    var to: String

    func validate() throws {
        for text in [from, to] { _ = try place(text) }
    }

    func run() throws {
        let (source, target) = (try place(from), try place(to))
        if case .folder(let folder) = source,
            !FileManager.default.fileExists(atPath: folder + "/greenroom.sqlite")
        {
            Terminal.complain("greenroom: there are no transcripts in \(folder)")
            throw ExitCode(66)  // EX_NOINPUT
        }
        var said = ContinuousClock.now
        do {
            let moved = try LogMove.run(from: source, to: target) { step in
                guard step.isLast || ContinuousClock.now - said >= .seconds(1) else { return }
                said = .now
                Terminal.complain("\(step)")
            }
            print(
                """
                \(moved.interviews) interviews with \(moved.events) events are in \(target), \(moved.known) of them \
                were before; both sides read the same: \(moved.digest)
                """)
        } catch let error as MoveError {
            Terminal.complain("greenroom: \(error)")
            throw error.status
        }
    }

    private func place(_ text: String) throws -> LogPlace {
        let isAddress = ["postgresql:", "postgres:"].contains { text.hasPrefix($0) }
        return try isAddress ? StoreOption.place(text, data: "") : .folder(text)
    }
}

extension MoveError {
    fileprivate var status: ExitCode {
        switch self {
        // EX_TEMPFAIL: it may pass.
        case .source(.inUse), .target(.inUse), .isServed, .source(.unavailable), .target(.unavailable):
            ExitCode(75)
        case .source, .target, .different, .differentVisitors: ExitCode(1)
        }
    }
}

extension MoveStep {
    fileprivate var isLast: Bool {
        switch self {
        case .compared(let count, let all), .copied(let count, let all), .verified(let count, let all),
            .shelved(let count, let all):
            count == all
        }
    }
}
