/// An answer's parts: lists, prose, headings, tables, without code.
struct Outline {
    /// Runs of list items.
    var lists: [[Item]] = []
    /// Paragraphs that are no list and no code, each on one line.
    var prose: [String] = []
    /// Paragraphs before the first list.
    var opening: [String] = []
    /// Sub-headings, with the paragraph below.
    var headings: [(title: String, text: String)] = []
    var rows: [[String]] = []
    /// Lines as they stand, for "Term: text" without bullets.
    var lines: [String] = []

    init(_ answer: String) {
        let page = Page(strict: Array(answer.utf8))
        var items: [(line: Int, text: Bytes)] = []
        var paragraph: [String] = []
        var heading: String?
        func closeParagraph(_ outline: inout Outline) {
            guard !paragraph.isEmpty else { return }
            let text = paragraph.joined(separator: " ")
            if let title = heading {
                outline.headings.append((title, text))
                heading = nil
            }
            outline.prose.append(text)
            if outline.lists.isEmpty { outline.opening.append(text) }
            paragraph = []
        }
        func closeItems(_ outline: inout Outline) {
            guard !items.isEmpty else { return }
            outline.lists += Item.lists(items)
            items = []
        }
        for index in page.lines.indices {
            let line = page.lines[index]
            switch line.kind {
            case .blank:
                closeParagraph(&self)
                if !items.isEmpty { items.append((index, [])) }
            case .listItem:
                closeParagraph(&self)
                items.append((index, page.whole(index)))
            case .text where AnswerTail.isLinkedAnswer(page.body(index)): closeParagraph(&self)
            case .text:
                if !items.isEmpty, line.indent >= 2 || items.last?.text.isEmpty == false {
                    items.append((index, page.whole(index)))
                } else {
                    closeItems(&self)
                    lines.append(page.body(index).string)
                    paragraph.append(page.body(index).string)
                }
            case .heading:
                closeParagraph(&self)
                closeItems(&self)
                heading = Inline.plain(Label(page.body(index).drop { $0 == UInt8(ascii: "#") }).rest)
            case .tableRow:
                closeParagraph(&self)
                closeItems(&self)
                let cells = page.body(index).split(separator: UInt8(ascii: "|")).map {
                    Inline.plain($0.trimmed)
                }
                if !page.body(index).allSatisfy({ ByteSet.table.contains($0) }) { rows.append(cells) }
            case .fenced, .rule, .dropped:
                closeParagraph(&self)
            }
        }
        closeParagraph(&self)
        closeItems(&self)
    }
}
