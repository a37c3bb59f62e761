/// Moodle's GIFT: `::title::text {=right ~wrong#feedback}`.
enum GIFT {
    static func isOne(_ text: [UInt8], name: String) -> Bool {
        if name.hasSuffix(".gift") { return true }
        let bytes = text[...]
        guard bytes.contains(UInt8(ascii: "{")) else { return false }
        var signs = 0
        for (number, raw) in NumberedLines(text: text) where number <= 200 {
            let body = raw.trimmed
            if body.starts("$category:") || (body.starts("::") && body.dropFirst(2).contains("::")) {
                signs += 1
            }
            if body.first == UInt8(ascii: "#") { return false }
        }
        return signs >= 1
            && (bytes.contains("{=") || bytes.contains("{\n") || bytes.contains("{t") || bytes.contains("{f")
                || bytes.contains("{~") || bytes.contains("{}"))
    }

    static func deck(_ text: [UInt8]) -> CardDeck {
        var cards: [Card] = []
        var topic: String?
        var block: [UInt8] = []
        var start = 1
        var last = 0
        func close() {
            if let card = card(block[...], line: start, topic: topic) { cards.append(card) }
            block = []
        }
        for (number, raw) in NumberedLines(text: text) {
            last = number
            let body = raw.trimmed
            if body.starts("//") { continue }
            if let name = body.dropping(prefix: "$category:") {
                close()
                topic = name.string.split(separator: "/").last.map { String($0).bytes.trimmed.string }
            } else if body.isEmpty, isComplete(block) {
                close()
            } else {
                if block.isEmpty { start = number }
                block += body
                block.append(.newline)
            }
        }
        close()
        _ = last
        return CardDeck(form: "GIFT", cards: cards)
    }

    /// Every brace is closed: a blank line ends the question.
    private static func isComplete(_ block: [UInt8]) -> Bool {
        var depth = 0
        var isEscaped = false
        for byte in block {
            if isEscaped { isEscaped = false; continue }
            if byte == UInt8(ascii: "\\") { isEscaped = true }
            if byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "}") { depth -= 1 }
        }
        return depth <= 0
    }

    private static func card(_ block: Bytes, line: Int, topic: String?) -> Card? {
        var text = block.trimmed
        if let after = text.dropping(prefix: "::"), let end = after.firstIndex(of: "::") {
            text = after[(end + 2)...].trimmed
        }
        for form in ["[html]", "[markdown]", "[moodle]", "[plain]"] where text.starts(with: form.utf8) {
            text = text.dropFirst(form.utf8.count)
        }
        guard let open = unescaped(UInt8(ascii: "{"), in: text),
            let close = lastUnescaped(UInt8(ascii: "}"), in: text),
            close > open
        else { return nil }
        let before = plain(text[..<open])
        let after = plain(text[(close + 1)...])
        var card = Card(line: line, topic: topic)
        card.question = after.isEmpty ? before : before + " ___ " + after
        guard !card.question.isEmpty else { return nil }
        answer(text[(open + 1)..<close].trimmed, &card)
        return card
    }

    private static func answer(_ inside: Bytes, _ card: inout Card) {
        var inside = inside
        var general = ""
        if let cut = inside.firstIndex(of: "####") {
            general = plain(inside[(cut + 4)...])
            inside = inside[..<cut].trimmed
        }
        let word = inside.prefix { $0 != UInt8(ascii: "#") }.trimmed.string.uppercased()
        if ["T", "TRUE"].contains(word) || ["F", "FALSE"].contains(word) {
            card.answer = word.hasPrefix("T") ? "True" : "False"
        } else if inside.first == UInt8(ascii: "#") {
            card.answer = plain(inside.dropFirst().prefix { $0 != UInt8(ascii: "#") })
        } else {
            choices(inside, &card)
        }
        if !general.isEmpty { card.answer += (card.answer.isEmpty ? "" : "\n\n") + general }
    }

    private static func choices(_ inside: Bytes, _ card: inout Card) {
        var options: [(isRight: Bool, text: String)] = []
        var start: Int?
        var isRight = false
        var index = inside.startIndex
        func close(_ end: Int) {
            guard let from = start else { return }
            var body = inside[from..<end]
            if let cut = unescaped(UInt8(ascii: "#"), in: body) { body = body[..<cut] }
            body = body.trimmed
            var weight: Double?
            if body.first == UInt8(ascii: "%"), let end = body.dropFirst().firstIndex(of: UInt8(ascii: "%")) {
                weight = Double(body[(body.startIndex + 1)..<end].string)
                body = body[(end + 1)...]
            }
            options.append((isRight || (weight ?? 0) > 0, plain(body)))
        }
        while index < inside.endIndex {
            let byte = inside[index]
            if byte == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if byte == UInt8(ascii: "=") || byte == UInt8(ascii: "~") {
                close(index)
                isRight = byte == UInt8(ascii: "=")
                start = index + 1
            }
            index += 1
        }
        close(inside.endIndex)
        let wrong = options.contains { !$0.isRight }
        if wrong { card.options = options.map(\.text) }
        let right = options.filter(\.isRight).map(\.text)
        card.answer = right.joined(separator: "\n")
        // Of one question's right options each is a point; other spellings of a short answer are one.
        card.keyPoints = wrong ? right : Array(right.prefix(1))
    }

    private static func unescaped(_ sign: UInt8, in text: Bytes) -> Int? {
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if text[index] == sign { return index }
            index += 1
        }
        return nil
    }

    private static func lastUnescaped(_ sign: UInt8, in text: Bytes) -> Int? {
        text.indices.last {
            text[$0] == sign && ($0 == text.startIndex || text[$0 - 1] != UInt8(ascii: "\\"))
        }
    }

    private static func plain(_ text: Bytes) -> String {
        var out: [UInt8] = []
        var isEscaped = false
        for byte in text.trimmed {
            if !isEscaped, byte == UInt8(ascii: "\\") {
                isEscaped = true
                continue
            }
            if isEscaped, byte == UInt8(ascii: "n") { out.append(.newline) } else { out.append(byte) }
            isEscaped = false
        }
        return HTMLText.markdown(String(decoding: out, as: UTF8.self))
    }
}
