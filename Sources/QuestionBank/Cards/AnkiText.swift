/// Anki's "Notes in Plain Text": header lines `#separator:tab`, `#html:true`, `#deck column:3`, then rows.
struct AnkiText {
    private var separator = UInt8.tab
    private var special: [String: Int] = [:]
    private var deckName: String?
    private var allTags: [String] = []
    private var columnNames: [String] = []
    private var body: Bytes = []
    private var headerLines = 0

    /// `nil` if the text does not begin with such a header.
    init?(_ text: [UInt8]) {
        var rest = text[...].drop { $0.isBlank || $0 == .newline }
        guard Self.isHeader(rest.prefix { $0 != .newline }) else { return nil }
        while rest.first == UInt8(ascii: "#") {
            let line = rest.prefix { $0 != .newline }
            header(line.dropFirst())
            headerLines += 1
            rest = rest.dropFirst(line.count + 1)
        }
        body = rest
    }

    private static func isHeader(_ line: Bytes) -> Bool {
        let known: [StaticString] = [
            "#separator:", "#html:", "#guid column:", "#notetype column:", "#deck column:", "#tags column:",
            "#columns:",
            "#tags:", "#deck:", "#notetype:",
        ]
        return known.contains { line.dropping(prefix: $0) != nil }
    }

    private mutating func header(_ line: Bytes) {
        guard let (name, value) = line.split(at: UInt8(ascii: ":")) else { return }
        let key = name.trimmed.string.lowercased()
        // A spreadsheet that saved the file has filled the line up with its own separators.
        var bare = value.trimmed
        while bare.count > 1, let last = bare.last,
            last == UInt8(ascii: ",") || last == UInt8(ascii: ";") || last == .tab
        {
            bare = bare.dropLast()
        }
        let text = bare.string
        switch key {
        case "separator": separator = Self.separator(bare)
        case "deck": deckName = text
        case "tags": allTags = TableReader.tags(text)
        case "columns": columnNames = text.utf8.split(separator: separator).map { String($0) ?? "" }
        default:
            if key.hasSuffix(" column"), let index = Int(text), index > 0 {
                special[String(key.dropLast(" column".count))] = index - 1
            }
        }
    }

    private static func separator(_ value: Bytes) -> UInt8 {
        switch value.trimmed.string.lowercased() {
        case "comma": UInt8(ascii: ",")
        case "semicolon": UInt8(ascii: ";")
        case "tab": .tab
        case "space": .space
        case "pipe": UInt8(ascii: "|")
        case "colon": UInt8(ascii: ":")
        default: value.first(where: { $0 != .space }) ?? .tab
        }
    }

    func deck() -> CardDeck {
        let rows = Delimited(body, separator: separator).rows
        let place = placeColumn(rows)
        var cards: [Card] = []
        var seen: Set<String> = []
        for row in rows {
            guard var card = card(row.fields, place: place, line: row.line + headerLines) else { continue }
            // Reversed cards appear twice, sides swapped.
            guard !seen.contains(card.answer + "\u{0}" + card.question) else { continue }
            seen.insert(card.question + "\u{0}" + card.answer)
            card.tags += allTags
            cards.append(card)
        }
        if special["deck"] == nil, deckName == nil, special["tags"] != nil { Card.tagsAsTopics(&cards) }
        return CardDeck(form: "Anki text", cards: cards, ignoredLines: headerLines)
    }

    /// A column after the answer that no header line names, but that holds decks or tags.
    private func placeColumn(_ rows: [Delimited.Row]) -> Int? {
        let taken = Set(special.values)
        guard let first = rows.first, rows.count >= 2 else { return nil }
        let rest = first.fields.indices.filter { !taken.contains($0) }
        guard rest.count == 3, let column = rest.last else { return nil }
        let values = rows.map { $0.fields.count > column ? $0.fields[column] : "" }
        let isPlace = values.allSatisfy {
            $0.utf8.count < 100 && ($0.contains("::") || $0.bytes.wordCount <= 2)
        }
        return isPlace && Set(values).count * 3 <= rows.count * 2 ? column : nil
    }

    private func card(_ fields: [String], place: Int?, line: Int) -> Card? {
        var taken = Set(special.values)
        if let place { taken.insert(place) }
        let rest = fields.indices.filter { !taken.contains($0) }
        guard let first = rest.first else { return nil }
        let extra = rest.dropFirst(2).map { fields[$0] }
        var card = AnkiNote.card(
            front: fields[first], back: rest.count > 1 ? fields[rest[1]] : "", extra: Array(extra), line: line
        )
        if let index = special["deck"], index < fields.count { card.topic = fields[index] }
        if let place, place < fields.count, card.topic == nil { card.topic = fields[place] }
        if card.topic?.isEmpty ?? true { card.topic = deckName }
        if let index = special["tags"], index < fields.count { card.tags = TableReader.tags(fields[index]) }
        return card
    }
}
