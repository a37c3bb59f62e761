import Marking
import QuestionBank
import Transcripts

/// The kept marks of a transcript beside those that today's bank and matcher make. It changes none.
struct RemarkPage {
    let layout: Layout
    let transcript: Transcript
    let address: PageAddress
    let bank: Bank
    let matchers: Matchers

    private var texts: any Texts { layout.texts }

    func html() -> String {
        var (changed, answers, gone) = (0, 0, 0)
        var sections: [HTML] = []
        for asked in transcript.questions where asked.showsMarks {
            guard !asked.attempts.isEmpty else { continue }
            guard let question = bank.questions.first(where: { $0.id == asked.question.id }) else {
                gone += asked.attempts.count
                continue
            }
            let matcher = matchers.matcher(for: question)
            for attempt in asked.attempts {
                answers += 1
                let id = "q\(asked.index + 1)-\(attempt.number)"
                let table = table(attempt, of: asked, question, matcher, heading: id)
                let sum = table.sum
                guard sum.gained + sum.lost > 0 else { continue }
                changed += 1
                sections.append(
                    h(
                        "section", ["class": "asked", "aria-labelledby": id],
                        h(
                            "h2", ["id": id, "dir": "auto", "lang": table.lang],
                            HTML(Markdown.plain(asked.question.prompt))),
                        h(
                            "p", ["class": "note"],
                            HTML(
                                "\(texts.attempt(attempt.number)) · \(texts.sum(sum.gained, sum.lost, sum.same))"
                            )),
                        table.html()))
            }
        }
        return layout.page(
            texts.remarked.title,
            h(
                "article", ["class": "transcript"],
                h(
                    "div", ["class": "transcript-head"],
                    h(
                        "p", ["class": "tools way-back"],
                        h(
                            "a", ["href": layout.link(Address.transcript(address))],
                            HTML("‹ \(texts.moment(transcript.opened))"))),
                    h("h1", ["tabindex": "-1"], HTML(texts.remarked.title)),
                    h("p", ["class": "lede"], HTML(texts.remarked.lede)),
                    h(
                        "p", ["class": "note about"],
                        HTML(
                            "\(texts.bank(String(transcript.bank.prefix(8)))) → \(texts.bank(String(bank.hash.prefix(8)))) · "
                                + "\(texts.matcher(transcript.matchers)) → \(texts.matcher([Matcher.version]))"
                        )),
                    h("p", ["role": "status"], HTML(texts.remarked(changed, of: answers, gone: gone)))),
                HTML(sections)))
    }

    /// Points that the question had and has no more come last.
    private func table(
        _ attempt: Attempt, of asked: AskedQuestion, _ question: Question, _ matcher: Matcher,
        heading: String
    ) -> PointTable {
        let known = Set(question.keyPoints.map(\.id))
        let points = question.keyPoints + asked.question.keyPoints.filter { !known.contains($0.id) }
        return PointTable(
            texts: texts, points: points,
            sides: (
                .init(texts.remarked.kept, attempt.mark, of: attempt.text),
                .init(texts.remarked.today, matcher.mark(attempt.text), of: attempt.text)
            ), heading: heading, lang: asked.question.lang(beside: texts.code))
    }
}
