import Interviews
import Marking
import QuestionBank
import Testing

@testable import Transcripts

struct TranscriptCSVTests {
    @Test func thereIsARowForEachKeyPointOfEachAttempt() throws {
        let events = try GoldenLog("coached").lines.map(\.recorded)
        let read = try #require(Transcript(events, of: SeatID("c1"), for: .owner))
        let rows = TranscriptCSV.rows(read).split(separator: "\r\n")
        let expected = read.questions.reduce(0) { $0 + $1.attempts.count * $1.question.keyPoints.count }
        // An answer of several paragraphs is one field all the same.
        #expect(rows.count(where: { $0.hasPrefix("0123456789abcdef,") }) == expected)
        #expect(TranscriptCSV.head.unicodeScalars.first == "\u{FEFF}")
        #expect(TranscriptCSV.head.hasSuffix("\r\n"))
    }
}

struct TranscriptCardsTests {
    @Test func aCardForEachMissedPointInOneLine() throws {
        for text in HostileText.all {
            let read = try #require(
                Transcript(try HostileInterview(text).events, of: SeatID("c1"), for: .owner))
            let missed = read.questions.reduce(0) { $0 + $1.result.missed.count }
            let rows = TranscriptCards.rows(read).split(separator: "\n")
            #expect(missed > 0 && rows.count == missed)
            #expect(
                rows.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 5 })
            #expect(!TranscriptCards.rows(read).contains("<script"))
        }
    }
}

struct ExportNameTests {
    @Test func noPathIsInAName() throws {
        for text in HostileText.all + ["../../etc/passwd", "a/b\\c:d"] {
            let read = try #require(
                Transcript(try HostileInterview(text).events, of: SeatID("c1"), for: .owner))
            let name = ExportName.of(read, "md")
            #expect(
                name.utf8.allSatisfy { byte in
                    Character(UnicodeScalar(byte)).isLetter || Character(UnicodeScalar(byte)).isNumber
                        || "-.".utf8.contains(byte)
                })
            #expect(name.hasPrefix("2025-11-24-t") && name.hasSuffix("0123456789abcdef-c1.md"))
            #expect(!name.contains(".."))
        }
    }
}
