/// Reads tables: CSV, tab-separated, Quizlet's and Anki's plain texts without a header of their own.
struct TableReader {
    private let text: Bytes
    var content: Bytes { text }
    private let name: String

    init(_ text: [UInt8], name: String) {
        self.text = text[...]
        self.name = name.lowercased()
    }

    /// `nil` if the document is no table.
    func read() -> CardDeck? {
        let shape = LineShape(text)
        let isTable = name.hasSuffix(".csv") || name.hasSuffix(".tsv")
        if shape.tabbed * 5 >= shape.lines * 4 || (isTable && shape.tabbed * 2 > shape.lines),
            shape.tabbed >= 1,
            shape.lines >= 2 || isTable
        {
            return tabs()
        }
        if let deck = commas(isTable: isTable) { return deck }
        guard !shape.looksLikeMarkdown else { return nil }
        if shape.tabbed * 2 >= shape.lines, shape.tabbed >= 2, shape.firstIsTabbed {
            return quizlet(by: "\t", rows: "\n")
        }
        if let deck = customQuizlet() { return deck }
        return semicolons(shape)
    }

    private func tabs() -> CardDeck? {
        let table = Delimited(text, separator: .tab)
        if let first = table.rows.first, let columns = Columns(header: first.fields) {
            return deck("tab-separated table", Array(table.rows.dropFirst()), columns)
        }
        let width = table.rows.first?.fields.count ?? 2
        // Without a header: front, back, then tags.
        let hasTags = width >= 3 && table.rows.contains { $0.fields.count > 2 && !$0.fields[2].isEmpty }
        let columns = Columns(question: 0, answer: 1, topic: nil, tags: hasTags ? 2 : nil, count: width)
        return deck("tab-separated cards", Self.continued(table.rows), columns)
    }

    /// A line without a tab goes on with the card before it.
    private static func continued(_ rows: [Delimited.Row]) -> [Delimited.Row] {
        var cards: [Delimited.Row] = []
        for row in rows {
            if row.fields.count == 1, let last = cards.last, last.fields.count == 2 {
                cards[cards.count - 1].fields[1] += "\n" + row.fields[0]
            } else {
                cards.append(row)
            }
        }
        return cards
    }

    private func commas(isTable: Bool) -> CardDeck? {
        guard
            isTable
                || Columns(
                    header: Delimited(firstLine, separator: UInt8(ascii: ",")).rows.first?.fields ?? [])
                    != nil,
            firstLine.contains(UInt8(ascii: ",")) || firstLine.contains(UInt8(ascii: ";"))
        else { return nil }
        let byComma = firstLine.count { $0 == UInt8(ascii: ",") }
        let bySemicolon = firstLine.count { $0 == UInt8(ascii: ";") }
        let separator = bySemicolon > byComma ? UInt8(ascii: ";") : UInt8(ascii: ",")
        let table = Delimited(text, separator: separator)
        guard let first = table.rows.first else { return nil }
        if let columns = Columns(header: first.fields) {
            return deck("table with a header", Array(table.rows.dropFirst()), columns, glue: separator)
        }
        let wide = table.rows.count { $0.fields.count >= 2 }
        guard isTable, wide * 2 > table.rows.count else { return nil }
        let columns = Columns(question: 0, answer: 1, topic: nil, tags: nil, count: 2)
        return deck("table without a header", table.rows, columns, glue: separator)
    }

    private var firstLine: Bytes {
        let start = text.drop { $0.isBlank || $0 == .newline }
        return start.prefix { $0 != .newline }
    }

    /// Old Anki exports: `front; back; tags`.
    private func semicolons(_ shape: LineShape) -> CardDeck? {
        let separator = UInt8(ascii: ";")
        guard shape.semicolons * 5 >= shape.lines * 3 else { return nil }
        let rows = Delimited(text, separator: separator).rows.filter {
            !($0.fields.first ?? "").hasPrefix("#")
        }
        let wide = rows.count { $0.fields.count >= 2 }
        guard rows.count >= 2, wide * 5 >= rows.count * 4 else { return nil }
        let tagged = rows.count { row in
            row.fields.count >= 3 && (row.fields.last ?? "").bytes.wordCount <= 4
        }
        let hasTags = tagged * 5 >= rows.count * 4
        var cards: [Card] = []
        for row in rows {
            var fields = row.fields
            var card = Card(line: row.line, question: HTMLText.markdown(fields.removeFirst()))
            if hasTags, fields.count >= 2, let last = fields.popLast() { card.tags = Self.tags(last) }
            card.answer = HTMLText.markdown(fields.joined(separator: "; "))
            cards.append(card)
        }
        return CardDeck(form: "Anki text parted by semicolons", cards: cards)
    }

    private func deck(_ form: String, _ rows: [Delimited.Row], _ columns: Columns, glue: UInt8? = nil)
        -> CardDeck
    {
        var cards: [Card] = []
        for row in rows {
            func field(_ role: Columns.Role) -> String {
                guard let index = columns[role], index < row.fields.count else { return "" }
                return row.fields[index]
            }
            var card = Card(line: row.line)
            card.question = HTMLText.markdown(field(.question))
            var answer = field(.answer)
            // Separators inside an unquoted answer: the rest of the line is the answer.
            if let glue, let index = columns[.answer], index == columns.count - 1,
                row.fields.count > columns.count
            {
                answer = row.fields[index...].joined(separator: String(UnicodeScalar(glue)) + " ")
            }
            card.answer = HTMLText.markdown(answer)
            let topic = field(.topic)
            card.topic = topic.isEmpty ? nil : topic
            card.tags = Self.tags(field(.tags))
            card.keyPoints = Self.list(field(.keyPoints))
            card.difficulty = field(.difficulty)
            card.options = Self.list(field(.options))
            let hint = field(.hint)
            card.hint = hint.isEmpty ? nil : hint
            cards.append(card)
        }
        return CardDeck(form: form, cards: cards)
    }

    static func tags(_ text: String) -> [String] {
        text.split { $0 == " " || $0 == "," }.map(String.init)
    }

    /// `a; b; c`, `a|b`, or `a, b`.
    static func list(_ text: String) -> [String] {
        let separator: Character = text.contains(";") ? ";" : text.contains("|") ? "|" : ","
        return text.split(separator: separator).map { String($0).bytes.trimmed.string }.filter { !$0.isEmpty }
    }
}
