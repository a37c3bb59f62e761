/// Headings that are underlined: a line of `=` or `-` below a line of text.
enum Underlines {
    static func mark(_ page: inout Page) {
        for index in page.lines.indices.dropFirst() where page.lines[index].kind == .rule {
            guard let level = level(page, index) else { continue }
            page.lines[index - 1].kind = .heading(level)
            page.lines[index].kind = .dropped
            page.dropped += 1
        }
    }

    private static func level(_ page: Page, _ index: Int) -> Int? {
        let rule = page.body(index)
        guard let sign = rule.first, sign == UInt8(ascii: "=") || sign == UInt8(ascii: "-"),
            rule.allSatisfy({ $0 == sign }), page.lines[index].indent < 4, page.lines[index - 1].indent < 4,
            page.lines[index - 1].kind == .text, page.body(index - 1).count < 200
        else { return nil }
        // A paragraph of several lines is prose with a rule below, whatever CommonMark says.
        if index > 1 {
            switch page.lines[index - 2].kind {
            case .blank, .heading, .rule, .dropped, .fenced: break
            case .text, .listItem, .tableRow: return nil
            }
        }
        if sign == UInt8(ascii: "=") { return 1 }
        // Three are as often a rule that somebody put right below a sentence.
        let title = page.body(index - 1)
        return rule.count > 3 || title.last == UInt8(ascii: "?") ? 2 : nil
    }
}
