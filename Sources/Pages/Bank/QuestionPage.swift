import Marking
import QuestionBank
import Transcripts

/// A question of the bank: what is asked, and behind one more step all that belongs to a full answer.
struct QuestionPage {
    let layout: Layout
    let bank: Bank
    let question: Question
    let isOpen: Bool
    let models: ModelAnswers

    private var texts: BankTexts { .of(layout.texts.code) }
    private var lang: String? { question.lang(beside: layout.texts.code) }

    func html() -> String {
        layout.page(
            question.title,
            h(
                "div", ["class": "bank-page"],
                h(
                    "p", ["class": "tools way-back"],
                    h("a", ["href": layout.link("bank")], "‹ \(texts.all)")),
                h(
                    "h1", ["tabindex": "-1", "class": "prompt", "dir": "auto", "lang": lang],
                    HTML(question.title)),
                h("p", ["class": "note", "dir": "auto"], HTML(about)), rest, flagging,
                isOpen ? answer : spoiler))
    }

    private var about: String {
        let title = bank.topics.first { $0.id == question.topic }?.title
        return [
            title, question.difficulty.map { texts.difficulty($0.rawValue) },
            question.tags.joined(separator: ", "),
        ]
        .compactMap { $0?.isEmpty == false ? $0 : nil }.joined(separator: " · ")
    }

    /// What is asked beyond the first line: code, options.
    private var rest: HTML? {
        let text = question.prompt.drop { !$0.isNewline }
        return text.isEmpty ? nil : h("div", ["class": "prose", "lang": lang], Markdown.html(String(text)))
    }

    /// Where a script puts the buttons that tell the author; without one there are none.
    private var flagging: HTML {
        h("div", ["data-flag": question.id])
    }

    private var spoiler: HTML {
        h(
            "div", ["class": "panel spoiler"], h("p", [:], HTML(texts.spoiler)),
            h(
                "p", ["class": "actions"],
                h(
                    "a",
                    [
                        "class": "button primary",
                        "href": layout.link("") + Address.practise(topic: question.topic),
                    ],
                    HTML(texts.practise)),
                h(
                    "a",
                    [
                        "class": "button plain",
                        "href": layout.link(Address.question(question.id)) + "?show=answer",
                    ],
                    HTML(texts.reveal))))
    }

    private var answer: HTML {
        let points = question.keyPoints.filter { !$0.isMisconception }
        let misconceptions = question.keyPoints.filter(\.isMisconception)
        return h("h2", ["id": "answer"], HTML(texts.keyPoints)) + groups + list(points)
            + (misconceptions.isEmpty
                ? .none
                : h("h2", [:], HTML(texts.misconceptions))
                    + h("p", ["class": "note"], HTML(texts.misconceptionNote)) + list(misconceptions))
            + model + samples
    }

    private var groups: HTML {
        HTML(
            question.groups.indices.map { index in
                let members = question.keyPoints.filter { $0.group == index }
                return h(
                    "p", ["class": "note"],
                    HTML(texts.anyOf(question.groups[index].needed, members.count) + ": "),
                    h("span", ["lang": lang], HTML(members.map(\.head).joined(separator: "; "))))
            })
    }

    private func list(_ points: [KeyPoint]) -> HTML {
        h(
            "ul", ["class": "weakest", "lang": lang],
            points.map { point in
                h(
                    "li", ["data-point": point.id],
                    h(
                        "span", ["class": "point-head", "dir": "auto"], HTML(point.head),
                        point.isRequired ? h("span", ["class": "note"], " (\(layout.texts.required))") : nil),
                    point.gist.isEmpty ? nil : h("p", ["class": "gist", "dir": "auto"], HTML(point.gist)))
            })
    }

    private var model: HTML {
        guard let answer = question.modelAnswer else { return .none }
        return h("h2", [:], HTML(texts.modelAnswer)) + h("p", ["class": "note"], HTML(texts.modelNote))
            + h(
                "div", ["class": "prose model-answer", "dir": "auto", "lang": lang],
                Markdown.html(answer, marking: models.evidence(in: answer, of: question)))
    }

    private var samples: HTML {
        guard !question.samples.isEmpty, question.isMarkable else { return .none }
        return h("h2", [:], HTML(texts.examples))
            + HTML(
                question.samples.map { sample in
                    h("h3", ["dir": "auto", "lang": lang], HTML(sample.name))
                        + MarkedSample(layout: layout, question: question, text: sample.text).html()
                })
    }
}

/// An answer of the bank's own beside its mark.
struct MarkedSample {
    let layout: Layout
    let question: Question
    let text: String

    func html() -> HTML {
        let asked = AskedQuestion(question, answeredWith: text)
        guard let attempt = asked.attempts.first else { return .none }
        let tally = Tally(attempt.mark, in: question.rubric)
        let texts = layout.texts
        return (tally.needed > 0 ? score(attempt, tally) : .none)
            + h(
                "div", ["class": "marked"],
                h(
                    "div", ["class": "marked-answer"],
                    h("h4", [:], HTML(BankTexts.of(texts.code).exampleAnswer)),
                    h(
                        "div", ["lang": question.lang(beside: texts.code)],
                        AnswerText(texts: texts, attempt: attempt, asked: asked).html())),
                PointList(
                    texts: texts, attempt: attempt, isForPaper: false, lang: question.lang(beside: texts.code)
                ).html(attempt.lines(of: question))
            )
    }

    private func score(_ attempt: Attempt, _ tally: Tally) -> HTML {
        let count = layout.texts.found(tally.found, of: tally.needed)
        // Of a story of one's own no share is told.
        let mark = question.kind == .checklist ? nil : attempt.mark
        let share = mark.map { layout.texts.coverage($0.coverage) }
        return h(
            "p", ["class": "coverage"], h("span", ["class": "coverage-number"], HTML(count)),
            share.map { _ in h("span", ["class": "visually-hidden"], ", ") },
            share.map { h("span", ["class": "coverage-label"], HTML($0)) })
    }
}
