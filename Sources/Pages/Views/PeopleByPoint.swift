import Interviews
import Marking
import QuestionBank

/// Who said which key point, for the host: a folded table for each question that somebody answered.
struct PeopleByPoint {
    let texts: any Texts
    let interview: Interview
    /// Those of whom there is something, as many as the page shows.
    let people: [SeatState]
    let askedCount: Int

    /// A page stays a page: questions whose tables would go beyond that have none. All of it is in the file of the room.
    private static let mostCells = 20_000

    func html() -> HTML? {
        var cells = 0
        let tables = (0..<askedCount).compactMap { index -> HTML? in
            let question = interview.questions[index]
            let rows = people.compactMap { seat -> (SeatState, [Character])? in
                let letters = interview.response(of: seat.id, to: index).letters(in: question.rubric)
                return letters.isEmpty ? nil : (seat, Array(letters))
            }
            // Of misconceptions those that somebody holds.
            let columns = question.keyPoints.indices.filter { place in
                !question.keyPoints[place].isMisconception || rows.contains { $0.1[place] == "x" }
            }
            cells += rows.count * columns.count
            guard !rows.isEmpty, !columns.isEmpty, cells <= Self.mostCells else { return nil }
            return table(of: question, index, rows, columns)
        }
        guard !tables.isEmpty else { return nil }
        let legend = Self.signs.map { "\($0.sign) \(texts.verdict($0.verdict))" }.joined(separator: ", ")
        return h(
            "section", ["class": "asked", "aria-labelledby": "points"],
            h("h2", ["id": "points"], HTML(texts.peopleByPoint)), h("p", ["class": "note"], HTML(legend)),
            HTML(tables))
    }

    private func table(
        of question: Question, _ index: Int, _ rows: [(SeatState, [Character])], _ columns: [Int]
    ) -> HTML {
        let lang = question.lang(beside: texts.code)
        let heads = columns.map {
            h("th", ["scope": "col", "dir": "auto", "lang": lang], HTML(question.keyPoints[$0].head))
        }
        let body = rows.map { seat, letters in
            let name = h("th", ["scope": "row", "dir": "auto"], HTML(seat.shownName))
            return h("tr", [:], [name] + columns.map { cell(letters[$0]) })
        }
        let sums = columns.map { place -> HTML in
            let sign: Character = question.keyPoints[place].isMisconception ? "x" : "h"
            let said = rows.count { $0.1[place] == sign }
            return h("td", [:], HTML(texts.saidBy(said, of: rows.count)))
        }
        let title = "\(index + 1). \(Markdown.plain(question.prompt))"
        let id = "points-\(index + 1)"
        return h(
            "details", ["class": "folded"],
            h("summary", ["id": id, "dir": "auto", "lang": lang], HTML(title)),
            h(
                "div", [:],
                h(
                    "div", ["class": "table", "tabindex": "0", "role": "region", "aria-labelledby": id],
                    h(
                        "table", ["class": "room-table point-table"],
                        h(
                            "thead", [:],
                            h("tr", [:], [h("th", ["scope": "col"], HTML(texts.person))] + heads)),
                        h("tbody", [:], body),
                        h("tfoot", [:], h("tr", [:], [h("th", ["scope": "row"], HTML(texts.inAll))] + sums))))
            ))
    }

    private func cell(_ letter: Character) -> HTML {
        let known = Self.signs.first { $0.letter == letter } ?? Self.signs[2]
        return h(
            "td", ["data-verdict": known.verdict.rawValue],
            h("span", ["aria-hidden": "true"], HTML(known.sign)),
            h("span", ["class": "visually-hidden"], HTML(texts.verdict(known.verdict))))
    }

    private static let signs: [(letter: Character, sign: String, verdict: Verdict)] = [
        ("h", "✓", .hit), ("p", "◐", .partial), ("m", "○", .missed), ("c", "✗", .contradicted),
        ("x", "!", .held),
        ("-", "·", .avoided),
    ]
}

extension SeatState {
    /// As a host knows somebody.
    var shownName: String { realName?.text ?? name?.text ?? id.text }
}
