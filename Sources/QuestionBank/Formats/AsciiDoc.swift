/// AsciiDoc as Markdown, line by line.
enum AsciiDoc {
    static func isOne(_ text: [UInt8], name: String) -> Bool {
        if [".adoc", ".asciidoc", ".asc"].contains(where: name.hasSuffix) { return true }
        guard !name.hasSuffix(".md") else { return false }
        var titles = 0
        for (number, body) in NumberedLines(text: text) where number <= 400 {
            if level(body) != nil { titles += 1 }
            if body.first == UInt8(ascii: "#") { return false }
        }
        return titles >= 2
    }

    static func markdown(_ text: [UInt8]) -> MarkdownText {
        var out = MarkdownText()
        var block: Bytes?
        var afterTitle = false
        for (number, raw) in NumberedLines(text: text) {
            let body = raw.trimmedEnd
            if let delimiter = block {
                if body.elementsEqual(delimiter) {
                    block = nil
                    out.add("```", from: number)
                } else {
                    out.add(body, from: number)
                }
                continue
            }
            if body.count >= 4,
                body.allSatisfy({ $0 == UInt8(ascii: "-") }) || body.allSatisfy({ $0 == UInt8(ascii: ".") })
            {
                block = body
                out.add("```", from: number)
            } else if let (level, title) = level(body) {
                out.add(String(repeating: "#", count: level) + " " + inline(title), from: number)
                afterTitle = level == 1
                continue
            } else if afterTitle, !body.isEmpty, body.first != UInt8(ascii: ":") {
                // The lines below the document's title name its author and revision.
                continue
            } else if let line = line(body) {
                out.add(line, from: number)
            }
            if body.isEmpty { afterTitle = false }
        }
        return out
    }

    private static func line(_ body: Bytes) -> String? {
        guard let first = body.first else { return "" }
        if isAttribute(body) || body.starts("//")
            || (first == UInt8(ascii: "[") && body.last == UInt8(ascii: "]"))
        {
            return nil
        }
        if body.count >= 4,
            body.allSatisfy({ $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") })
        {
            return nil
        }
        if body.elementsEqual("'''".utf8) { return "---" }
        if body.elementsEqual("+".utf8) { return "" }
        if body.starts("image::") || body.starts("include::") || body.starts("toc::") { return nil }
        let marks = body.prefix { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "-") }
        if (1...5).contains(marks.count), body.dropFirst(marks.count).first == .space {
            return String(repeating: "  ", count: marks.count - 1) + "- "
                + inline(body.dropFirst(marks.count + 1))
        }
        let dots = body.prefix { $0 == UInt8(ascii: ".") }
        if (1...5).contains(dots.count), body.dropFirst(dots.count).first == .space {
            return String(repeating: "   ", count: dots.count - 1) + "1. "
                + inline(body.dropFirst(dots.count + 1))
        }
        // `.Title` of a block.
        if dots.count == 1, let next = body.dropFirst().first, next.isWord {
            return "**" + inline(body.dropFirst()) + "**"
        }
        if let (term, rest) = definition(body) { return "- **\(inline(term))**: \(inline(rest))" }
        return inline(body)
    }

    /// `:toc:`, `:source-highlighter: rouge`
    private static func isAttribute(_ body: Bytes) -> Bool {
        guard body.first == UInt8(ascii: ":"), let end = body.dropFirst().firstIndex(of: UInt8(ascii: ":"))
        else { return false }
        return body[(body.startIndex + 1)..<end].allSatisfy {
            $0.isWord || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "!")
        }
    }

    /// `term:: text`
    private static func definition(_ body: Bytes) -> (Bytes, Bytes)? {
        guard let cut = body.firstIndex(of: ":: "), cut > body.startIndex else { return nil }
        return (body[..<cut], body[(cut + 3)...])
    }

    private static func level(_ body: Bytes) -> (Int, Bytes)? {
        let signs = body.prefix { $0 == UInt8(ascii: "=") }
        guard (1...6).contains(signs.count), body.dropFirst(signs.count).first == .space else { return nil }
        let title = body.dropFirst(signs.count).trimmed
        return title.isEmpty ? nil : (signs.count, title)
    }

    /// `https://example.org[text]` and `link:path[text]` as links of Markdown.
    private static func inline(_ text: Bytes) -> String {
        guard text.contains(UInt8(ascii: "[")) else { return text.string }
        var out = ""
        for (index, word) in text.split(separator: .space, omittingEmptySubsequences: false).enumerated() {
            if index > 0 { out += " " }
            let target = word.dropping(prefix: "link:") ?? (word.starts("http") ? word : nil)
            if let target, let (place, label) = target.split(at: UInt8(ascii: "[")),
                label.last == UInt8(ascii: "]")
            {
                out += "[\(label.dropLast().string)](\(place.string))"
            } else {
                out += word.string
            }
        }
        return out
    }
}
