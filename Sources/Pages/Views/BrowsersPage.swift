import Interviews
import Transcripts

/// How another browser becomes a visitor's, and which ones are. Everything on it is done by a script.
struct BrowsersPage {
    let layout: Layout
    /// Digest of the secret of the browser that asks, and whose it is; `nil` where it has none yet.
    let here: String?
    let visitor: String?
    /// Beside the one that the visitor is named by.
    let others: [Browser]
    /// Since when there is a recovery code.
    let code: Timestamp?
    /// How many this visitor has.
    let transcripts: Int

    private var words: BrowserTexts { layout.texts.browsers }

    func html() -> String {
        layout.page(
            words.title,
            h(
                "div", ["class": "topic-page browsers-page"],
                h(
                    "p", ["class": "tools way-back"],
                    h("a", ["href": layout.link("transcripts")], "‹ \(layout.texts.all)")),
                h("h1", ["tabindex": "-1"], HTML(words.title)),
                h("noscript", [:], h("p", ["class": "lede"], HTML(words.scripts))),
                h("p", ["class": "lede"], HTML(words.lede)),
                section("link", words.link.title, words.link.text, data: "link"),
                section(
                    "code", words.code.title, words.code.text, data: "recovery",
                    h(
                        "p", ["class": "note", "data-has-code": code == nil ? nil : "yes"],
                        HTML(code.map(layout.texts.writtenDown) ?? words.code.none))),
                section(
                    "claim", words.claim.title, words.claim.text, data: "claim",
                    h("p", [:], HTML(layout.texts.comesAlong(transcripts))),
                    h("p", ["class": "warning"], HTML(words.warning))),
                list))
    }

    /// Where a script puts what can be done.
    private func section(
        _ id: StaticString, _ title: String, _ text: String, data: StaticString, _ more: HTML...
    ) -> HTML {
        h(
            "section", ["class": "panel", "data-part": data.description, "aria-labelledby": id.description],
            [h("h2", ["id": id.description], HTML(title)), h("p", [:], HTML(text))] + more)
    }

    private var list: HTML {
        guard let here, let visitor, !others.isEmpty else { return .none }
        let first = Browser.isKey(visitor) ? [(key: visitor, since: nil as Timestamp?)] : []
        let all = others.map { (key: $0.key, since: Optional($0.since)) } + first
        return h(
            "section", ["aria-labelledby": "all-browsers"],
            h("h2", ["id": "all-browsers"], HTML(words.list.title)),
            h(
                "ul", ["class": "plain-entries"],
                all.map { key, since in
                    let name = since.map(layout.texts.linked) ?? words.list.first
                    return h(
                        "li", ["class": "tools start"],
                        h("span", [:], HTML(key == here ? "\(name), \(words.list.here)" : name)),
                        h("span", ["data-unlink": key, "data-here": key == here ? "yes" : nil]))
                }))
    }
}
