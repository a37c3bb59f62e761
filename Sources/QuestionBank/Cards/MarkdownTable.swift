/// Tables of questions and answers in Markdown.
enum MarkdownTable {
    /// `nil` unless the document's questions stand in tables.
    static func deck(_ page: Page) -> CardDeck? {
        var cards: [Card] = []
        var topic: String?
        var others = 0
        var index = 0
        while index < page.lines.count {
            switch page.lines[index].kind {
            case .heading:
                let title = TopicTitle.clean(
                    Inline.plain(page.body(index).drop { $0 == UInt8(ascii: "#") }.trimmed))
                topic = title.isEmpty ? topic : title
                if Asking.isInterrogative(title) { others += 1 }
                index += 1
            case .tableRow, .text:
                let end = tableEnd(page, index)
                if let end {
                    cards += table(page, index..<end, topic: topic)
                    index = end
                } else {
                    if page.body(index).last == UInt8(ascii: "?") { others += 1 }
                    index += 1
                }
            case .listItem:
                if page.body(index).last == UInt8(ascii: "?") { others += 1 }
                index += 1
            case .blank, .rule, .fenced, .dropped: index += 1
            }
        }
        guard cards.count >= 2, cards.count > others * 2 else { return nil }
        return CardDeck(form: "table of Markdown", cards: cards)
    }

    /// The line after the table that begins at the index; `nil` if none does.
    private static func tableEnd(_ page: Page, _ index: Int) -> Int? {
        guard index + 2 < page.lines.count, page.body(index).contains(UInt8(ascii: "|")),
            isRuler(page.body(index + 1))
        else {
            return nil
        }
        var end = index + 2
        while end < page.lines.count, page.lines[end].kind == .tableRow || page.lines[end].kind == .text,
            page.body(end).contains(UInt8(ascii: "|"))
        {
            end += 1
        }
        return end
    }

    private static func isRuler(_ body: Bytes) -> Bool {
        body.count >= 3 && body.contains(UInt8(ascii: "-")) && body.contains(UInt8(ascii: "|"))
            && body.allSatisfy { ByteSet.table.contains($0) }
    }

    private static func table(_ page: Page, _ range: Range<Int>, topic: String?) -> [Card] {
        let header = cells(page.body(range.lowerBound))
        let rows = range.dropFirst(2).map { (line: $0 + 1, cells: cells(page.body($0))) }
        let columns = Columns(header: header) ?? asking(header, rows.map(\.cells))
        guard let columns, let question = columns[.question], let answer = columns[.answer] else { return [] }
        if columns.isLoose {
            let count = rows.count { $0.cells.count > question && Asking.asks($0.cells[question]) }
            guard count * 2 >= rows.count else { return [] }
        }
        return rows.compactMap { row in
            func cell(_ index: Int?) -> String {
                guard let index, index < row.cells.count else { return "" }
                return HTMLText.markdown(row.cells[index])
            }
            let text = Inline.prompt(cell(question).bytes)
            guard !text.isEmpty else { return nil }
            var card = Card(line: row.line, question: text, answer: cell(answer), topic: topic)
            let own = cell(columns[.topic])
            if !own.isEmpty { card.topic = own }
            card.tags = TableReader.labels(cell(columns[.tags]))
            card.keyPoints = TableReader.list(cell(columns[.keyPoints]))
            card.difficulty = cell(columns[.difficulty])
            return card
        }
    }

    /// Columns without a telling header: the first of which nearly all cells ask, and the one after it.
    private static func asking(_ header: [String], _ rows: [[String]]) -> Columns? {
        guard rows.count >= 2 else { return nil }
        for index in header.indices.dropLast() {
            let asking = rows.count { $0.count > index && $0[index].hasSuffix("?") }
            if asking * 5 >= rows.count * 4 {
                return Columns(question: index, answer: index + 1, topic: nil, tags: nil, count: header.count)
            }
        }
        return nil
    }

    /// The cells of a row; `\\|` is no border, nor is a bar in code.
    private static func cells(_ body: Bytes) -> [String] {
        var cells: [[UInt8]] = [[]]
        var isCode = false
        var index = body.startIndex
        while index < body.endIndex {
            let byte = body[index]
            if byte == UInt8(ascii: "\\"), index + 1 < body.endIndex, body[index + 1] == UInt8(ascii: "|") {
                cells[cells.count - 1].append(UInt8(ascii: "|"))
                index += 2
                continue
            }
            if byte == UInt8(ascii: "`") { isCode.toggle() }
            if byte == UInt8(ascii: "|"), !isCode {
                cells.append([])
            } else {
                cells[cells.count - 1].append(byte)
            }
            index += 1
        }
        var texts = cells.map { $0[...].trimmed.string }
        if body.first == UInt8(ascii: "|") { texts.removeFirst() }
        if body.last == UInt8(ascii: "|"), texts.last?.isEmpty ?? false { texts.removeLast() }
        return texts
    }
}
