import Foundation
import Interviews
import Testing

@testable import Transcripts

/// Notes are carried away with the transcript, and come back with it.
struct NotesExportTests {
    private static func id(_ number: Int) throws -> NoteID {
        try #require(NoteID("note\(100_000_000_000 + number)"))
    }

    /// On every answer of an interview a thread that holds the text, and one that was taken away.
    static func notes(on transcript: Transcript, _ text: String) throws -> [Note] {
        var notes: [Note] = []
        // No longer than a note may be.
        let text = String(text.prefix(500))
        for asked in transcript.questions {
            for attempt in asked.attempts where !attempt.text.isEmpty {
                let place = Note.Place(
                    question: asked.index, attempt: attempt.number,
                    range: TextRange(start: 0, end: attempt.text.utf16.count))
                func add(thread: NoteID? = nil, name: SeatName? = nil, _ text: String) throws -> NoteID {
                    let id = try id(notes.count)
                    notes.append(
                        Note(
                            id: id, place: place, thread: thread, visitor: "visitor-of-notes", name: name,
                            at: Timestamp(milliseconds: 1000 + Int64(notes.count)), text: text))
                    return id
                }
                let head = try add(text.isEmpty ? "?" : text)
                _ = try add(thread: head, name: SeatName(text) ?? SeatName("Ben"), text + ".")
                _ = try add(thread: try add(""), name: SeatName("Cy"), "And?")
            }
        }
        return notes
    }

    @Test(arguments: HostileText.all)
    func whateverIsWrittenComesBack(text: String) throws {
        let events = try HostileInterview(text).events
        let seat = SeatID("c1")
        let notes = try Self.notes(on: #require(Transcript(events, of: seat, for: .owner)), text)
        let excerpt = try #require(Excerpt(events, of: seat, for: .owner, notes: notes))
        let markdown = MarkdownTranscript.text(excerpt)
        #expect(!markdown.contains("visitor-of-notes"))
        let back = try MarkdownTranscript.read(markdown)
        #expect(back.transcript.notes == excerpt.transcript.notes)
        #expect(
            back.transcript.notes.map(\.text) == NoteThread.threads(of: notes).flatMap(\.notes).map(\.text))
        #expect(back.events == excerpt.events)
    }

    @Test func whatIsImportedIsKept() throws {
        let events = try GoldenLog("coached").lines.map(\.recorded)
        let notes = try Self.notes(on: #require(Transcript(events, of: SeatID("c1"), for: .owner)), "Why?")
        let excerpt = try #require(Excerpt(events, of: SeatID("c1"), for: .owner, notes: notes))
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(folder: folder.path)
        let back = try MarkdownTranscript.read(MarkdownTranscript.text(excerpt))
        _ = try store.take(back, for: "ann")
        try store.takeNotes(of: back)
        let kept = try store.notes(of: excerpt.interview, seat: SeatID("c1"))
        #expect(NoteThread.threads(of: kept).flatMap(\.notes) == excerpt.transcript.notes)
        store.close()
        #expect(
            try Set(SQLiteArchive(folder: folder.path).notes(of: excerpt.interview, seat: SeatID("c1")))
                == Set(kept))
    }

    /// A file may say anything.
    @Test(arguments: [
        ("\"start\":0", "\"start\":-1"), ("\"end\":", "\"end\":9"), ("\"attempt\":1", "\"attempt\":7"),
        ("\"id\":\"note100000000000\"", "\"id\":\"short\""),
        ("\"thread\":\"note100000000000\"", "\"thread\":\"note100000000002\""),
        ("\"name\":\"Why?\"", "\"name\":\"\\n\""),
    ])
    func whatCannotBeIsRefused(said: String, instead: String) throws {
        let events = try GoldenLog("coached").lines.map(\.recorded)
        let notes = try Self.notes(on: #require(Transcript(events, of: SeatID("c1"), for: .owner)), "Why?")
        let text = MarkdownTranscript.text(
            try #require(Excerpt(events, of: SeatID("c1"), for: .owner, notes: notes)))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let index = try #require(
            lines.firstIndex { $0.hasPrefix(MarkdownNote.opening) && $0.contains(said) })
        var changed = lines
        changed[index] = lines[index].replacing(said, with: instead)
        #expect(throws: ImportError.self) {
            try MarkdownTranscript.read(changed.joined(separator: "\n"))
        }
    }

    @Test func theyAreInTheJSONOfTheirAttempts() throws {
        let events = try GoldenLog("coached").lines.map(\.recorded)
        let notes = try Self.notes(on: #require(Transcript(events, of: SeatID("c1"), for: .owner)), "Why?")
        let excerpt = try #require(Excerpt(events, of: SeatID("c1"), for: .owner, notes: notes))
        let json = TranscriptJSON.text(excerpt.transcript)
        #expect(!json.contains("visitor-of-notes"))
        let document = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        let questions = try #require(document?["questions"] as? [[String: Any]])
        let attempts = questions.flatMap { $0["attempts"] as? [[String: Any]] ?? [] }
        let threads = attempts.flatMap { $0["notes"] as? [[String: Any]] ?? [] }
        #expect(threads.count == 2 * attempts.count && !threads.isEmpty)
        let texts = threads.map { ($0["note"] as? [String: Any])?["text"] as? String }
        #expect(Set(texts) == ["Why?", nil])
    }
}
