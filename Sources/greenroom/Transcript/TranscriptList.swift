import ArgumentParser
import Foundation
import Interviews
import QuestionBank
import Transcripts

/// `greenroom transcript list`
struct TranscriptList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists transcripts, the latest first; those without an answer are left out.")

    @OptionGroup var options: DataOptions

    @Option(help: "Only those with a question of this topic, by its id or title.")
    var topic: String?

    @Option(help: "Only those that were opened on this day or later: 2026-11-26.")
    var since: String?

    @ArgumentParser.Flag(help: "Those without an answer as well.")
    var all = false

    func validate() throws {
        guard let since else { return }
        let isDay =
            since.utf8.count == 10 && (try? Date(since, strategy: .iso8601.year().month().day())) != nil
        guard isDay else { throw ValidationError("--since takes a day, written 2026-11-26.") }
    }

    func run() throws {
        let archive = try options.archive()
        let interviews = try options.reporting { () throws(StoreError) in
            try archive.interviews(with: .opened)
        }
        let leftOut = LeftOut()
        for interview in interviews.reversed() {
            let events = try options.events(of: interview, in: archive, leftOut)
            for seat in Excerpt.candidates(of: events) {
                guard let read = Transcript(events, of: seat, for: .host), isWanted(read) else { continue }
                print(Self.line(read))
            }
        }
        try leftOut.finish()
    }

    private func isWanted(_ read: Transcript) -> Bool {
        if !all, read.attemptCount == 0 { return false }
        if let since, read.opened.rfc3339 < since { return false }
        guard let topic = topic?.lowercased() else { return true }
        return read.topics.contains { $0.id == topic || $0.title.lowercased() == topic }
    }

    private static func line(_ read: Transcript) -> String {
        let date = read.opened.rfc3339.prefix(16).replacing("T", with: " ")
        let answered = "\(read.report.count(.answered)) of \(read.questions.count) answered"
        var parts = [read.interview.text, String(date), answered]
        if read.room != nil { parts.insert(read.seat.text, at: 1) }
        if read.settings.score == .coverage, read.report.tally.needed > 0 {
            parts.append("\(Int((read.report.coverage * 100).rounded())) %")
        }
        if let name = read.name { parts.append(name.text.onScreen) }
        parts.append(read.topics.map(\.title.onScreen).joined(separator: ", "))
        return parts.joined(separator: "  ")
    }
}

extension String {
    /// Without what would control a terminal.
    var onScreen: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control where scalar != "\n": " "
                    case .format where scalar != "\u{200D}": " "
                    default: scalar
                    }
                }))
    }
}
