import Interviews
import Marking
import QuestionBank
import Testing

@testable import Transcripts

/// What leaves as Markdown comes back as it was.
struct MarkdownTranscriptTests {
    @Test(arguments: GoldenLogTests.names)
    func anEarlierInterviewComesBack(name: String) throws {
        let events = try GoldenLog(name).lines.map(\.recorded)
        for seat in Excerpt.candidates(of: events) {
            let excerpt = try #require(Excerpt(events, of: seat, for: .owner))
            let back = try MarkdownTranscript.read(MarkdownTranscript.text(excerpt))
            #expect(back == excerpt)
            try expectTheSame(excerpt.transcript, #require(Transcript(events, of: seat, for: .owner)))
        }
    }

    /// But for what was never asked, and what is numbered anew.
    private func expectTheSame(_ one: Transcript, _ other: Transcript) throws {
        var other = other
        other.report.questions.removeAll { $0.outcome == .notAsked }
        other.code = nil
        other.room?.passwordDigest = nil
        #expect(one.questions == other.questions)
        #expect(one.report == other.report)
        #expect(one.chat.map(\.text) == other.chat.map(\.text))
        #expect(one.chat.map(\.isPinned) == other.chat.map(\.isPinned))
        (other.chat, other.questions) = (one.chat, one.questions)
        #expect(one == other)
    }

    @Test(arguments: HostileText.all)
    func whateverStandsInItComesBack(text: String) throws {
        let events = try HostileInterview(text).events
        for reader in Transcript.Reader.allCases {
            let excerpt = try #require(Excerpt(events, of: SeatID("c1"), for: reader))
            let markdown = MarkdownTranscript.text(excerpt)
            // A guest's copy is read as an owner's: it holds what the guest could read.
            let back = try MarkdownTranscript.read(markdown)
            #expect(back.events == excerpt.events)
            try expectTheSame(
                excerpt.transcript, #require(Transcript(events, of: SeatID("c1"), for: reader)))
            // Editors that change line ends change nothing.
            let dos = markdown.replacing("\n", with: "\r\n")
            if !markdown.contains("~~~") {
                #expect(try MarkdownTranscript.read(dos).events == excerpt.events)
            }
        }
    }

    @Test(arguments: HostileText.all)
    func nothingButItsCommentsIsHTML(text: String) throws {
        let excerpt = try #require(Excerpt(try HostileInterview(text).events, of: SeatID("c1"), for: .host))
        let markdown = MarkdownTranscript.text(excerpt, isImportable: false)
        #expect(
            !markdown.replacing("\\<", with: "").contains("<!--")
                || MarkdownQuote.lines(text).first?.hasPrefix("~~~") == true)
        for line in MarkdownTranscript.text(excerpt).split(separator: "\n") where line.hasPrefix("<!-- ") {
            let comment = line.dropFirst(4)
            #expect(comment.firstRange(of: "-->")?.upperBound == comment.endIndex)
            #expect(!comment.contains("--!>"))
        }
    }

    @Test func noSecretAndNobodyElsesWordsAreInIt() throws {
        let events = try HostileInterview("plain").events
        let text = MarkdownTranscript.text(try #require(Excerpt(events, of: SeatID("c1"), for: .owner)))
        for secret in ["digest-of", "visitor-of", "Bob's answer", "for the hosts", "k7mq", "password"] {
            #expect(!text.contains(secret), "\(secret)")
        }
        #expect(text.contains("Ann"))
    }

    @Test func whatMayNotBeReadYetIsNotInIt() throws {
        let events = try GoldenLog("realistic").lines.prefix(8).map(\.recorded)
        let excerpt = try #require(Excerpt(events, of: SeatID("c1"), for: .owner))
        let text = MarkdownTranscript.text(excerpt)
        #expect(!text.contains("overfitting") || !text.contains("keyPoints\":[{"))
        #expect(try MarkdownTranscript.read(text) == excerpt)
    }

    @Test func readingIsEverything() throws {
        let events = try GoldenLog("coached").lines.map(\.recorded)
        let text = MarkdownTranscript.text(
            try #require(Excerpt(events, of: SeatID("c1"), for: .owner)), isImportable: false)
        for part in [
            "# Interview of 2025-11-24: Networks, Statistics", "**Attempt 1 · 40 %**",
            "- [x] **Regularisation**: it prevents overfitting · “prevents overfitting”",
            "**Follow-up:** What is the ensemble?",
            "- Misconception: **", "“I did say that”", "said by own ruling", "*The model answer was shown.*",
            "*Skipped.*",
            "## Model answers", "*The end.*",
        ] {
            #expect(text.contains(part), "\(part) in \(text)")
        }
    }
}
