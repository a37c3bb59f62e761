import Marking
import QuestionBank

/// A marked answer, for whoever has not answered anything yet: a sample of the bank that says some of its points, so
/// that there is something found and something missing to be seen.
struct ExamplePage {
    let layout: Layout
    let question: Question
    let sample: SampleAnswer

    init?(layout: Layout, bank: Bank) {
        self.layout = layout
        let language = layout.texts.code == "en" ? nil : layout.texts.code
        let all = bank.questions.filter { $0.isMarkable && $0.kind == nil && !$0.samples.isEmpty }
        // In the reader's own language, where the bank speaks it.
        let own = all.filter { $0.language == language }
        for question in own + all {
            for sample in question.samples {
                let hits = sample.expected.values.count { $0 == .hit }
                guard hits >= 2, sample.expected.values.contains(.missed) else { continue }
                (self.question, self.sample) = (question, sample)
                return
            }
        }
        guard let question = (own + all).first, let sample = question.samples.first else { return nil }
        (self.question, self.sample) = (question, sample)
    }

    func html() -> String {
        let texts = BankTexts.of(layout.texts.code)
        return layout.page(
            texts.example,
            h(
                "div", ["class": "bank-page"],
                h("h1", ["tabindex": "-1"], HTML(texts.example)),
                h("p", ["class": "lede"], HTML(texts.exampleLede)),
                h(
                    "h2",
                    ["class": "prompt", "dir": "auto", "lang": question.lang(beside: layout.texts.code)],
                    HTML(question.title)),
                h(
                    "h3", ["dir": "auto", "lang": question.lang(beside: layout.texts.code)],
                    HTML(sample.name)),
                MarkedSample(layout: layout, question: question, text: sample.text).html(),
                h(
                    "p", ["class": "actions"],
                    h("a", ["class": "button primary", "href": layout.link("")], HTML(texts.startNow)),
                    h("a", ["class": "button plain", "href": layout.link("bank")], HTML(texts.all)))))
    }
}
