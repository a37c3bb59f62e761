/// Reads tables: CSV, tab-separated, Quizlet's and Anki's plain texts without a header of their own.
struct TableReader {
    private let text: Bytes
    var content: Bytes { text }
    private let name: String

    /// The separator that a first line `sep=;` says, as Excel understands it.
    private let said: UInt8?
    private let skippedLines: Int

    init(_ text: [UInt8], name: String) {
        let start = text[...].drop { $0.isBlank || $0 == .newline }
        if let after = start.dropping(prefix: "sep="), let sign = after.first, sign != .newline,
            after.dropFirst().first == .newline
        {
            said = sign
            self.text = after.dropFirst(2)
            skippedLines = 1
        } else {
            said = nil
            self.text = text[...]
            skippedLines = 0
        }
        self.name = name.lowercased()
    }

    /// `nil` if the document is no table.
    func read() -> CardDeck? {
        let shape = LineShape(text)
        let isTable = name.hasSuffix(".csv") || name.hasSuffix(".tsv") || said != nil
        if shape.tabbed * 5 >= shape.lines * 4 || (isTable && shape.tabbed * 2 > shape.lines),
            shape.tabbed >= 1,
            shape.lines >= 2 || isTable
        {
            return tabs()
        }
        if let deck = commas(isTable: isTable) { return deck }
        if shape.tabbed * 3 >= shape.lines, shape.tabbed >= 2, shape.firstIsTabbed, shape.hasOnlyLists {
            return quizlet(by: "\t", rows: "\n")
        }
        guard !shape.looksLikeMarkdown else { return nil }
        if shape.tabbed * 2 >= shape.lines, shape.tabbed >= 2, shape.firstIsTabbed {
            return quizlet(by: "\t", rows: "\n")
        }
        if let deck = customQuizlet() { return deck }
        return asked() ?? semicolons(shape) ?? dashes()
    }

    /// "What is it?,That.": lines without a header of which nearly all ask before the separator.
    private func asked() -> CardDeck? {
        for separator in [UInt8(ascii: ","), UInt8(ascii: "|")] {
            let rows = Delimited(text, separator: separator).rows
            let asking = rows.count { $0.fields.count >= 2 && $0.fields[0].hasSuffix("?") }
            guard rows.count >= 2, asking * 5 >= rows.count * 4 else { continue }
            return headless("lines without a header", rows, glue: separator)
        }
        return nil
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
        return deck("tab-separated cards", Self.continued(table.rows), columns, splitsTags: true)
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
                || [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|")].contains(where: namesColumns),
            firstLine.contains(where: {
                $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "|") || $0 == said
            })
        else { return nil }
        let counts = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|")].map { sign in
            (sign: sign, count: firstLine.count { $0 == sign })
        }
        let separator = said ?? counts.max { $0.count < $1.count }?.sign ?? UInt8(ascii: ",")
        let table = Delimited(text, separator: separator)
        guard let first = table.rows.first else { return nil }
        if let columns = Columns(header: first.fields) {
            let rows = Array(table.rows.dropFirst())
            if columns.isLoose, let index = columns[.question] {
                let asking = rows.count { $0.fields.count > index && Asking.asks($0.fields[index]) }
                guard asking * 2 >= rows.count else { return nil }
            }
            return deck("table with a header", rows, columns, glue: separator)
        }
        let wide = table.rows.count { $0.fields.count >= 2 }
        guard isTable, wide * 2 > table.rows.count else { return nil }
        return headless("table without a header", table.rows, glue: separator)
    }

    /// Question, answer, and perhaps a third column that sorts the rows.
    private func headless(_ form: String, _ rows: [Delimited.Row], glue: UInt8) -> CardDeck {
        let sorted =
            rows.count >= 3 && rows.allSatisfy { $0.fields.count == 3 && $0.fields[2].bytes.wordCount <= 4 }
        let kinds = sorted ? Set(rows.map { $0.fields[2] }) : []
        let isSorted = sorted && kinds.count * 3 <= rows.count * 2
        let columns = Columns(
            question: 0, answer: 1, topic: isSorted ? 2 : nil, tags: nil, count: isSorted ? 3 : 2)
        return deck(form, rows, columns, glue: glue)
    }

    private func namesColumns(_ separator: UInt8) -> Bool {
        // A line that begins with a bar is a table of Markdown.
        guard separator != UInt8(ascii: "|") || firstLine.first != separator else { return false }
        return Columns(header: Delimited(firstLine, separator: separator).rows.first?.fields ?? []) != nil
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

    private func deck(
        _ form: String, _ rows: [Delimited.Row], _ columns: Columns, glue: UInt8? = nil,
        splitsTags: Bool = false
    ) -> CardDeck {
        var cards: [Card] = []
        for row in rows {
            func field(_ role: Columns.Role) -> String {
                guard let index = columns[role], index < row.fields.count else { return "" }
                return TableField.read(row.fields[index])
            }
            var card = Card(line: row.line + skippedLines)
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
            card.tags = splitsTags ? Self.tags(field(.tags)) : Self.labels(field(.tags))
            card.keyPoints = Self.list(field(.keyPoints))
            card.difficulty = field(.difficulty)
            card.options = Self.list(field(.options))
            if !columns.options.isEmpty {
                let letters = "ABCDEFGHIJ"
                let texts = columns.options.map { $0 < row.fields.count ? row.fields[$0] : "" }
                card.options = zip(letters, texts).filter { !$1.isEmpty }.map { "\($0)) \($1)" }
            }
            let hint = field(.hint)
            card.hint = hint.isEmpty ? nil : hint
            cards.append(card)
        }
        if columns[.topic] == nil { Card.tagsAsTopics(&cards) }
        return CardDeck(form: form, cards: cards)
    }

    /// The labels of a spreadsheet's cell: parted by commas; without one, a label may be of several words.
    static func labels(_ text: String) -> [String] {
        if text.contains(",") || text.contains(";") {
            return text.split { $0 == "," || $0 == ";" }.map { String($0).bytes.trimmed.string }.filter {
                !$0.isEmpty
            }
        }
        return text.utf8.contains(where: \.isUpper) && !text.contains("::")
            ? [text.bytes.trimmed.string].filter { !$0.isEmpty } : tags(text)
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
