/// The bank's own Markdown: a topic per file, a question per `##` heading, what belongs to it below `###` headings.
enum OwnFormat {
    /// The headings of a question's parts.
    enum Part: Equatable {
        case keyPoints, draftedPoints, misconceptions, modelAnswer, references, followUps
        case sample(String)

        init?(title: String) {
            let key = title.lowercased()
            switch key {
            case "key points": self = .keyPoints
            case "key points (drafted)": self = .draftedPoints
            case "misconceptions": self = .misconceptions
            case "model answer": self = .modelAnswer
            case "references": self = .references
            case "follow-ups", "follow ups": self = .followUps
            default:
                guard key.hasPrefix("sample answer") else { return nil }
                let name = title.utf8.dropFirst("sample answer".utf8.count).drop { $0 == 0x3A || $0 == 0x20 }
                self = .sample(String(name) ?? "")
            }
        }
    }

    /// Whether a document can be written so, or be a glossary, by a look that costs little.
    static func maybe(_ text: [UInt8]) -> Bool {
        var isStart = true
        for index in text.indices {
            let byte = text[index]
            if isStart, !byte.isBlank {
                if byte == UInt8(ascii: "#") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_"),
                    isSign(text[index...].prefix(600).prefix { $0 != .newline })
                {
                    return true
                }
                isStart = false
            }
            if byte == .newline { isStart = true }
        }
        return false
    }

    private static func isSign(_ line: Bytes) -> Bool {
        guard line.first == UInt8(ascii: "#") else { return line.contains("id:") }
        let title = line.drop { $0 == UInt8(ascii: "#") }.trimmedStart
        return ["key points", "model answer", "misconceptions", "glossary"].contains { title.starts($0) }
    }

    /// Whether a document is written so: one of its `##` headings has key points or a model answer below.
    static func isUsed(by page: Page) -> Bool {
        var isBelowQuestion = false
        for index in page.lines.indices {
            guard case .heading(let level) = page.lines[index].kind else { continue }
            if level == 2, let next = page.lines[(index + 1)...].firstIndex(where: { $0.kind != .blank }),
                MetaLine(page.body(next))?.id != nil
            {
                return true
            }
            if level == 2 { isBelowQuestion = true }
            if level == 1 { isBelowQuestion = false }
            guard level == 3, isBelowQuestion else { continue }
            switch Part(title: title(page, index)) {
            case .keyPoints, .draftedPoints, .modelAnswer, .misconceptions: return true
            default: continue
            }
        }
        return false
    }

    static func title(_ page: Page, _ index: Int) -> String {
        var text = page.body(index).drop { $0 == UInt8(ascii: "#") }.trimmed
        while text.last == UInt8(ascii: "#"), text.dropLast().last?.isBlank ?? true {
            text = text.dropLast().trimmedEnd
        }
        return text.string
    }
}
