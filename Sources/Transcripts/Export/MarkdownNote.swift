import FoundationEssentials
import Interviews
import JSONWriting

/// A note as Markdown: who wrote it and about what is in a comment, its words are in the text alone.
struct MarkdownNote: Codable {
    static let opening = "<!-- greenroom-note "
    static let closing = " -->"

    private var note: Note

    init(_ note: Note) {
        self.note = note
        self.note.text = ""
    }

    /// - Parameter words: what it is about.
    static func lines(_ note: Note, about words: String?, isImportable: Bool) -> [String] {
        let whose = note.name.map { MarkdownQuote.inline($0.text) } ?? "the candidate"
        let title =
            if note.isTakenAway {
                "**Note**, taken away"
            } else if note.thread == nil {
                "**Note**" + (words.map { " on “\(MarkdownQuote.inline($0))”" } ?? "") + " by \(whose)"
            } else {
                "**Reply** by \(whose)"
            }
        var lines: [String] = []
        if isImportable, let json = try? JSONText.of(MarkdownNote(note)) {
            lines = ["", opening + json.inComment + closing]
        }
        return lines + ["", title, ""] + MarkdownQuote.lines(note.text)
    }

    /// - Parameters:
    ///   - line: a comment.
    ///   - rest: the lines that follow.
    static func read(_ line: Substring, _ rest: ArraySlice<Substring>) -> (note: Note, count: Int)? {
        guard line.hasPrefix(opening), line.hasSuffix(closing) else { return nil }
        let json = line.dropFirst(opening.count).dropLast(closing.count)
        guard let entry = try? JSONDecoder().decode(MarkdownNote.self, from: Data(json.utf8)),
            let (text, count) = MarkdownReader.answer(in: rest)
        else { return nil }
        var note = entry.note
        (note.text, note.visitor) = (text, nil)
        return (note, count)
    }
}

extension ImportBounds {
    static func hold(_ note: Note, after others: [Note], on transcript: Transcript) -> Bool {
        let asked = transcript.questions.first { $0.index == note.place.question }
        guard let attempt = asked?.attempts.first(where: { $0.number == note.place.attempt }),
            0 <= note.place.range.start, note.place.range.start < note.place.range.end,
            note.place.range.end <= attempt.text.utf16.count, hold(note.at),
            note.text.utf16.count <= Note.maximumLength, others.count < Note.maximumCount,
            note.name.map({ SeatName($0.text) == $0 }) ?? true, !others.contains(where: { $0.id == note.id })
        else { return false }
        guard let thread = note.thread else { return true }
        let head = others.first { $0.id == thread }
        return head?.thread == nil && head?.place == note.place && !note.isTakenAway
    }
}
