import Interviews
import Marking
import QuestionBank
import Transcripts

/// A room for its host: people and questions, and what the room does not know.
struct RoomPage {
    let layout: Layout
    let reading: Reading

    private var texts: any Texts { layout.texts }
    private var interview: Interview { reading.interview }
    private var code: String { interview.opening?.code?.text ?? "" }
    private var candidates: [SeatState] { interview.seats.filter(\.isReported) }

    /// People in the table at most; a room has some thousands.
    private static let mostPeople = 300
    private static let mostPoints = 25

    func html() -> String {
        let title = texts.room(code)
        let reports = candidates.map { ($0, interview.report(for: $0.id)) }
        let about = HTML.joined(
            [
                h("time", ["datetime": reading.opened.rfc3339], HTML(texts.moment(reading.opened))),
                HTML(texts.people(candidates.count)), HTML(texts.mode(interview.settings?.mode ?? .coached)),
            ], by: " · ")
        return layout.page(
            title,
            h(
                "article", ["class": "transcript room-page"],
                h(
                    "p", ["class": "tools way-back"],
                    h("a", ["href": layout.link("transcripts")], "‹ \(texts.all)")),
                h("h1", ["tabindex": "-1"], HTML(title)),
                h("p", ["class": "note about"], about),
                h(
                    "div", ["class": "tools start"],
                    h(
                        "a",
                        [
                            "class": "button small", "download": "", "data-download": "zip",
                            "href": layout.link(Address.room(interview.id)) + "?as=zip",
                        ], HTML(texts.download.all)), layout.erasing(interview.id, .whole)), questions,
                reports.isEmpty ? h("p", ["class": "lede"], HTML(texts.noAnswers)) : people(reports),
                points, missing(reports)))
    }

    private var askedCount: Int {
        interview.seats.map { interview.report(for: $0.id) }.map(\.askedCount).max() ?? 0
    }

    private var points: HTML? {
        PeopleByPoint(
            texts: texts, interview: interview, people: Array(candidates.prefix(Self.mostPeople)),
            askedCount: askedCount
        ).html()
    }

    private var questions: HTML {
        h(
            "ol", ["class": "room-questions"],
            interview.questions.prefix(askedCount).map {
                h(
                    "li", ["dir": "auto", "lang": $0.lang(beside: texts.code)],
                    HTML(Markdown.plain($0.prompt)))
            })
    }

    private func people(_ reports: [(SeatState, Report)]) -> HTML {
        let count = askedCount
        let heads = (0..<count).map { h("th", ["scope": "col", "class": "to-end"], HTML("\($0 + 1)")) }
        let rows = reports.prefix(Self.mostPeople).map { seat, report in
            seat.isErased ? gone(seat, count: count) : row(of: seat, report, count: count)
        }
        let means = (0..<count).map { index -> HTML in
            let answered = reports.map { $0.1.questions[index] }.filter { $0.outcome == .answered }
            let mean = answered.reduce(0) { $0 + $1.coverage } / Double(max(1, answered.count))
            return h("td", ["class": "to-end"], HTML(answered.isEmpty ? "–" : texts.percent(mean)))
        }
        return h(
            "section", ["class": "asked", "aria-labelledby": "people"],
            h("h2", ["id": "people"], HTML(texts.peopleByQuestion)),
            h(
                "div", ["class": "table", "tabindex": "0", "role": "region", "aria-labelledby": "people"],
                h(
                    "table", ["class": "room-table"],
                    h(
                        "thead", [:],
                        h(
                            "tr", [:],
                            [h("th", ["scope": "col"], HTML(texts.person))] + heads
                                + [h("th", ["scope": "col", "class": "to-end"], HTML(texts.mean))])),
                    h("tbody", [:], Array(rows)),
                    h(
                        "tfoot", [:],
                        h("tr", [:], [h("th", ["scope": "row"], HTML(texts.mean))] + means + [h("td", [:])])))
            ))
    }

    private func row(of seat: SeatState, _ report: Report, count: Int) -> HTML {
        let name = h(
            "th", ["scope": "row"],
            h(
                "a", ["href": layout.link(Address.transcript(interview.id, seat.id)), "dir": "auto"],
                HTML(seat.shownName)))
        let cells = report.questions.prefix(count).map { h("td", ["class": "to-end"], HTML(cell($0))) }
        return h(
            "tr", [:],
            [name] + cells + [h("td", ["class": "to-end"], HTML(texts.percent(report.coverage)))])
    }

    /// Who has deleted what they said is still one of the room.
    private func gone(_ seat: SeatState, count: Int) -> HTML {
        h(
            "tr", ["class": "gone"], h("th", ["scope": "row"], HTML(seat.id.text)),
            h("td", ["colspan": "\(count + 1)", "class": "note"], HTML(texts.partDeleted)))
    }

    private func cell(_ result: Report.OfQuestion) -> String {
        switch result.outcome {
        case .answered: texts.percent(result.coverage)
        case .skipped, .open, .notAsked: "–"
        }
    }

    /// The points that fewest said, of questions that somebody answered.
    private func missing(_ reports: [(SeatState, Report)]) -> HTML? {
        struct Row {
            var question: Int
            var head: String
            var lang: String?
            var said: Int
            var answers: Int
        }
        var rows: [Row] = []
        for (index, question) in interview.questions.prefix(askedCount).enumerated() {
            let answered = reports.map { $0.1.questions[index] }.filter { $0.outcome == .answered }
            guard !answered.isEmpty else { continue }
            for point in question.keyPoints where !point.isMisconception {
                let missed = answered.count { $0.missed.contains { $0.keyPoint.id == point.id } }
                guard missed > 0 else { continue }
                rows.append(
                    Row(
                        question: index, head: point.head, lang: question.lang(beside: texts.code),
                        said: answered.count - missed, answers: answered.count))
            }
        }
        guard !rows.isEmpty else { return nil }
        let least = rows.sorted { $0.said * $1.answers < $1.said * $0.answers }.prefix(Self.mostPoints)
        return h(
            "section", ["class": "asked", "aria-labelledby": "misses"],
            h("h2", ["id": "misses"], HTML(texts.whatTheRoomMisses)),
            h(
                "ol", ["class": "missed-often"],
                least.map { row in
                    h(
                        "li", [:],
                        h("span", ["class": "point-head", "dir": "auto", "lang": row.lang], HTML(row.head)),
                        h(
                            "span", ["class": "note"],
                            " \(row.question + 1) · \(texts.saidBy(row.said, of: row.answers))"))
                }))
    }
}

extension Report {
    fileprivate var askedCount: Int { questions.count { $0.outcome != .notAsked } }
}
