import Interviews
import Marking
import QuestionBank
import Transcripts

/// The words of an answer, with the evidence in them, cut where a reply to a follow-up question begins.
struct AnswerText {
    let texts: any Texts
    let attempt: Attempt
    let asked: AskedQuestion
    /// On this attempt.
    var notes: [NumberedThread] = []

    /// Where evidence overlaps, the verdict that matters most gives the colour.
    private static let weight: [Verdict] = [.contradicted, .held, .hit, .partial, .avoided, .missed]

    func html() -> HTML {
        let cuts = replies
        var blocks: [HTML] = []
        var (position, block, next, start) = (0, [HTML](), 0, 0)
        func end() {
            // A script finds by it where in the answer the words are.
            blocks.append(h("div", ["data-start": "\(start)"], block))
            (block, start) = ([], position)
        }
        let pieces = pieces(cuts)
        for (index, piece) in pieces.enumerated() {
            if next < cuts.count, position >= cuts[next].start {
                end()
                blocks.append(
                    h(
                        "p",
                        [
                            "class": "asked-back note", "dir": "auto",
                            "lang": asked.question.lang(beside: texts.code),
                        ], HTML(cuts[next].text)))
                next += 1
            }
            let noted = notes.filter { piece.points.contains($0.sign) }
            block.append(noted.isEmpty ? marked(piece) : h("span", ["class": "noted"], marked(piece)))
            position += piece.text.utf16.count
            let following = index + 1 < pieces.count ? pieces[index + 1].points : []
            block += noted.filter { !following.contains($0.sign) }.map(link)
        }
        end()
        return h("div", ["class": "answered-text", "dir": "auto"], blocks)
    }

    /// The evidence, and an end wherever a reply begins.
    private func pieces(_ cuts: [(start: Int, text: String)]) -> [Highlight.Piece] {
        var spans = (attempt.mark?.points ?? []).flatMap { point in
            point.evidence.map { Highlight.Span(start: $0.start, end: $0.end, point: point.keyPoint) }
        }
        for ruling in attempt.rulings where ruling.isSaid {
            spans += ruling.ranges.map { Highlight.Span(start: $0.start, end: $0.end, point: ruling.point) }
        }
        spans += notes.map {
            let range = $0.thread.head.place.range
            return Highlight.Span(start: range.start, end: range.end, point: $0.sign)
        }
        spans += cuts.map { Highlight.Span(start: $0.start, end: attempt.text.utf16.count, point: "") }
        return Highlight.pieces(of: attempt.text, spans)
    }

    private func marked(_ piece: Highlight.Piece) -> HTML {
        let points = piece.points.filter { !$0.isEmpty && !$0.hasPrefix(NumberedThread.mark) }
        guard !points.isEmpty else { return HTML(piece.text) }
        let verdicts = points.map { id -> Verdict in
            if attempt.takenBack.contains(id) { return .missed }
            if attempt.standing[id] != nil { return .hit }
            return attempt.mark?.points.first { $0.keyPoint == id }?.verdict ?? .hit
        }
        let strongest = Self.weight.first { verdicts.contains($0) } ?? .hit
        let heads = points.compactMap { id in asked.question.keyPoints.first { $0.id == id }?.head }
        // The words were found with the question's own phrasings: both are in its language.
        return h(
            "mark",
            [
                "data-verdict": strongest.rawValue, "title": heads.joined(separator: "; "),
                "lang": asked.question.lang(beside: texts.code),
            ],
            HTML(piece.text))
    }

    /// Leads from the words to the note about them. Its number is the style sheet's: a script counts the words.
    private func link(to note: NumberedThread) -> HTML {
        h(
            "a",
            [
                "class": "note-link", "href": "#note-\(note.thread.head.id)", "data-number": "\(note.number)",
                "aria-label": texts.note(note.number),
            ])
    }

    /// Where in the text the replies to follow-up questions begin, and what had been asked.
    private var replies: [(start: Int, text: String)] {
        var replies: [(start: Int, text: String)] = []
        var one: Attempt? = attempt
        while let current = one, let reply = current.reply {
            let text = asked.followUps.last { $0.point == reply.point && $0.attempt < current.number }?.text
            replies.insert((reply.start, Markdown.plain(text ?? texts.followUp)), at: 0)
            one = asked.attempts.first { $0.number == current.number - 1 }
        }
        return replies
    }
}
