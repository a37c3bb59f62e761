import Interviews
import Transcripts

/// What surrounds every page.
struct Layout {
    let texts: any Texts
    /// How many folders deep the page is.
    let depth: Int
    /// The page's own address with everything but the language, to be seen in another one.
    let here: String
    /// It is no transcript, but a page of the bank.
    var isAboutBank = false

    /// A link from the page to an address of the site.
    func link(_ address: String) -> String {
        depth == 0 && address.isEmpty ? "./" : String(repeating: "../", count: depth) + address
    }

    func page(_ title: String, isForPaper: Bool = false, _ content: HTML) -> String {
        let sheets = ["tokens", "base", "controls", "interview", "marked", "report", "transcripts"]
        let head = h(
            "head", [:],
            [
                h("meta", ["charset": "utf-8"]),
                h("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                h("title", [:], HTML(title == "Greenroom" ? title : "\(title) · Greenroom")),
                h("meta", ["name": "color-scheme", "content": "light dark"]),
                h("meta", ["name": "referrer", "content": "no-referrer"]),
                h("meta", ["name": "robots", "content": "noindex"]),
                h("link", ["rel": "icon", "href": link("favicon.svg"), "type": "image/svg+xml"]),
            ] + sheets.map { h("link", ["rel": "stylesheet", "href": link("css/\($0).css")]) }
                + [
                    h("link", ["rel": "stylesheet", "href": link("css/print.css"), "media": "print"]),
                    h(
                        "script",
                        [
                            "type": "module",
                            "src": link(isAboutBank ? "js/bank-page.js" : "js/transcripts.js"),
                        ]),
                ])
        let body = h(
            "body", ["class": isForPaper ? "for-paper" : nil],
            h("a", ["class": "skip-link", "href": "#main"], HTML(texts.skip)), header,
            h("main", ["id": "main", "tabindex": "-1"], content), footer)
        return "<!DOCTYPE html>\n" + h("html", ["lang": texts.code], head, body).source + "\n"
    }

    /// Where a script puts the button that deletes an interview, or everything; without one there is none.
    ///
    /// - Parameter part: what of it is deleted, where it is a room: one's own part, or everybody's.
    func erasing(_ interview: InterviewID?, _ part: RoomPart? = nil) -> HTML {
        h(
            "span",
            [
                "data-erase": interview?.text ?? "", "data-part": part?.rawValue,
                "data-list": link("transcripts"),
            ])
    }

    enum RoomPart: String { case own, whole }

    private var header: HTML {
        let ways = texts.ways
        func way(_ address: String, _ title: String, isHere: Bool = false) -> HTML {
            h("a", ["href": link(address), "aria-current": isHere ? "page" : nil], HTML(title))
        }
        return h(
            "header", ["class": "site"],
            h(
                "a", ["class": "brand", "href": link("")],
                h("img", ["src": link("favicon.svg"), "alt": "", "width": "28", "height": "28"]),
                h("span", [:], "Greenroom")),
            h(
                "nav", ["class": "ways", "aria-label": ways.label],
                way("", ways.practise), way("room.html", ways.join), way("room.html#host", ways.host),
                way("transcripts", ways.transcripts, isHere: !isAboutBank)))
    }

    private var footer: HTML {
        let (code, name) = texts.otherLanguage
        let separator = here.contains("?") ? "&" : "?"
        return h(
            "footer", ["class": "site"],
            h("p", [:], HTML(texts.motto)),
            h(
                "p", [:],
                h(
                    "a", ["href": "\(here)\(separator)lang=\(code)", "lang": code, "hreflang": code],
                    HTML(name))))
    }
}
