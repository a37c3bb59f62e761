/// Text copied from a Quizlet page or set: no separators, only lines. A term and its definition in turn, cards parted by
/// blank lines; a term that is a question with options ends in the letters of the right ones.
struct QuizletPage {
    private let lines: [(number: Int, text: Bytes)]
    private let hadChrome: Bool

    /// `nil` for a text with markup.
    init?(_ text: Bytes) {
        guard !LineShape(text).looksLikeMarkdown else { return nil }
        var lines: [(number: Int, text: Bytes)] = []
        var hadChrome = false
        var number = 0
        var rest = text
        while !rest.isEmpty {
            let line = rest.prefix { $0 != .newline }
            rest = rest.dropFirst(line.count + 1)
            number += 1
            let body = line.trimmed
            if TableReader.isChrome(body) {
                // What the page says between two cards parts them.
                hadChrome = true
                lines.append((number, []))
                lines.append((number, []))
            } else {
                lines.append((number, body))
            }
        }
        self.lines = lines
        self.hadChrome = hadChrome
    }

    /// `nil` if the text is no such copy.
    func deck() -> CardDeck? { exam() ?? pairs() }

    /// Questions with options and the letters of the right ones.
    private func exam() -> CardDeck? {
        let records = records(partedBy: 2)
        guard records.count >= 2 else { return nil }
        let cards = records.compactMap(Self.choice)
        guard cards.count * 5 >= records.count * 4 else { return nil }
        return CardDeck(
            form: "copy of a Quizlet page", cards: records.compactMap { Self.choice($0) ?? Self.plain($0) })
    }

    /// A term and below it its definition.
    private func pairs() -> CardDeck? {
        let records = records(partedBy: 1)
        let cards = records.compactMap(Self.plain)
        guard cards.count >= 2, cards.count == records.count else { return nil }
        // Without the page's own words around them, cards are questions, or short terms and what they mean.
        let asking = cards.count { Asking.asks($0.question) }
        let terms = cards.count { Self.isTerm($0.question) && $0.answer.bytes.wordCount > 1 }
        guard hadChrome || asking * 5 >= cards.count * 4 || (terms == cards.count && terms >= 3) else {
            return nil
        }
        return CardDeck(form: "copy of a Quizlet page", cards: cards)
    }

    private typealias Record = [(number: Int, text: Bytes)]

    /// Runs of lines, parted by so many blank lines or more.
    private func records(partedBy blanks: Int) -> [Record] {
        var records: [Record] = []
        var record: Record = []
        var blank = 0
        for line in lines {
            guard !line.text.isEmpty else {
                blank += 1
                continue
            }
            if blank >= blanks, !record.isEmpty {
                records.append(record)
                record = []
            }
            blank = 0
            record.append(line)
        }
        if !record.isEmpty { records.append(record) }
        return records
    }

    private static func choice(_ record: Record) -> Card? {
        // An explanation may follow the letters.
        guard record.count >= 4, let key = record.lastIndex(where: { isLetters($0.text) }), key >= 3,
            !record[(key + 1)...].contains(where: { isOption($0.text) })
        else { return nil }
        let options = record[1..<key].filter { isOption($0.text) }
        guard options.count >= 2 else { return nil }
        var card = Card(line: record[0].number)
        let body = record[..<key].map(\.text.string)
        card.question = body[0] + "\n\n" + body.dropFirst().map { "- " + $0 }.joined(separator: "\n")
        card.answer = record[key...].map(\.text.string).joined(separator: "\n")
        return card
    }

    private static func plain(_ record: Record) -> Card? {
        guard record.count >= 2 else { return nil }
        return Card(
            line: record[0].number, question: record[0].text.string,
            answer: record.dropFirst().map(\.text.string).joined(separator: "\n"))
    }

    private static func isTerm(_ text: String) -> Bool {
        let bytes = text.bytes
        return bytes.wordCount <= 6 && bytes.count <= 60
            && (bytes.last.map { $0.isWord || $0 == UInt8(ascii: ")") } ?? false)
    }

    /// `D`, `bc`, `A, C`
    private static func isLetters(_ text: Bytes) -> Bool {
        let letters = text.filter { $0.isLetter }
        return !letters.isEmpty && letters.count <= 6 && letters.allSatisfy(isOptionLetter)
            && text.allSatisfy { $0.isLetter || ", .".utf8.contains($0) }
            && Set(letters).count == letters.count
    }

    private static func isOptionLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "h")).contains(byte.lowercased)
    }

    /// `A. text`, `b) text`
    private static func isOption(_ text: Bytes) -> Bool {
        guard let first = text.first, isOptionLetter(first), let mark = text.dropFirst().first else {
            return false
        }
        return ".):".utf8.contains(mark)
    }
}
