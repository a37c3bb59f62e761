import Interviews
import Transcripts

/// The links that a visitor has made, each to be taken back.
struct SharesPage {
    struct Entry {
        var share: Share
        var opened: Timestamp
        var topics: [String]
    }

    let layout: Layout
    let shares: [Entry]

    private var texts: any Texts { layout.texts }

    func html() -> String {
        layout.page(
            texts.shares.title,
            h(
                "div", ["class": "topic-page"],
                h(
                    "p", ["class": "tools way-back"],
                    h("a", ["href": layout.link("transcripts")], "‹ \(texts.all)")),
                h("h1", ["tabindex": "-1"], HTML(texts.shares.title)),
                shares.isEmpty
                    ? h("p", ["class": "lede"], HTML(texts.shares.none))
                    : h("ul", ["class": "entries"], shares.map(entry))))
    }

    private func entry(_ entry: Entry) -> HTML {
        let share = entry.share
        return h(
            "li", ["class": "entry share-entry"],
            h("time", ["class": "note", "datetime": entry.opened.rfc3339], HTML(texts.day(entry.opened))),
            h(
                "a",
                [
                    "class": "entry-title", "dir": "auto",
                    "href": layout.link(Address.transcript(share.interview)),
                ], HTML(entry.topics.joined(separator: ", "))),
            h(
                "span", ["class": "note"],
                HTML(
                    [
                        share.mayComment ? texts.shares.comment : texts.shares.read,
                        texts.shared(share.made), texts.until(share.until),
                    ].joined(separator: " · "))),
            h("span", ["data-unshare": share.digest]))
    }
}
