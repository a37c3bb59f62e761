import ArgumentParser
import Foundation
import Interviews
import Transcripts

/// `greenroom transcript export`
struct TranscriptExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes transcripts as Markdown, JSON, CSV or cards for Anki.",
        discussion: """
            Markdown can be imported again. CSV has a row for each key point, the cards are the key points that were \
            missed. Several transcripts go into one table, one file of cards, or a zip file.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case markdown, json, csv, anki
    }

    @OptionGroup var options: DataOptions

    @Argument(help: "The interviews' names as `transcript list` says them, or their beginnings.")
    var interviews: [String] = []

    @Flag(help: "All that are kept.")
    var all = false

    @Option(help: "markdown, json, csv or anki; with a zip file all of them if none is said.")
    var format: Format?

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
        var names: [InterviewID] = []
        if all {
            names = try options.reporting { () throws(StoreError) in try archive.interviews(with: .opened) }
        }
        // One after the other: what is in memory is one interview.
        var index = 0
        func next() throws -> [Excerpt]? {
            guard index < (all ? names.count : interviews.count) else { return nil }
            defer { index += 1 }
            let events =
                all
                ? try options.reporting { () throws(StoreError) in try archive.events(of: names[index]) }
                : try options.events(of: interviews[index], in: archive)
            if all { Terminal.progress("\(index + 1) of \(names.count)") }
            return Excerpt.candidates(of: events).compactMap { Excerpt(events, of: $0, for: .host) }
        }
        do {
            if isZip {
                try ExportedZip(formats: format.map { [$0] } ?? Format.allCases, sink: sink).write(next) {
                    index = 0
                }
            } else {
                try write(next, to: sink)
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
    }

    private func write(_ next: () throws -> [Excerpt]?, to sink: FileSink) throws {
        let format = format ?? .markdown
        let isMany = all || interviews.count > 1
        if isMany, format == .markdown {
            throw ValidationError("Several transcripts need --out with a .zip file.")
        }
        try sink.write(format.head)
        // Several JSON texts stand on a line each.
        while let excerpts = try next() {
            for excerpt in excerpts {
                let text = format.text(excerpt)
                try sink.write(format == .json ? text + "\n" : text)
            }
        }
    }
}

extension TranscriptExport.Format {
    var head: String {
        switch self {
        case .markdown, .json: ""
        case .csv: TranscriptCSV.head
        case .anki: TranscriptCards.head
        }
    }

    func text(_ excerpt: Excerpt) -> String {
        switch self {
        case .markdown: MarkdownTranscript.text(excerpt)
        case .json: TranscriptJSON.text(excerpt.transcript)
        case .csv: TranscriptCSV.rows(excerpt.transcript)
        case .anki: TranscriptCards.rows(excerpt.transcript)
        }
    }
}
