import Interviews
import QuestionBank
import Transcripts

/// Two interviews point by point, or the attempts of one.
struct ComparePage {
    let layout: Layout
    let address: PageAddress
    let one: Transcript
    let other: Transcript?
    let chosen: PageAddress?
    /// What it can be compared with.
    let others: [LibraryEntry]

    private var texts: any Texts { layout.texts }

    func html() -> String {
        let sections = other.map(interviews) ?? attempts
        return layout.page(
            texts.compare.title,
            h(
                "article", ["class": "transcript"],
                h(
                    "div", ["class": "transcript-head"],
                    h(
                        "p", ["class": "tools way-back"],
                        h(
                            "a", ["href": layout.link(Address.transcript(address))],
                            HTML("‹ \(texts.moment(one.opened))"))),
                    h("h1", ["tabindex": "-1"], HTML(texts.compare.title)), form),
                sections.isEmpty
                    ? h(
                        "p", ["class": "lede"],
                        HTML(other == nil ? texts.compare.oneAttempt : texts.compare.nothing))
                    : HTML(sections)))
    }

    private var form: HTML? {
        guard !others.isEmpty else { return nil }
        let options = others.map { entry -> HTML in
            let value = entry.interview.text
            let title = "\(texts.moment(entry.opened)) · " + entry.topics.map(\.title).joined(separator: ", ")
            return h(
                "option", ["value": value, "selected": chosen?.text == value ? "" : nil], HTML(title))
        }
        return h(
            "form", ["class": "tools start", "method": "get", "action": layout.link("compare")],
            h("input", ["type": "hidden", "name": "of", "value": address.text]),
            h(
                "span", ["class": "filter"],
                h("label", ["class": "note", "for": "with"], HTML(texts.compare.with)),
                h("select", ["id": "with", "name": "with"], options)),
            h("button", ["class": "primary", "type": "submit"], HTML(texts.compare.go)))
    }

    /// Each attempt beside the one before it.
    private var attempts: [HTML] {
        one.questions.filter { $0.attempts.count > 1 && $0.showsMarks }.flatMap { asked in
            zip(asked.attempts, asked.attempts.dropFirst()).map { before, after in
                section(
                    asked.question, id: "q\(asked.index + 1)-\(after.number)",
                    (
                        .init(texts.attempt(before.number), before, of: asked),
                        .init(texts.attempt(after.number), after, of: asked)
                    ))
            }
        }
    }

    /// The best attempts at the questions that both were asked, the earlier interview first.
    private func interviews(_ other: Transcript) -> [HTML] {
        let (first, second) =
            one.opened.milliseconds <= other.opened.milliseconds ? (one, other) : (other, one)
        return second.questions.filter(\.showsMarks).compactMap { after in
            guard
                let before = first.questions.first(where: {
                    $0.question.id == after.question.id && $0.showsMarks
                })
            else { return nil }
            return section(
                after.question, id: "q\(after.index + 1)",
                (
                    .init(texts.moment(first.opened), before.best ?? before.attempts.last, of: before),
                    .init(texts.moment(second.opened), after.best ?? after.attempts.last, of: after)
                ))
        }
    }

    private func section(_ question: Question, id: String, _ sides: (PointTable.Side, PointTable.Side))
        -> HTML
    {
        let prompt = Markdown.plain(question.prompt)
        let lang = question.lang(beside: texts.code)
        let table = PointTable(
            texts: texts, points: question.keyPoints, sides: sides, heading: id, lang: lang)
        let sum = table.sum
        return h(
            "section", ["class": "asked", "aria-labelledby": id],
            h("h2", ["id": id, "dir": "auto", "lang": lang], HTML(prompt)),
            h("p", ["class": "note"], HTML(texts.sum(sum.gained, sum.lost, sum.same))), table.html())
    }
}
