import Marking
import QuestionBank
import Transcripts

/// What was said of each key point of two answers, side by side, and what changed from one to the other.
struct PointTable {
    /// One of the two.
    struct Side {
        var title: String
        /// Beside the title.
        var note: String?
        var verdicts: [String: Verdict]
        var words: [String: [String]]
        /// 0...1; `nil` where no answer is there.
        var coverage: Double?

        /// An answer as it was marked, a person's word before the matcher's.
        init(_ title: String, note: String? = nil, _ attempt: Attempt?, of asked: AskedQuestion?) {
            self.init(title, note: note, attempt?.mark, of: attempt?.text ?? "")
            guard let attempt, let asked else { return }
            coverage = attempt.ruledMark(in: asked.question.rubric)?.coverage ?? coverage
            for point in asked.question.keyPoints where attempt.standing[point.id] != nil {
                verdicts[point.id] = point.isMisconception ? .avoided : .hit
            }
        }

        init(_ title: String, note: String? = nil, _ mark: Mark?, of text: String) {
            (self.title, self.note, coverage) = (title, note, mark?.coverage)
            (verdicts, words) = ([:], [:])
            for point in mark?.points ?? [] {
                verdicts[point.keyPoint] = point.verdict
                words[point.keyPoint] = point.evidence.prefix(3).map { evidence in
                    Highlight.pieces(of: text, [.init(start: evidence.start, end: evidence.end, point: "")])
                        .filter { !$0.points.isEmpty }.map(\.text).joined()
                }
            }
        }
    }

    let texts: any Texts
    let points: [KeyPoint]
    let sides: (Side, Side)
    /// The id of the heading that says what the table is about.
    let heading: String
    /// What the points are written in; `nil` in a page of that language.
    let lang: String?

    /// Points that went up, that went down, and that stayed.
    var sum: (gained: Int, lost: Int, same: Int) {
        points.filter(isShown).reduce((0, 0, 0)) { sum, point in
            let change = change(of: point)
            return (sum.0 + (change > 0 ? 1 : 0), sum.1 + (change < 0 ? 1 : 0), sum.2 + (change == 0 ? 1 : 0))
        }
    }

    func html() -> HTML {
        let heads = [texts.sides.point, sides.0.title, sides.1.title, texts.sides.change]
        let notes = [nil, sides.0.note, sides.1.note, nil]
        let shares = [sides.0.coverage, sides.1.coverage].map { $0.map { texts.percent($0) } ?? "–" }
        return h(
            "div", ["class": "table", "tabindex": "0", "role": "region", "aria-labelledby": heading],
            h(
                "table", ["class": "side-by-side"],
                h(
                    "thead", [:],
                    h(
                        "tr", [:],
                        zip(heads, notes).map { title, note in
                            h(
                                "th", ["scope": "col"], HTML(title),
                                note.map { h("span", ["class": "note"], HTML(" \($0)")) })
                        })),
                h("tbody", [:], points.filter(isShown).map(row)),
                h(
                    "tfoot", [:],
                    h(
                        "tr", [:], h("th", ["scope": "row"], HTML(texts.trendTable.coverage)),
                        h("td", [:], HTML(shares[0])), h("td", [:], HTML(shares[1])), h("td", [:])))))
    }

    /// Of misconceptions only those that one of them held.
    private func isShown(_ point: KeyPoint) -> Bool {
        !point.isMisconception
            || [sides.0, sides.1].contains { $0.verdicts[point.id] == .held }
    }

    private func row(_ point: KeyPoint) -> HTML {
        let change = change(of: point)
        let new = sides.1.verdicts[point.id] ?? (point.isMisconception ? .avoided : .missed)
        let word: String =
            if change == 0 { texts.sides.same } else {
                (change > 0 ? "+ " : "− ") + texts.verdict(new).lowercased()
            }
        return h(
            "tr", ["data-change": change > 0 ? "gained" : change < 0 ? "lost" : "same"],
            h("th", ["scope": "row", "dir": "auto", "lang": lang], HTML(point.head)), cell(sides.0, point),
            cell(sides.1, point), h("td", ["class": "change"], HTML(word)))
    }

    private func cell(_ side: Side, _ point: KeyPoint) -> HTML {
        guard side.coverage != nil else { return h("td", [:], "–") }
        guard let verdict = side.verdicts[point.id] else { return h("td", [:], HTML(texts.sides.notAsked)) }
        let words = (side.words[point.id] ?? []).map { h("q", ["dir": "auto"], HTML($0)) }
        return h(
            "td", ["data-verdict": verdict.rawValue],
            h(
                "span", ["class": "side-verdict"],
                h("span", ["class": "verdict-icon"], Pictures.icon(Pictures.Name(verdict))),
                h("span", [:], HTML(texts.verdict(verdict)), HTML(words.map { HTML(" ") + $0 }))))
    }

    private func change(of point: KeyPoint) -> Int {
        let (old, new) = (rank(sides.0, point), rank(sides.1, point))
        return new - old
    }

    private func rank(_ side: Side, _ point: KeyPoint) -> Int {
        switch side.verdicts[point.id] {
        case .hit: 2
        case .partial: 1
        case .missed, .avoided, nil: 0
        case .contradicted, .held: -1
        }
    }
}
