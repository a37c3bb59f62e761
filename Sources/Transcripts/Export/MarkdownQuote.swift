/// What a person wrote as a block of Markdown that shows it as it stands, and is read back as it was, to the last byte.
enum MarkdownQuote {
    /// The lines of the block. Code is fenced, all else quoted, with whatever means something in Markdown escaped.
    static func lines(_ text: String) -> [String] {
        if holdsCode(text) {
            let fence = String(repeating: "~", count: max(3, longestFence(in: text) + 1))
            return [fence] + split(text).map(String.init) + [fence]
        }
        let lines = split(text)
        return lines.enumerated().map { index, line in
            let breaks = index + 1 < lines.count && !line.isEmpty && !lines[index + 1].isEmpty
            return line.isEmpty ? ">" : "> " + escaped(line) + (breaks ? "\\" : "")
        }
    }

    /// Reads the block that begins with the first of some lines.
    ///
    /// - Returns: the text and the number of lines it took; `nil` where no block begins there.
    static func read(_ lines: ArraySlice<Substring>) -> (text: String, count: Int)? {
        guard let first = lines.first else { return nil }
        if first.utf8.count >= 3, first.utf8.allSatisfy({ $0 == UInt8(ascii: "~") }) {
            let body = lines.dropFirst().prefix { $0.utf8.elementsEqual(first.utf8) == false }
            guard body.endIndex < lines.endIndex else { return nil }
            return (body.joined(separator: "\n"), body.count + 2)
        }
        let quoted = lines.prefix { $0.utf8.first == UInt8(ascii: ">") }
        guard !quoted.isEmpty else { return nil }
        return (quoted.map(unescaped).joined(separator: "\n"), quoted.count)
    }

    /// Text within a line. White space becomes single.
    static func inline(_ text: String) -> String {
        escaped(text.split(whereSeparator: \.isWhitespace).joined(separator: " ")[...])
    }

    /// As bytes: to the standard library "\r\n" is one character, and no line break.
    private static func split(_ text: String) -> [Substring] {
        let bytes = text.utf8
        var lines: [Substring] = []
        var start = bytes.startIndex
        while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            lines.append(Substring(bytes[start..<end]))
            start = bytes.index(after: end)
        }
        return lines + [Substring(bytes[start...])]
    }

    private static func holdsCode(_ text: String) -> Bool {
        let looksLikeCode = split(text).contains { line in
            line.hasPrefix("    ") || line.hasPrefix("\t") || line.hasPrefix("```") || line.hasPrefix("~~~")
        }
        return looksLikeCode && !text.unicodeScalars.contains { $0 != "\n" && $0 != "\t" && isInvisible($0) }
    }

    private static func longestFence(in text: String) -> Int {
        var (longest, run) = (0, 0)
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "~") ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    private static func escaped(_ line: Substring) -> String {
        let scalars = Array(line.unicodeScalars)
        let blanks: Set<Unicode.Scalar> = [" ", "\t"]
        let from = scalars.firstIndex { !blanks.contains($0) } ?? scalars.count
        let to = scalars.lastIndex { !blanks.contains($0) } ?? -1
        var text = ""
        for (index, scalar) in scalars.enumerated() {
            if index < from || index > to || isInvisible(scalar) {
                text += "&#\(scalar.value);"
            } else if "\\`*_[]<>&~|$^{}".unicodeScalars.contains(scalar)
                || index == from && "#+-=:".unicodeScalars.contains(scalar)
                || isAfterNumber(index, scalars, from: from)
            {
                text += "\\"
                text.unicodeScalars.append(scalar)
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// The mark that would make a line the item of a numbered list.
    private static func isAfterNumber(_ index: Int, _ scalars: [Unicode.Scalar], from: Int) -> Bool {
        (scalars[index] == "." || scalars[index] == ")") && index > from
            && scalars[from..<index].allSatisfy { ("0"..."9").contains($0) }
    }

    private static func unescaped(_ line: Substring) -> String {
        var scalars = line.dropFirst().unicodeScalars[...]
        if scalars.first == " " { scalars.removeFirst() }
        var text = String.UnicodeScalarView()
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\\":
                // At the end of a line it stands for the break alone.
                if let next = scalars.popFirst() { text.append(next) }
            case "&":
                let digits = scalars.dropFirst().prefix { ("0"..."9").contains($0) }
                let rest = scalars.dropFirst(1 + digits.count)
                if scalars.first == "#", rest.first == ";",
                    let code = UInt32(String(String.UnicodeScalarView(digits))).flatMap(Unicode.Scalar.init)
                {
                    text.append(code)
                    scalars = rest.dropFirst()
                } else {
                    text.append(scalar)
                }
            default: text.append(scalar)
            }
        }
        return String(text)
    }

    /// What nobody sees, or what turns the writing around: it is spelt out.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        case .format: scalar != "\u{200D}" && scalar != "\u{200C}"
        default: false
        }
    }
}
