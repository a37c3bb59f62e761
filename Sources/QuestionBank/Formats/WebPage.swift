/// A web page as Markdown: its headings, paragraphs, lists, tables, code and foldable blocks, without what is about it.
struct WebPage {
    static func isOne(_ text: [UInt8], name: String) -> Bool {
        let start = text[...].drop { $0.isBlank || $0 == .newline }
        if start.starts("<!doctype html") || start.starts("<html") { return true }
        let isNamed = [".html", ".htm", ".xhtml"].contains(where: name.hasSuffix)
        if start.starts("<?xml") { return isNamed || start.prefix(1000).contains("<html") }
        guard isNamed else {
            // A piece of a page's source: it begins with a tag that Markdown's authors do not begin with.
            let opens = [
                "<body", "<section", "<article", "<main", "<dl", "<h1", "<h2", "<h3", "<ul>", "<ol>",
                "<table",
            ]
            return opens.contains { start.starts(with: $0.utf8) } && !LineShape(text[...]).looksLikeMarkdown
        }
        return start.first == UInt8(ascii: "<")
    }

    private var out = MarkdownText()
    private var line: [UInt8] = []
    private var lineNumber = 1
    private var prefix: [String] = []
    private var lists: [Int?] = []
    private var hidden = 0
    private var preformatted = 0
    private var level = 1
    private var cells: [String]?
    private var rows = 0
    private var links: [String?] = []
    private var questions: [String] = []

    static func markdown(_ text: [UInt8]) -> MarkdownText? {
        guard let pieces = Markup.page(text) else { return nil }
        var page = WebPage()
        for piece in pieces {
            switch piece {
            case .open(let name, let attributes, let line): page.open(name, attributes, line)
            case .text(let text, let line): page.text(text, line)
            case .close(let name): page.close(name)
            }
        }
        page.flush()
        return page.out
    }

    /// What is about a page rather than in it.
    private static let around: Set<String> = [
        "script", "style", "nav", "footer", "aside", "form", "svg", "template", "noscript", "iframe",
        "select", "head",
        "button",
    ]

    private mutating func open(_ name: String, _ attributes: [String: String], _ number: Int) {
        // Many pages fold their answers below a button that is the question.
        let isQuestionButton =
            name == "button" && Self.says("question", attributes["class"])
            || name == "button" && attributes["aria-expanded"] != nil
        if hidden > 0 || (Self.around.contains(name) && !isQuestionButton) {
            hidden += 1
            return
        }
        if line.isEmpty { lineNumber = number }
        switch name {
        case "h1", "h2", "h3", "h4", "h5", "h6":
            flush()
            level = Int(name.dropFirst()) ?? 2
            line += (String(repeating: "#", count: level) + " ").utf8
        case "dt", "button":
            flush()
            line += (String(repeating: "#", count: min(level + 1, 6)) + " ").utf8
        case "p", "div", "section", "article", "main", "figure", "dd", "body", "html", "header", "tbody",
            "thead":
            flush(parting: name != "dd")
            if name != "body", Self.says("question", attributes["class"]),
                !Self.says("questions", attributes["class"]),
                questions.isEmpty, name == "div" || name == "p"
            {
                line += (String(repeating: "#", count: min(level + 1, 6)) + " ").utf8
            }
        case "ul": flush(parting: lists.isEmpty); lists.append(nil)
        case "ol": flush(parting: lists.isEmpty); lists.append(0)
        case "li":
            flush(parting: false)
            let depth = max(lists.count - 1, 0)
            var marker = "- "
            if let last = lists.indices.last, let count = lists[last] {
                lists[last] = count + 1
                marker = "\(count + 1). "
            }
            line += (String(repeating: "   ", count: depth) + marker).utf8
        case "br": flush(parting: false)
        case "hr":
            flush()
            out.add("---", from: number)
        case "pre":
            flush()
            preformatted += 1
            out.add("```", from: number)
        case "code", "kbd", "samp", "tt": if preformatted == 0 { line.append(UInt8(ascii: "`")) }
        case "b", "strong": line += "**".utf8
        case "em", "i": line.append(UInt8(ascii: "*"))
        case "a":
            let target = attributes["href"].flatMap { $0.hasPrefix("http") ? $0 : nil }
            links.append(target)
            if target != nil { line.append(UInt8(ascii: "[")) }
        case "details":
            flush()
            out.add("<details>", from: number)
        case "summary": line += "<summary>".utf8
        case "table": flush(); rows = 0
        case "tr": cells = []
        case "td", "th": line = []
        case "blockquote": flush()
        default: break
        }
    }

    private mutating func close(_ name: String) {
        if hidden > 0 {
            hidden -= 1
            return
        }
        switch name {
        case "h1", "h2", "h3", "h4", "h5", "h6", "dt", "button", "p", "div", "section", "article", "main",
            "figure", "dd",
            "blockquote", "body", "html", "header":
            flush()
        case "ul", "ol":
            flush(parting: lists.count == 1)
            _ = lists.popLast()
        case "li": flush(parting: false)
        case "pre":
            flush(parting: false)
            preformatted -= 1
            out.add("```", from: lineNumber)
            out.add("", from: lineNumber)
        case "code", "kbd", "samp", "tt": if preformatted == 0 { line.append(UInt8(ascii: "`")) }
        case "b", "strong": line += "**".utf8
        case "em", "i": line.append(UInt8(ascii: "*"))
        case "a": if let target = links.popLast().flatMap({ $0 }) { line += "](\(target))".utf8 }
        case "details":
            flush()
            out.add("</details>", from: lineNumber)
            out.add("", from: lineNumber)
        case "summary":
            line += "</summary>".utf8
            flush()
        case "td", "th":
            cells?.append(String(decoding: line[...].trimmed, as: UTF8.self).replacing("|", with: "\\|"))
            line = []
        case "tr":
            if let cells, !cells.isEmpty {
                out.add("| " + cells.joined(separator: " | ") + " |", from: lineNumber)
                if rows == 0 {
                    out.add("|" + String(repeating: "---|", count: cells.count), from: lineNumber)
                }
                rows += 1
            }
            cells = nil
        case "table": out.add("", from: lineNumber)
        default: break
        }
    }

    private mutating func text(_ text: String, _ number: Int) {
        guard hidden == 0 else { return }
        if preformatted > 0 {
            for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
                out.add(part.utf8, from: number)
            }
            return
        }
        if line.isEmpty { lineNumber = number }
        for byte in text.utf8 {
            let isSpace = byte.isBlank || byte == .newline || byte == 0x0D
            if isSpace {
                if let last = line.last, last != .space { line.append(.space) }
            } else {
                line.append(byte)
            }
        }
    }

    /// Ends the line; a blank one parts it from the next paragraph.
    private mutating func flush(parting: Bool = true) {
        // Inside a cell lines end in nothing but a blank.
        guard cells == nil else {
            if let last = line.last, last != .space { line.append(.space) }
            return
        }
        let text = line[...].trimmedEnd
        line = []
        let isEmpty = text.allSatisfy { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "*") || $0.isBlank }
        if !isEmpty { out.add(text, from: lineNumber) }
        if parting, out.bytes.last == .newline, !out.bytes.dropLast().isEmpty,
            out.bytes.dropLast().last != .newline
        {
            out.add("", from: lineNumber)
        }
    }

    /// Whether one of the classes says the word: "faq-question", "question__title".
    private static func says(_ word: String, _ classes: String?) -> Bool {
        guard let classes else { return false }
        return classes.lowercased().split { !$0.isLetter }.contains { $0 == word }
    }
}
