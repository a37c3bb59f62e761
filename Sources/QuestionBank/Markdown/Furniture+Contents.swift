extension Furniture {
    /// Drops lists, tables and paragraphs made only of links to places in the same document, three or more in a row,
    /// and keeps their texts: they confirm which headings are questions.
    static func dropContents(_ page: inout Page) {
        var run: [Int] = []
        let titles = headings(page)
        var heading: Int?
        for index in page.lines.indices {
            switch page.lines[index].kind {
            case .blank, .rule: continue
            case .fenced, .heading:
                closeParts(&run, &page, below: heading, titles)
                if page.lines[index].kind != .fenced { heading = index }
                close(&run, &page)
            default:
                if linkText(page.body(index)) != nil {
                    run.append(index)
                } else if !isTableFurniture(page, index) {
                    close(&run, &page)
                }
            }
        }
        close(&run, &page)
    }

    /// Drops lines that are nothing but one and the same link within the document, three times or more: they lead back
    /// to the top in whatever language.
    static func dropReturns(_ page: inout Page) {
        var places: [Bytes: [Int]] = [:]
        for index in page.lines.indices {
            guard page.lines[index].kind == .text, let body = Optional(page.body(index)), body.count < 200,
                body.last == UInt8(ascii: ")") || body.last == UInt8(ascii: "*"), linkText(body) != nil
            else { continue }
            places[body, default: []].append(index)
        }
        for index in places.values.filter({ $0.count >= 3 }).joined() {
            page.lines[index].kind = .dropped
            page.dropped += 1
        }
    }

    /// Whether the document's table of contents names the title.
    static func isListed(_ title: String, in page: Page) -> Bool {
        !page.contents.isEmpty && page.contents.contains(contentsKey(title))
    }

    /// Headings and the links to them differ in their marks, hardly in their words.
    private static func contentsKey(_ text: String) -> String {
        String(decoding: Fold.plain(Inline.plain(text.bytes)).utf8.filter(\.isWord), as: UTF8.self)
    }

    /// A part of a table of contents, however short, between headings of its own: all it names are headings further
    /// down.
    private static func closeParts(
        _ run: inout [Int], _ page: inout Page, below heading: Int?, _ titles: Set<String>
    ) {
        guard let heading, !run.isEmpty else { return }
        let keys = run.compactMap { linkText(page.body($0)).map(contentsKey) }
        guard keys.allSatisfy(titles.contains) else { return }
        let title = TopicTitle.clean(
            Inline.plain(Label(page.body(heading).drop { $0 == UInt8(ascii: "#") }).rest))
        for key in keys {
            page.contents.insert(key)
            if !title.isEmpty { page.contentsTopics[key] = title }
        }
        guard run.count < 3 else { return }
        for index in run {
            page.lines[index].kind = .dropped
            page.dropped += 1
        }
        run = []
    }

    private static func headings(_ page: Page) -> Set<String> {
        var titles: Set<String> = []
        for index in page.lines.indices {
            guard case .heading = page.lines[index].kind else { continue }
            let body = page.body(index)
            titles.insert(
                contentsKey((ListMarker(body)?.rest ?? body).drop { $0 == UInt8(ascii: "#") }.trimmed.string))
        }
        return titles
    }

    /// The part of the table of contents that lists the title, where it has several.
    static func contentsTopic(of title: String, in page: Page) -> String? {
        page.contentsTopics.isEmpty ? nil : page.contentsTopics[contentsKey(title)]
    }

    private static func close(_ run: inout [Int], _ page: inout Page) {
        defer { run = [] }
        guard run.count >= 3, let first = run.first, let last = run.last else { return }
        for index in run {
            if let text = linkText(page.body(index)) { page.contents.insert(contentsKey(text)) }
        }
        for index in first...last where page.lines[index].kind != .blank {
            page.lines[index].kind = .dropped
            page.dropped += 1
        }
        // The table's header and ruler stand above its first link.
        var above = first - 1
        while above >= 0, page.lines[above].kind == .tableRow {
            page.lines[above].kind = .dropped
            above -= 1
        }
    }

    private static func isTableFurniture(_ page: Page, _ index: Int) -> Bool {
        guard page.lines[index].kind == .tableRow else { return false }
        return page.body(index).allSatisfy { ByteSet.table.contains($0) }
    }

    /// The text of a line that is one link within the document, with a number before it or not.
    private static func linkText(_ body: Bytes) -> String? {
        guard body.count < 600, body.contains(UInt8(ascii: "[")), body.contains("](#") else { return nil }
        var rest = ListMarker(body)?.rest ?? body
        if rest.first == UInt8(ascii: "|") {
            rest = rest.dropFirst().trimmedStart
            let cell = rest.prefix { $0 != UInt8(ascii: "|") }
            if cell.trimmed.allSatisfy({ $0.isDigit || $0 == 0x2E || $0.isBlank }) {
                rest = rest.dropFirst(cell.count + 1).trimmedStart
            }
        }
        while let first = rest.first,
            first == UInt8(ascii: "*") || first == UInt8(ascii: "_") || first >= 0x80
                || first.isDigit || first == UInt8(ascii: ".") || first == UInt8(ascii: ")") || first.isBlank
        {
            rest = rest.dropFirst()
        }
        guard rest.first == UInt8(ascii: "["), let target = rest.firstIndex(of: "](#") else { return nil }
        // After the link only decoration may follow.
        guard let close = rest[target...].lastIndex(of: UInt8(ascii: ")")) else { return nil }
        let tail = rest[(close + 1)...]
        guard tail.count < 40, tail.wordCount <= 3 else { return nil }
        return rest[(rest.startIndex + 1)..<target].string
    }
}
