import Interviews
import Marking
import QuestionBank
import Transcripts

/// A visitor's transcripts: a form that works without a script, and what it lets through.
struct TranscriptsPage {
    enum Found {
        case entries(TranscriptList)
        case passages(PassageList)
    }

    let layout: Layout
    let query: TranscriptQuery
    let typed: String
    let facets: LibraryFacets
    let found: Found
    let trend: TopicTrend?
    /// Today's.
    let bank: Bank

    private var texts: any Texts { layout.texts }
    private var isFiltered: Bool { query != TranscriptQuery() || !typed.isEmpty }

    func html() -> String {
        layout.page(
            texts.transcripts,
            h(
                "div", ["class": "transcripts"],
                h(
                    "div", ["class": "title-row"],
                    h("h1", ["tabindex": "-1"], HTML(texts.transcripts)),
                    facets.topics.isEmpty
                        ? nil
                        : h(
                            "p", ["class": "tools"],
                            h("a", ["href": layout.link("topics")], HTML(texts.aboutTopics)))),
                facets.banks.isEmpty && !isFiltered
                    ? h("p", ["class": "lede"], HTML(texts.noneYet)) + elsewhere : filled)
        )
    }

    /// Whoever has nothing here may have it in another browser.
    private var elsewhere: HTML {
        h("p", [:], h("a", ["href": layout.link("browsers")], HTML(texts.browsers.elsewhere)))
    }

    private var filled: HTML {
        let panel = trend.map { TrendPanel(layout: layout, trend: $0).html(linked: true) }
        return switch found {
        case .entries(let list):
            form + (panel ?? .none)
                + h("p", ["class": "note", "role": "status"], HTML(texts.count(list.count)))
                + entries(list.entries)
                + pager(
                    hasMore: query.page * TranscriptQuery.pageSize < list.count, pages: pages(of: list.count))
                + erasing
        case .passages(let list):
            form + (panel ?? .none)
                + h(
                    "p", ["class": "note", "role": "status"],
                    HTML(texts.passages(list.passages.count, hasMore: list.hasMore)))
                + passages(list.passages)
                + pager(hasMore: list.hasMore, pages: nil)
        }
    }

    private var erasing: HTML {
        h(
            "div", ["class": "tools start"],
            h(
                "a",
                [
                    "class": "button small", "href": layout.link("transcripts?as=zip"), "download": "",
                    "data-download": "zip",
                ], HTML(texts.download.all)),
            h("a", ["class": "button small", "href": layout.link("shares")], HTML(texts.shares.title)),
            h("a", ["class": "button small", "href": layout.link("browsers")], HTML(texts.browsers.title)),
            layout.erasing(nil))
    }

    private var form: HTML {
        let hidden = [
            ("bank", offersBanks ? nil : query.bank), ("question", query.missed?.question),
            ("point", query.missed?.point),
        ]
        .compactMap { name, value in
            value.map { h("input", ["type": "hidden", "name": name, "value": $0]) }
        }
        return h(
            "form",
            [
                "class": "filters tools", "method": "get", "action": layout.link("transcripts"),
                "role": "search",
            ],
            hidden + [
                h(
                    "div", ["class": "search-row"],
                    h("label", ["class": "visually-hidden", "for": "q"], HTML(texts.searchFor)),
                    h(
                        "input",
                        [
                            "type": "text", "id": "q", "name": "q", "value": typed.isEmpty ? nil : typed,
                            "placeholder": texts.searchFor, "maxlength": "200", "autocomplete": "off",
                        ]),
                    h("button", ["class": "primary", "type": "submit"], HTML(texts.search))),
                h(
                    "div", ["class": "filter-row"],
                    select(
                        "topic", texts.filter.topic,
                        [("", texts.any.topic)] + facets.topics.map { ($0.id, $0.title) },
                        chosen: query.topic),
                    select(
                        "kind", texts.filter.kind,
                        [("", texts.any.kind)]
                            + TranscriptQuery.Kind.allCases.map { ($0.rawValue, texts.kind($0)) },
                        chosen: query.kind?.rawValue),
                    select(
                        "verdict", texts.filter.verdict,
                        [("", texts.any.verdict)]
                            + Verdict.allCases.filter { $0 != .avoided }.map {
                                ($0.rawValue, texts.answersWith($0))
                            },
                        chosen: query.verdict?.rawValue),
                    offersBanks
                        ? select(
                            "bank", texts.filter.bank,
                            [("", texts.any.bank)]
                                + facets.banks.map {
                                    ($0, texts.edition(String($0.prefix(8)), isOfToday: $0 == bank.hash))
                                },
                            chosen: query.bank) : nil,
                    select(
                        "sort", texts.filter.sort,
                        TranscriptQuery.Sort.allCases.map { ($0.rawValue, texts.sort($0)) },
                        chosen: query.sort.rawValue),
                    date("from", texts.filter.from, query.from),
                    date(
                        "until", texts.filter.until,
                        query.until.map { Timestamp(milliseconds: $0.milliseconds - 86_400_000) }),
                    isFiltered ? h("a", ["href": layout.link("transcripts")], HTML(texts.clear)) : nil),
                query.missed == nil ? .none : h("p", ["class": "note"], HTML(texts.missedPoint)),
            ])
    }

    private var offersBanks: Bool { facets.banks.count > 1 }

    private func select(_ name: String, _ label: String, _ options: [(String, String)], chosen: String?)
        -> HTML
    {
        h(
            "span", ["class": "filter"],
            h("label", ["class": "note", "for": name], HTML(label)),
            h(
                "select", ["id": name, "name": name],
                options.map { value, title in
                    // `value=""` has to be written out: without it the option's text is its value.
                    HTML(
                        rendered:
                            "<option value=\"\(HTML.escaped(value))\"\(value == chosen ?? "" ? " selected" : "")>"
                    )
                        + HTML(title) + HTML(rendered: "</option>")
                }))
    }

    private func date(_ name: String, _ label: String, _ value: Timestamp?) -> HTML {
        h(
            "span", ["class": "filter"],
            h("label", ["class": "note", "for": name], HTML(label)),
            h("input", ["type": "date", "id": name, "name": name, "value": value.map { Address.day($0) }]))
    }

    private func entries(_ entries: [LibraryEntry]) -> HTML {
        guard !entries.isEmpty else { return h("p", ["class": "lede"], HTML(texts.noneFound)) }
        guard query.sort == .newest || query.sort == .oldest else {
            return h("ul", ["class": "entries"], entries.map { self.entry($0, among: entries) })
        }
        var months: [(title: String, entries: [LibraryEntry])] = []
        for entry in entries {
            let title = texts.month(entry.opened)
            if months.last?.title != title { months.append((title, [])) }
            months[months.count - 1].entries.append(entry)
        }
        return HTML(
            months.map { month in
                h("h2", ["class": "month"], HTML(month.title))
                    + h("ul", ["class": "entries"], month.entries.map { self.entry($0, among: entries) })
            })
    }

    private func entry(_ entry: LibraryEntry, among all: [LibraryEntry]) -> HTML {
        let titles = entry.topics.map(\.title)
        let title =
            titles.count > 3 || titles.isEmpty ? texts.topics(titles.count) : titles.joined(separator: ", ")
        // Whoever sat in a room with two browsers has two parts of it.
        let isOnly = all.count { $0.interview == entry.interview } == 1
        let address =
            entry.role == .host
            ? Address.room(entry.interview) : Address.transcript(entry.interview, isOnly ? nil : entry.seat)
        let kind = entry.role == .host ? texts.kind(.hosted) : entry.isRoom ? texts.inRoom("") : texts.alone
        let isMarked = entry.needed > 0
        return h(
            "li", ["class": "entry"],
            h("time", ["class": "note", "datetime": entry.opened.rfc3339], HTML(texts.day(entry.opened))),
            h("a", ["href": layout.link(address), "class": "entry-title", "dir": "auto"], HTML(title)),
            h("span", ["class": "note"], HTML("\(kind), \(texts.mode(entry.mode))")),
            h(
                "span", ["class": "share"],
                HTML(
                    isMarked
                        ? texts.found(entry.found, of: entry.needed)
                        : texts.answered(entry.answered, skipped: 0, open: 0))))
    }

    private func passages(_ passages: [Passage]) -> HTML {
        guard !passages.isEmpty else { return h("p", ["class": "lede"], HTML(texts.noneFound)) }
        return h("ul", ["class": "entries"], passages.map(passage))
    }

    private func passage(_ passage: Passage) -> HTML {
        let address = Address.transcript(passage.interview, passage.seat) + "#q\(passage.question + 1)"
        let lang = bank.question(id: passage.name)?.lang(beside: texts.code)
        let missed =
            passage.missed.isEmpty
            ? nil
            : HTML("\(texts.verdict(.missed)): ")
                + h("span", ["lang": lang], pieces(passage.missed, by: "; "))
        return h(
            "li", ["class": "entry passage"],
            h(
                "time", ["class": "note", "datetime": passage.opened.rfc3339], HTML(texts.day(passage.opened))
            ),
            h(
                "a",
                ["href": layout.link(address), "class": "entry-title", "dir": "auto", "lang": lang],
                HTML(Markdown.plain(passage.prompt))),
            h(
                "span", ["class": "note", "dir": "auto"],
                HTML("\(passage.topic.title) · \(texts.attempt(passage.attempt))")),
            h("span", ["class": "share"], HTML(texts.percent(passage.coverage))),
            h("p", ["class": "excerpt", "dir": "auto"], pieces(passage.pieces, by: "\n")),
            missed.map { h("p", ["class": "note missed-heads", "dir": "auto"], $0) })
    }

    private func pieces(_ pieces: [Passage.Piece], by line: String) -> HTML {
        HTML(
            pieces.map { piece in
                let text = HTML(piece.text.replacing("\n", with: line))
                return piece.isHit ? h("mark", ["data-verdict": "hit"], text) : text
            })
    }

    private func pages(of count: Int) -> Int {
        max(1, (count + TranscriptQuery.pageSize - 1) / TranscriptQuery.pageSize)
    }

    private func pager(hasMore: Bool, pages: Int?) -> HTML {
        guard query.page > 1 || hasMore else { return .none }
        func link(_ page: Int, _ title: String, _ rel: String) -> HTML {
            let address = Address.transcripts(query, typed: typed, page: page)
            return h("a", ["class": "button small", "rel": rel, "href": layout.link(address)], HTML(title))
        }
        return h(
            "nav", ["class": "pager tools", "aria-label": texts.pages.label],
            query.page > 1 ? link(query.page - 1, texts.pages.previous, "prev") : nil,
            h("span", ["class": "note"], HTML(texts.page(query.page, of: pages))),
            hasMore ? link(query.page + 1, texts.pages.next, "next") : nil)
    }
}
