import Foundation
import Interviews
import Transcripts

/// Many transcripts in one file: Markdown and JSON a file for each, one table, one file of cards.
struct ExportedZip {
    let formats: [TranscriptExport.Format]
    let sink: FileSink

    /// - Parameters:
    ///   - next: the next interview's transcripts; `nil` where there is none any more.
    ///   - rewind: begins anew with the first.
    func write(_ next: () throws -> [Excerpt]?, rewind: () -> Void) throws {
        let today = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
        var zip = ZipWriter(year: today.year ?? 0, month: today.month ?? 0, day: today.day ?? 0) {
            try sink.write(Data($0))
        }
        let single = formats.filter { $0 == .markdown || $0 == .json }
        if !single.isEmpty {
            while let excerpts = try next() {
                for excerpt in excerpts {
                    for format in single {
                        let ending = format == .markdown ? "md" : "json"
                        try zip.add(
                            "transcripts/" + ExportName.of(excerpt.transcript, ending), format.text(excerpt))
                    }
                }
            }
        }
        for format in formats where !single.contains(format) {
            rewind()
            var head: String? = format.head
            try zip.add(format == .csv ? "key-points.csv" : "missed-points-anki.txt") {
                if let first = head {
                    head = nil
                    return Array(first.utf8)
                }
                return try next().map { excerpts in Array(excerpts.map(format.text).joined().utf8) }
            }
        }
        try zip.finish()
    }
}
