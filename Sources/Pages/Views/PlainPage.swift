/// A page that says one thing: that there is nothing, or not now.
struct PlainPage {
    let layout: Layout

    func html(_ words: (title: String, text: String)) -> String {
        layout.page(
            words.title,
            h(
                "div", ["class": "gone"],
                h("h1", ["tabindex": "-1"], HTML(words.title)), h("p", ["class": "lede"], HTML(words.text)),
                h("p", [:], h("a", ["href": layout.link("transcripts")], HTML(layout.texts.all)))))
    }
}
