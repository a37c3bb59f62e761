/// One note of Anki: fields of HTML, with deletions (`{{c1::…}}`) perhaps.
enum AnkiNote {
    static func card(front: String, back: String, extra: [String] = [], line: Int) -> Card {
        var card = Card(line: line)
        if let cloze = Cloze(front) {
            card.question = HTMLText.markdown(cloze.question)
            card.answer = HTMLText.markdown(cloze.answer)
            if !back.isEmpty { card.answer += "\n\n" + HTMLText.markdown(back) }
        } else {
            card.question = HTMLText.markdown(front)
            card.answer = HTMLText.markdown(back)
        }
        let more = extra.map(HTMLText.markdown).filter { !$0.isEmpty }
        if !more.isEmpty {
            card.answer += (card.answer.isEmpty ? "" : "\n\n") + more.joined(separator: "\n\n")
        }
        return card
    }
}

/// A text with deletions: `{{c1::Precision}} is …`, `{{c2::recall::hint}}`.
struct Cloze {
    /// The text with `[...]` or `[hint]` for what is hidden.
    var question = ""
    /// What is hidden, in order.
    var answer = ""

    init?(_ text: String) {
        let bytes = text.bytes
        guard bytes.contains("{{c") else { return nil }
        var question: [UInt8] = []
        var hidden: [String] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "{"), let (inside, next) = Self.deletion(bytes, index) {
                var parts = inside.splitAtColons()
                parts.removeFirst()
                if let first = parts.first { hidden.append(first) }
                question += parts.count > 1 ? "[\(parts[1])]".utf8 : "[...]".utf8
                index = next
            } else {
                question.append(bytes[index])
                index += 1
            }
        }
        guard !hidden.isEmpty else { return nil }
        self.question = String(decoding: question, as: UTF8.self)
        answer = hidden.joined(separator: "; ")
    }

    private static func deletion(_ text: Bytes, _ open: Int) -> (String, Int)? {
        guard let inside = text[open...].dropping(prefix: "{{c"), inside.first?.isDigit ?? false else {
            return nil
        }
        var index = inside.startIndex
        while index + 1 < text.endIndex, index - open < 4000 {
            if text[index] == UInt8(ascii: "}"), text[index + 1] == UInt8(ascii: "}") {
                return (text[inside.startIndex..<index].string, index + 2)
            }
            index += 1
        }
        return nil
    }
}

extension String {
    /// The parts between `::`.
    func splitAtColons() -> [String] {
        var parts: [String] = []
        var rest = bytes
        while let cut = rest.firstIndex(of: "::") {
            parts.append(rest[..<cut].string)
            rest = rest[(cut + 2)...]
        }
        return parts + [rest.string]
    }
}
