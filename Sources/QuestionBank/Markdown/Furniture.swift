/// What stands in a document for getting about in it, not as content: front matter, comments, tables of contents, links
/// back to the top, badges, layout tags.
enum Furniture {
    static func drop(from page: inout Page) {
        dropFrontMatter(&page)
        dropComments(&page)
        dropContents(&page)
        dropReturns(&page)
        for index in page.lines.indices where page.lines[index].kind != .dropped {
            let isFenced = page.lines[index].kind == .fenced
            if !isFenced, isNavigation(page.body(index)) {
                page.lines[index].kind = .dropped
                page.dropped += 1
            }
        }
        dropBlocks(&page)
    }

    /// A line that only leads elsewhere: "↑ Back to top", `[Table of Contents](#…)`, a badge, `<br>`.
    static func isNavigation(_ body: Bytes) -> Bool {
        guard let first = body.first, body.count < 400 else { return false }
        if isLayout(body) { return true }
        guard
            first == UInt8(ascii: "[") || first == UInt8(ascii: "*") || first == UInt8(ascii: "<")
                || first >= 0x80 || first == UInt8(ascii: "#") || first == UInt8(ascii: "!")
                || first == UInt8(ascii: "(") || first == UInt8(ascii: "-")
                || first.lowercased == UInt8(ascii: "b")
        else { return false }
        if body.contains(UInt8(ascii: "(")), isBadge(body) { return true }
        return isReturn(body)
    }

    /// A line that leads back to the top or to the table of contents.
    static func isReturn(_ body: Bytes) -> Bool {
        guard let first = body.first else { return false }
        let hasBracket = body.contains(UInt8(ascii: "("))
        guard body.count < 240 else { return false }
        let isLink =
            (hasBracket && body.contains("](")) || (first == UInt8(ascii: "<") && body.contains("href"))
        guard isLink || body.count < 60 else { return false }
        let isBack = returns.contains { body.firstIndex(of: $0) != nil }
        if isBack { return isLink || body.wordCount <= 5 }
        if isLink, body.contains("table of contents") || body.contains("table-of-contents") {
            return Inline.plain(body).bytes.wordCount <= 5
        }
        return false
    }

    private static let returns: [StaticString] = [
        "to top", "back to contents", "back to table", "back to the top", "](#top)",
    ]

    /// Tags that only lay out: `<br>`, `<p>`, `</div>`, `<a name=…></a>`.
    static func isLayout(_ body: Bytes) -> Bool {
        guard body.first == UInt8(ascii: "<"), body.last == UInt8(ascii: ">") else { return false }
        var rest = body
        while let open = rest.first {
            guard open == UInt8(ascii: "<"), let close = rest.firstIndex(of: UInt8(ascii: ">")) else {
                return false
            }
            let tag = rest[(rest.startIndex + 1)..<close]
            let name = (tag.first == UInt8(ascii: "/") ? tag.dropFirst() : tag).prefix { $0.isLetter }
            guard layoutTags.contains(name.string.lowercased()) else { return false }
            rest = rest[(close + 1)...].trimmedStart
        }
        return true
    }

    private static let layoutTags: Set<String> = ["br", "p", "div", "hr", "center", "a", "span", "b"]

    private static func isBadge(_ body: Bytes) -> Bool {
        body.starts("[![") && (body.contains("shields.io") || body.contains("badge"))
    }

    static func dropFrontMatter(_ page: inout Page) {
        guard let first = page.lines.firstIndex(where: { $0.kind != .blank }),
            page.body(first).string == "---"
        else { return }
        let last = min(first + 60, page.lines.count)
        guard let end = ((first + 1)..<max(last, first + 1)).first(where: { page.body($0).string == "---" })
        else { return }
        var fields: [String: String] = [:]
        for index in (first + 1)..<end {
            guard let (key, value) = page.body(index).split(at: UInt8(ascii: ":")) else {
                if page.body(index).isEmpty || ListMarker(page.body(index)) != nil { continue }
                return
            }
            let text = value.trimmed.string.trimmingQuotes
            if !text.isEmpty { fields[key.trimmed.string.lowercased()] = text }
        }
        page.frontMatter = fields
        for index in first...end { page.lines[index].kind = .dropped }
        page.dropped += end - first + 1
    }

    static func dropComments(_ page: inout Page) {
        var index = 0
        while index < page.lines.count {
            defer { index += 1 }
            guard page.lines[index].kind != .fenced, page.body(index).starts("<!--") else { continue }
            let limit = min(index + 200, page.lines.count)
            guard let end = (index..<limit).first(where: { page.body($0).contains("-->") }) else { continue }
            guard page.body(end).dropping(suffix: "-->") != nil else { continue }
            for line in index...end { page.lines[line].kind = .dropped }
            page.dropped += end - index + 1
            index = end
        }
    }

    /// `<div align="right"> … </div>` around a link to the top: the whole block goes.
    private static func dropBlocks(_ page: inout Page) {
        var index = 0
        while index < page.lines.count {
            defer { index += 1 }
            guard page.lines[index].kind == .dropped, page.body(index).starts("<div") else { continue }
            let limit = min(index + 8, page.lines.count)
            guard let end = (index..<limit).first(where: { page.body($0).starts("</div") }) else { continue }
            for line in index...end where page.lines[line].kind != .fenced {
                page.lines[line].kind = .dropped
            }
            index = end
        }
    }
}

extension String {
    var trimmingQuotes: String {
        guard utf8.count >= 2, let first = utf8.first, first == utf8.last, first == 0x22 || first == 0x27
        else { return self }
        return String(dropFirst().dropLast())
    }
}
