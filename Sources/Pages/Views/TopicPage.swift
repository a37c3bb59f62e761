import QuestionBank
import Transcripts

/// A topic: how it went from interview to interview, and what was missed most.
struct TopicPage {
    let layout: Layout
    let trend: TopicTrend
    /// Today's.
    let bank: Bank

    private var texts: any Texts { layout.texts }

    func html() -> String {
        layout.page(
            trend.topic.title,
            h(
                "div", ["class": "topic-page"],
                h(
                    "p", ["class": "tools way-back"],
                    h("a", ["href": layout.link("topics")], "‹ \(texts.aboutTopics)")),
                h("h1", ["tabindex": "-1", "dir": "auto"], HTML(trend.topic.title)),
                h(
                    "p", ["class": "tools start"],
                    h(
                        "a",
                        [
                            "class": "button primary",
                            "href": layout.link("") + Address.practise(topic: trend.topic.id),
                        ],
                        HTML(texts.practiseTopic))),
                TrendPanel(layout: layout, trend: trend).html(linked: false), missed, table))
    }

    private var missed: HTML? {
        guard !trend.missed.isEmpty else { return nil }
        return h(
            "section", ["aria-labelledby": "missed"],
            h("h2", ["id": "missed"], HTML(texts.missedOften)),
            h(
                "ol", ["class": "missed-often"],
                trend.missed.map { point in
                    h(
                        "li", [:],
                        h(
                            "a",
                            [
                                "href": layout.link(Address.missing(point.name)), "dir": "auto",
                                "lang": bank.question(id: point.name.question)?.lang(beside: texts.code),
                            ],
                            HTML(point.head)),
                        h("span", ["class": "note"], " \(texts.times(point.times))"))
                }))
    }

    /// The same as the line, in words, the latest first.
    private var table: HTML {
        let words = texts.trendTable
        return h(
            "table", ["class": "chart"],
            h("caption", [:], HTML(words.caption)),
            h(
                "thead", [:],
                h(
                    "tr", [:], h("th", ["scope": "col"], HTML(words.date)),
                    h("th", ["scope": "col"], HTML(words.coverage)),
                    h("th", ["scope": "col"], HTML(words.questions)))),
            h(
                "tbody", [:],
                trend.steps.reversed().map { step in
                    h(
                        "tr", [:],
                        h(
                            "th", ["scope": "row"],
                            h(
                                "a", ["href": layout.link(Address.transcript(step.interview, step.seat))],
                                HTML(texts.day(step.opened)))),
                        h("td", [:], HTML(texts.percent(step.coverage))),
                        h("td", [:], HTML("\(step.questions)")))
                }))
    }
}

/// All topics that a visitor has practised.
struct TopicsPage {
    let layout: Layout
    let topics: [Topic]

    func html() -> String {
        let texts = layout.texts
        let list = h(
            "ul", ["class": "entries"],
            topics.map { topic in
                h(
                    "li", ["class": "entry"],
                    h(
                        "a",
                        [
                            "class": "entry-title", "dir": "auto",
                            "href": layout.link(Address.topic(topic.id)),
                        ], HTML(topic.title)))
            })
        return layout.page(
            texts.aboutTopics,
            h(
                "div", ["class": "topic-page"],
                h(
                    "p", ["class": "tools way-back"],
                    h("a", ["href": layout.link("transcripts")], "‹ \(texts.all)")),
                h("h1", ["tabindex": "-1"], HTML(texts.aboutTopics)),
                topics.isEmpty ? h("p", ["class": "lede"], HTML(texts.noTopics)) : list))
    }
}
