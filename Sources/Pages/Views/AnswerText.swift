import Interviews
import Marking
import QuestionBank
import Transcripts

/// The words of an answer, with the evidence in them, cut where a reply to a follow-up question begins.
struct AnswerText {
    let texts: any Texts
    let attempt: Attempt
    let asked: AskedQuestion

    /// Where evidence overlaps, the verdict that matters most gives the colour.
    private static let weight: [Verdict] = [.contradicted, .held, .hit, .partial, .avoided, .missed]

    func html() -> HTML {
        let cuts = replies
        var blocks: [HTML] = []
        var (position, block, next) = (0, [HTML](), 0)
        func end() {
            blocks.append(h("div", [:], block))
            block = []
        }
        for piece in pieces(cuts) {
            if next < cuts.count, position >= cuts[next].start {
                end()
                blocks.append(h("p", ["class": "asked-back note", "dir": "auto"], HTML(cuts[next].text)))
                next += 1
            }
            block.append(marked(piece))
            position += piece.text.utf16.count
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
        spans += cuts.map { Highlight.Span(start: $0.start, end: attempt.text.utf16.count, point: "") }
        return Highlight.pieces(of: attempt.text, spans)
    }

    private func marked(_ piece: Highlight.Piece) -> HTML {
        let points = piece.points.filter { !$0.isEmpty }
        guard !points.isEmpty else { return HTML(piece.text) }
        let verdicts = points.map { id -> Verdict in
            if attempt.standing[id] != nil { return .hit }
            return attempt.mark?.points.first { $0.keyPoint == id }?.verdict ?? .hit
        }
        let strongest = Self.weight.first { verdicts.contains($0) } ?? .hit
        let heads = points.compactMap { id in asked.question.keyPoints.first { $0.id == id }?.head }
        return h(
            "mark", ["data-verdict": strongest.rawValue, "title": heads.joined(separator: "; ")],
            HTML(piece.text))
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
