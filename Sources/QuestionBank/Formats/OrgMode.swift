/// Emacs' org-mode as Markdown, line by line.
enum OrgMode {
    static func isOne(_ text: [UInt8], name: String) -> Bool {
        if name.hasSuffix(".org") { return true }
        var headings = 0
        var signs = 0
        for (number, body) in NumberedLines(text: text) where number <= 400 {
            if level(body) != nil { headings += 1 }
            if body.starts("#+") || body.trimmed.elementsEqual(":PROPERTIES:".utf8) { signs += 1 }
        }
        return headings >= 1 && signs >= 1
    }

    static func markdown(_ text: [UInt8]) -> MarkdownText {
        var out = MarkdownText()
        var isDrawer = false
        var isBlock = false
        for (number, raw) in NumberedLines(text: text) {
            let body = raw.trimmedEnd
            let inside = body.trimmedStart
            if isBlock {
                if inside.starts("#+end") {
                    isBlock = false
                    out.add("```", from: number)
                } else {
                    out.add(body, from: number)
                }
            } else if isDrawer {
                if inside.starts(":end:") { isDrawer = false }
            } else if inside.starts(":properties:") || inside.starts(":logbook:") {
                isDrawer = true
            } else if let kind = inside.dropping(prefix: "#+begin_") {
                if kind.starts("src") || kind.starts("example") {
                    isBlock = true
                    out.add(
                        "```" + kind.drop { !$0.isBlank }.trimmed.prefix { !$0.isBlank }.string, from: number)
                }
            } else if let title = inside.dropping(prefix: "#+title:") {
                out.add("# " + title.trimmed.string, from: number)
            } else if inside.starts("#+") || inside.starts("# ") || inside.starts("scheduled:")
                || inside.starts("deadline:")
            {
                continue
            } else if let (level, title) = level(body) {
                out.add(
                    String(repeating: "#", count: min(level + 1, 6)) + " " + inline(withoutTags(title)),
                    from: number)
            } else if let (term, rest) = definition(inside) {
                let indent = String(repeating: " ", count: body.count - inside.count)
                out.add("\(indent)- **\(inline(term))**: \(inline(rest))", from: number)
            } else {
                out.add(inline(body), from: number)
            }
        }
        return out
    }

    private static func level(_ body: Bytes) -> (Int, Bytes)? {
        let stars = body.prefix { $0 == UInt8(ascii: "*") }
        guard !stars.isEmpty, stars.count <= 12, body.dropFirst(stars.count).first == .space else {
            return nil
        }
        var title = body.dropFirst(stars.count).trimmed
        for word in ["TODO ", "DONE ", "NEXT ", "[#A] ", "[#B] ", "[#C] "] where title.starts(with: word.utf8)
        {
            title = title.dropFirst(word.utf8.count)
        }
        return title.isEmpty ? nil : (stars.count, title)
    }

    /// `Title :drill:later:`
    private static func withoutTags(_ title: Bytes) -> Bytes {
        guard title.last == UInt8(ascii: ":"), let blank = title.lastIndex(of: .space) else { return title }
        let tags = title[(blank + 1)...]
        let isTags =
            tags.count > 2 && tags.first == UInt8(ascii: ":")
            && tags.allSatisfy {
                $0.isWord || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "_")
            }
        return isTags ? title[..<blank].trimmedEnd : title
    }

    /// `- term :: text`
    private static func definition(_ body: Bytes) -> (Bytes, Bytes)? {
        guard let marker = ListMarker(body), marker.number == nil,
            let cut = marker.rest.firstIndex(of: " :: ")
        else { return nil }
        return (marker.rest[..<cut], marker.rest[(cut + 4)...])
    }

    /// `[[target][text]]` as a link, `~code~` and `=code=` as code.
    private static func inline(_ text: Bytes) -> String {
        var out: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            if text[index...].starts("[["), let end = text[index...].prefix(2000).firstIndex(of: "]]") {
                let inside = text[(index + 2)..<end]
                if let cut = inside.firstIndex(of: "][") {
                    out += "[".utf8 + inside[(cut + 2)...] + "](".utf8 + inside[..<cut] + ")".utf8
                } else {
                    out += "<".utf8 + inside + ">".utf8
                }
                index = end + 2
            } else if isCode(text, index), let end = codeEnd(text, index) {
                out += "`".utf8 + text[(index + 1)..<end] + "`".utf8
                index = end + 1
            } else {
                out.append(text[index])
                index += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func isCode(_ text: Bytes, _ index: Int) -> Bool {
        guard text[index] == UInt8(ascii: "~") || text[index] == UInt8(ascii: "="), index + 2 < text.endIndex,
            !text[index + 1].isBlank, text[index + 1] != text[index]
        else { return false }
        return index == text.startIndex || text[index - 1].isBlank || text[index - 1] == UInt8(ascii: "(")
    }

    private static func codeEnd(_ text: Bytes, _ open: Int) -> Int? {
        guard let end = text[(open + 1)...].prefix(200).firstIndex(of: text[open]) else { return nil }
        let isClosed = end + 1 == text.endIndex || !text[end + 1].isWord
        return isClosed && !text[end - 1].isBlank ? end : nil
    }
}
