extension TableReader {
    /// Quizlet text: nothing is quoted, so a definition with a line break goes on in lines without a separator.
    func quizlet(by separator: String, rows: String) -> CardDeck {
        var cards: [Card] = []
        for record in records(rows) {
            let text = record.text.trimmed
            let bytes = text.string.bytes
            if let cut = Self.find(separator, in: bytes) {
                let question = bytes[..<cut].trimmed.string
                let answer = bytes[(cut + separator.utf8.count)...].trimmed.string
                cards.append(
                    Card(
                        line: record.line, question: HTMLText.markdown(question),
                        answer: HTMLText.markdown(answer)))
            } else if !bytes.isEmpty, !cards.isEmpty, !Self.isChrome(bytes) {
                cards[cards.count - 1].answer += "\n" + bytes.string
            }
        }
        return CardDeck(form: "Quizlet text", cards: cards)
    }

    /// Separators that a person chose: the longest run of signs that nearly every record holds once.
    func customQuizlet() -> CardDeck? {
        for rows in ["\n\n\n", "\n\n", "\n"] {
            let records = records(rows).filter { !$0.text.trimmed.isEmpty }
            guard records.count >= 2 else { continue }
            for separator in [";;;", ";;", "||", "==", "=>", "->", " :: "] {
                let holding = records.count { Self.find(separator, in: $0.text) != nil }
                if holding * 5 >= records.count * 4 { return quizlet(by: separator, rows: rows) }
            }
        }
        return nil
    }

    /// `term - definition`, line by line.
    func dashes() -> CardDeck? {
        let lines = records("\n").filter { !$0.text.trimmed.isEmpty }
        guard lines.count >= 3 else { return nil }
        for separator in [" - ", " – ", " — ", " = ", "\t", " : ", ": "] {
            let fitting = lines.count { line in
                guard let cut = Self.find(separator, in: line.text) else { return false }
                let term = line.text[..<cut].trimmed
                return !term.isEmpty && (term.wordCount <= 8 || term.last == UInt8(ascii: "?"))
                    && line.text[cut...].wordCount >= 1
            }
            // With a colon alone any notes would do: all lines must fit, and few words stand before it.
            let needed = separator.hasSuffix(": ") ? lines.count * 5 : lines.count * 4
            if fitting * 5 >= needed { return quizlet(by: separator, rows: "\n") }
        }
        return nil
    }

    private func records(_ separator: String) -> [(line: Int, text: Bytes)] {
        let mark = Array(separator.utf8)
        var records: [(line: Int, text: Bytes)] = []
        var line = 1
        var start = content.startIndex
        var startLine = 1
        var index = content.startIndex
        while index < content.endIndex {
            if content[index] == .newline, content[index...].starts(with: mark) {
                records.append((startLine, content[start..<index]))
                index += mark.count
                line += mark.count
                start = index
                startLine = line
            } else {
                if content[index] == .newline { line += 1 }
                index += 1
            }
        }
        records.append((startLine, content[start...]))
        return records
    }

    static func find(_ mark: String, in text: Bytes) -> Int? {
        let mark = Array(mark.utf8)
        guard let first = mark.first else { return nil }
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == first, text[index...].starts(with: mark) { return index }
            index += 1
        }
        return nil
    }

    /// What a copied page says besides its cards.
    static func isChrome(_ text: Bytes) -> Bool {
        guard let first = text.first?.lowercased, "nystm".utf8.contains(first), text.count < 80 else {
            return false
        }
        let openings: [StaticString] = [
            "not studied (", "you haven't studied", "you've begun learning", "select these",
            "terms in this set",
            "still learning (", "mastered (", "terms you",
        ]
        return openings.contains { text.starts($0) }
    }
}
