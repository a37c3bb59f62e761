import Interviews
import Transcripts

/// The notes on one attempt, thread by thread. A script puts in what writes and takes away; without it they are read.
struct NoteList {
    let texts: any Texts
    let attempt: Attempt
    let threads: [NumberedThread]
    let reader: NoteReader

    func html() -> HTML? {
        guard !threads.isEmpty else { return nil }
        return h(
            "div", ["class": "notes"], h("h4", [:], HTML(texts.notes.title)),
            h("ol", ["class": "note-threads"], threads.map(thread)))
    }

    private func thread(_ numbered: NumberedThread) -> HTML {
        let (head, replies) = (numbered.thread.head, numbered.thread.replies)
        let range = head.place.range
        let pieces = Highlight.pieces(
            of: attempt.text, [.init(start: range.start, end: range.end, point: "noted")])
        let words = pieces.filter { !$0.points.isEmpty }.map(\.text).joined()
        return h(
            "li", ["class": "note-thread"],
            h(
                "p", ["class": "note-about", "dir": "auto"],
                h("span", ["class": "note-number"], HTML("\(numbered.number)")), " ",
                words == attempt.text
                    ? h("span", ["class": "note"], HTML(texts.notes.whole)) : h("q", [:], HTML(words))),
            written(head),
            replies.isEmpty
                ? nil : h("ol", ["class": "note-replies"], replies.map { h("li", [:], written($0)) }),
            reader.mayWrite ? h("span", ["data-reply": head.id.text]) : nil)
    }

    private func written(_ note: Note) -> HTML {
        let isOwn = !note.isTakenAway && reader.visitor != nil && note.visitor == reader.visitor
        let mayTakeAway = !note.isTakenAway && (reader.isOwner || reader.mayWrite && isOwn)
        guard !note.isTakenAway else {
            return h(
                "div", ["class": "written-note", "id": "note-\(note.id)"],
                h("p", ["class": "note"], HTML(texts.notes.takenAway)))
        }
        return h(
            "div", ["class": "written-note", "id": "note-\(note.id)", "tabindex": "-1"],
            h(
                "p", ["class": "note"], h("strong", ["dir": "auto"], HTML(note.name?.text ?? owner)),
                // A name is what somebody says of themselves; it may be anybody's.
                note.name == nil ? nil : HTML(" (\(texts.notes.guest))"),
                " · ",
                h("time", ["datetime": note.at.rfc3339], HTML(texts.moment(note.at)))),
            h("p", ["class": "note-text", "dir": "auto"], HTML(note.text)),
            mayTakeAway ? h("span", ["data-unnote": note.id.text]) : nil)
    }

    private var owner: String {
        reader.isOwner ? texts.notes.own : reader.ownerName ?? texts.notes.owner
    }
}

/// Who reads notes.
struct NoteReader {
    /// Whose transcript it is.
    var isOwner: Bool
    var mayWrite: Bool
    /// Whose the reader's browser is.
    var visitor: String?
    /// What the transcript's owner is called.
    var ownerName: String?
}

/// A thread with the number by which the words and the notes are told to belong together.
struct NumberedThread {
    var number: Int
    var thread: NoteThread

    /// Begins what no key point is called.
    static let mark = "\u{0}"
    /// Stands for it among the key points that a piece of an answer belongs to.
    var sign: String { Self.mark + "\(number)" }
}
