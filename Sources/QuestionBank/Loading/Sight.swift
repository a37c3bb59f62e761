/// Says what was seen in a document in which no question was found.
enum Sight {
    static func of(_ page: Page) -> String {
        var titles: [String] = []
        var headings = 0
        var items = 0
        var paragraphs = 0
        var isParagraph = false
        for index in page.lines.indices {
            let isText = page.lines[index].kind == .text
            if isText, !isParagraph { paragraphs += 1 }
            isParagraph = isText
            switch page.lines[index].kind {
            case .heading:
                headings += 1
                let title = Inline.plain(page.body(index).drop { $0 == UInt8(ascii: "#") }.trimmed)
                if titles.count < 4, !title.isEmpty, title.utf8.count < 60 { titles.append("\"\(title)\"") }
            case .listItem: items += 1
            case .blank, .text, .rule, .tableRow, .fenced, .dropped: break
            }
        }
        guard headings + items + paragraphs > 0 else { return "there is no text in it" }
        var seen: [String] = []
        if headings > 0 {
            seen.append(
                "\(headings) \(headings == 1 ? "heading" : "headings") (\(titles.joined(separator: ", "))\(headings > titles.count ? ", …" : ""))"
            )
        }
        if items > 0 { seen.append("\(items) list \(items == 1 ? "item" : "items")") }
        if paragraphs > 0 { seen.append("\(paragraphs) \(paragraphs == 1 ? "paragraph" : "paragraphs")") }
        return "there are \(seen.joined(separator: ", ")), and they are not questions with answers"
    }
}
