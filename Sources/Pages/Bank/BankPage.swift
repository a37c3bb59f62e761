import QuestionBank

/// The questions of the bank: by topic, or those that somebody looks for.
struct BankPage {
    let layout: Layout
    let bank: Bank
    let query: BankQuery

    private var texts: BankTexts { .of(layout.texts.code) }

    /// A page lists so many at most; who looks for more has a topic to choose.
    private static let most = 300

    func html() -> String {
        layout.page(
            texts.title,
            h(
                "div", ["class": "bank-page"],
                h("h1", ["tabindex": "-1"], HTML(texts.title)), h("p", ["class": "lede"], HTML(texts.lede)),
                form, query.isEmpty ? topics : found))
    }

    private var form: HTML {
        h(
            "form", ["class": "filters", "action": layout.link("bank"), "method": "get", "role": "search"],
            h(
                "span", [:], h("label", ["for": "q"], HTML(texts.searchFor)),
                h(
                    "input",
                    [
                        "type": "text", "id": "q", "name": "q", "value": query.typed,
                        "maxlength": "\(BankQuery.longest)",
                    ])),
            h("span", [:], h("label", ["for": "topic"], HTML(texts.topic)), topicChoice),
            h("button", ["type": "submit", "class": "primary"], HTML(texts.search)))
    }

    private var topicChoice: HTML {
        h(
            "select", ["id": "topic", "name": "topic"],
            [h("option", ["value": ""], HTML(texts.anyTopic))]
                + bank.topicsInGroups.map { topic in
                    h(
                        "option", ["value": topic.id, "selected": topic.id == query.topic ? "" : nil],
                        HTML(topic.title))
                })
    }

    private var topics: HTML {
        let counts = Dictionary(grouping: bank.questions, by: \.topic).mapValues(\.count)
        return h(
            "ul", ["class": "entries"],
            bank.topicsInGroups.map { topic in
                var own = BankQuery([:])
                own.topic = topic.id
                return h(
                    "li", ["class": "entry"],
                    h(
                        "a", ["class": "entry-title", "dir": "auto", "href": layout.link(own.address)],
                        HTML(topic.title)),
                    h("span", ["class": "note"], HTML(texts.questions(counts[topic.id] ?? 0))))
            })
    }

    private var found: HTML {
        let words = query.words
        let titles = Dictionary(
            bank.topics.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        let questions = bank.questions.lazy.filter { question in
            guard query.topic == nil || question.topic == query.topic else { return false }
            let text = (question.prompt + " " + question.tags.joined(separator: " ")).lowercased()
            return words.allSatisfy(text.contains)
        }.prefix(Self.most)
        let items = questions.map { question in
            let about = [titles[question.topic], question.difficulty.map { texts.difficulty($0.rawValue) }]
            return h(
                "li", ["class": "entry"],
                h(
                    "a",
                    [
                        "class": "entry-title", "dir": "auto",
                        "lang": question.lang(beside: layout.texts.code),
                        "href": layout.link(Address.question(question.id)),
                    ], HTML(question.title)),
                h("span", ["class": "note"], HTML(about.compactMap(\.self).joined(separator: " · "))))
        }
        return items.isEmpty
            ? h("p", ["class": "lede"], HTML(texts.none))
            : h("p", ["class": "note"], HTML(texts.questions(items.count)))
                + h("ul", ["class": "entries"], Array(items))
    }
}

extension Question {
    /// The first line of what is asked, without signs.
    var title: String { Markdown.plain(String(prompt.prefix { !$0.isNewline })) }

    /// What it is written in; `nil` in a page of that language.
    func lang(beside page: String) -> String? {
        let own = language ?? "en"
        return own.split(separator: "-").first.map(String.init) == page ? nil : own
    }
}

extension Address {
    static func question(_ id: String) -> String {
        "bank/" + id.split(separator: "/").map { encoded(String($0)) }.joined(separator: "/")
    }
}
