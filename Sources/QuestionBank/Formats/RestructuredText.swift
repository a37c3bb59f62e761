/// reStructuredText as Markdown, line by line.
enum RestructuredText {
    static func isOne(_ text: [UInt8], name: String) -> Bool {
        if name.hasSuffix(".rst") || name.hasSuffix(".rest") { return true }
        guard !name.hasSuffix(".md") else { return false }
        var directives = 0
        var titles = 0
        var before: Bytes = []
        for (number, body) in NumberedLines(text: text) where number <= 400 {
            if directive(body) != nil { directives += 1 }
            if isUnderline(body), body.count >= before.count, !before.isEmpty, body.first != UInt8(ascii: "=")
            {
                titles += 1
            }
            before = body
        }
        return directives >= 1 && titles >= 1
    }

    static func markdown(_ text: [UInt8]) -> MarkdownText {
        var out = MarkdownText()
        let lines = NumberedLines(text: text).map(\.body)
        var signs: [UInt8] = []
        var index = 0
        /// The indentation that a code block or a directive's body must go beyond.
        var code: Int?
        var skipped: Int?
        var opensCode = false
        func close(_ number: Int) {
            if code != nil { out.add("```", from: number) }
            code = nil
        }
        while index < lines.count {
            defer { index += 1 }
            let body = lines[index].trimmedEnd
            let inside = body.trimmedStart
            let indent = body.count - inside.count
            let number = index + 1
            if let margin = skipped {
                if inside.isEmpty || indent > margin { continue }
                skipped = nil
            }
            if opensCode, !inside.isEmpty {
                opensCode = false
                if indent > 0 {
                    out.add("```", from: number)
                    code = indent
                }
            }
            if let margin = code {
                if inside.isEmpty || indent >= margin {
                    out.add(body.dropFirst(min(margin, indent)), from: number)
                    continue
                }
                close(number)
            }
            // A title between two lines, or above one.
            if isUnderline(body), index + 2 < lines.count, isUnderline(lines[index + 2].trimmedEnd),
                lines[index + 2].first == body.first, !lines[index + 1].trimmed.isEmpty
            {
                add(lines[index + 1], sign: body.first ?? 0, over: true, &signs, &out, index + 2)
                index += 2
                continue
            }
            if !inside.isEmpty, indent == 0, index + 1 < lines.count,
                isUnderline(lines[index + 1].trimmedEnd),
                lines[index + 1].trimmedEnd.count + 2 >= characters(body),
                index == 0 || lines[index - 1].trimmed.isEmpty
            {
                add(body, sign: lines[index + 1].first ?? 0, over: false, &signs, &out, number)
                index += 1
                continue
            }
            if let name = directive(inside) {
                if name.starts("code") || name.starts("sourcecode") || name.starts("highlight") {
                    opensCode = true
                    while index + 1 < lines.count, lines[index + 1].trimmed.first == UInt8(ascii: ":") {
                        index += 1
                    }
                } else if name.starts("note") || name.starts("tip") || name.starts("dropdown")
                    || name.starts("admonition")
                {
                    if let (_, rest) = split(name), !rest.trimmed.isEmpty {
                        out.add("**" + rest.trimmed.string + "**", from: number)
                    }
                } else {
                    skipped = indent
                }
                continue
            }
            if inside.starts(".. ") || inside.elementsEqual("..".utf8) {
                skipped = indent
                continue
            }
            var line = inline(body)
            if inside.starts("#. ") {
                line = String(repeating: " ", count: indent) + "1. " + inline(inside.dropFirst(3))
            }
            if line.hasSuffix("::") {
                opensCode = true
                line.removeLast()
            }
            out.add(line, from: number)
        }
        close(lines.count)
        return out
    }

    private static func split(_ directive: Bytes) -> (Bytes, Bytes)? {
        guard let cut = directive.firstIndex(of: "::") else { return nil }
        return (directive[..<cut], directive[(cut + 2)...])
    }

    private static func add(
        _ title: Bytes, sign: UInt8, over: Bool, _ signs: inout [UInt8], _ out: inout MarkdownText,
        _ number: Int
    ) {
        // Which sign stands for which level is up to the document: in the order in which they come.
        let mark = over ? sign | 0x80 : sign
        if !signs.contains(mark) { signs.append(mark) }
        let level = min((signs.firstIndex(of: mark) ?? 0) + 1, 6)
        out.add(String(repeating: "#", count: level) + " " + inline(title.trimmed), from: number)
    }

    private static func characters(_ body: Bytes) -> Int { body.count { $0 < 0x80 || $0 >= 0xC0 } }

    private static func isUnderline(_ body: Bytes) -> Bool {
        guard let first = body.first, body.count >= 3, "=-~^\"'`#*+_.:".utf8.contains(first) else {
            return false
        }
        return body.allSatisfy { $0 == first }
    }

    /// `.. code-block:: python` without the dots.
    private static func directive(_ body: Bytes) -> Bytes? {
        guard let name = body.dropping(prefix: ".. "), let cut = name.firstIndex(of: "::"),
            cut > name.startIndex,
            name[..<cut].allSatisfy({ $0.isWord || $0 == UInt8(ascii: "-") })
        else { return nil }
        return name
    }

    /// ``` ``code`` ``` as `` `code` ``, `` `text <target>`_ `` as a link.
    private static func inline(_ text: Bytes) -> String {
        guard text.contains(UInt8(ascii: "`")) else { return text.string }
        var out: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            if text[index...].starts("``") {
                out.append(UInt8(ascii: "`"))
                index += 2
            } else if text[index] == UInt8(ascii: "`"),
                let end = text[(index + 1)...].prefix(1000).firstIndex(of: "`_"),
                let (label, target) = text[(index + 1)..<end].split(at: UInt8(ascii: "<")),
                target.last == UInt8(ascii: ">")
            {
                out += "[".utf8 + label.trimmed + "](".utf8 + target.dropLast() + ")".utf8
                index = end + 2
                while index < text.endIndex, text[index] == UInt8(ascii: "_") { index += 1 }
            } else {
                out.append(text[index])
                index += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
