public import ArgumentParser
import Foundation
import Interviews
public import Transcripts

/// `greenroom transcript export`
struct TranscriptExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes transcripts as Markdown, JSON, CSV or cards for Anki.",
        discussion: """
            Markdown can be imported again. CSV has a row for each key point, the cards are the key points that were \
            missed. Several transcripts go into one table, one file of cards, or a zip file.
            """)

    @OptionGroup var options: DataOptions

    @Argument(help: "The interviews' names as `transcript list` says them, or their ends.")
    var interviews: [String] = []

    @Flag(help: "All that are kept.")
    var all = false

    @Option(help: "markdown, json, csv or anki; with a zip file all of them if none is said.")
    var format: TranscriptFormat?

    @Option(help: "The file to write; it must not exist yet. (default: standard output)")
    var out: String?

    func validate() throws {
        guard all != !interviews.isEmpty else { throw ValidationError("Name interviews, or say --all.") }
        guard isZip || format != nil || !all else {
            throw ValidationError("Say --format, or --out with a .zip file.")
        }
    }

    private var isZip: Bool { out?.lowercased().hasSuffix(".zip") ?? false }

    func run() throws {
        let archive = try options.archive()
        let sink = try FileSink(out)
        let leftOut = LeftOut()
        do {
            if isZip {
                try writeZip(from: archive, to: sink, leftOut)
            } else {
                try writeTexts(from: archive, to: sink, leftOut)
            }
            try sink.finish()
        } catch {
            Terminal.endProgress()
            sink.giveUp()
            if error is ExitCode { throw error }
            Terminal.complain("greenroom: \(out ?? "standard output") cannot be written: \(error)")
            throw ExitCode(74)  // EX_IOERR
        }
        Terminal.endProgress()
        try leftOut.finish()
    }

    private func names(in archive: any LogArchive) throws -> [InterviewID] {
        guard !all else {
            return try options.reporting { () throws(StoreError) in try archive.interviews(with: .opened) }
        }
        return try interviews.compactMap { try options.events(of: $0, in: archive).first?.interview }
    }

    private func writeZip(from archive: any LogArchive, to sink: FileSink, _ leftOut: LeftOut) throws {
        var zip = ZipExport(
            try names(in: archive), as: format.map { [$0] } ?? TranscriptFormat.allCases,
            at: Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        ) { interview in
            try options.events(of: interview, in: archive, leftOut)
        } notes: { interview, wanted in
            try archive.notes(of: interview, seat: wanted.seat)
        } wanted: { reading in
            reading.interview.seats.filter(\.isReported).map { .init(seat: $0.id, reader: .host) }
        }
        while let bytes = try zip.next() {
            try sink.write(Data(bytes))
            if all { Terminal.progress("\(zip.position) of \(zip.count)") }
        }
    }

    private func writeTexts(from archive: any LogArchive, to sink: FileSink, _ leftOut: LeftOut) throws {
        let format = format ?? .markdown
        if all || interviews.count > 1, format == .markdown {
            throw ValidationError("Several transcripts need --out with a .zip file.")
        }
        try sink.write(format.head)
        let names = try names(in: archive)
        for (index, interview) in names.enumerated() {
            let events = try options.events(of: interview, in: archive, leftOut)
            if all { Terminal.progress("\(index + 1) of \(names.count)") }
            for seat in Excerpt.candidates(of: events) {
                guard let excerpt = try options.excerpt(of: events, seat: seat, in: archive) else { continue }
                // Several JSON texts stand on a line each.
                let text = format.text(excerpt)
                try sink.write(format == .json ? text + "\n" : text)
            }
        }
    }
}

extension TranscriptFormat: ExpressibleByArgument {}
