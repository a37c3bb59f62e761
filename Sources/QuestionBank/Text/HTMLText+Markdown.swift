extension HTMLText {
    /// A field of a flashcard as Markdown: lines and list items on lines of their own, bold and code marked, entities
    /// decoded, other tags gone.
    static func markdown(_ field: String) -> String {
        guard
            field.utf8.contains(where: {
                $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "[")
            })
        else { return field }
        let text = field.bytes
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            switch text[index] {
            case UInt8(ascii: "<"): index = tag(text, index, &out)
            case UInt8(ascii: "&"): index = Entity.decode(text, at: index, into: &out)
            case UInt8(ascii: "["):
                if text[index...].starts("[sound:"),
                    let end = text[index...].prefix(300).firstIndex(of: UInt8(ascii: "]"))
                {
                    index = end + 1
                } else {
                    out.append(text[index])
                    index += 1
                }
            default:
                out.append(text[index])
                index += 1
            }
        }
        return String(decoding: out, as: UTF8.self).trimmingBlankLines
    }

    private static func tag(_ text: Bytes, _ open: Int, _ out: inout [UInt8]) -> Int {
        guard let close = text[open...].prefix(4000).firstIndex(of: UInt8(ascii: ">")) else {
            out.append(text[open])
            return open + 1
        }
        let inside = text[(open + 1)..<close]
        let isEnd = inside.first == UInt8(ascii: "/")
        let name = (isEnd ? inside.dropFirst() : inside).prefix { $0.isLetter || $0.isDigit }.string
            .lowercased()
        guard tags.contains(name) else {
            out.append(text[open])
            return open + 1
        }
        switch name {
        case "br": out.append(.newline)
        case "li": if !isEnd { newLine(&out); out += "- ".utf8 }
        case "div", "p", "tr", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote":
            newLine(&out)
        case "pre":
            newLine(&out)
            out += "```\n".utf8
        case "b", "strong": out += "**".utf8
        case "code", "tt", "kbd": out += "`".utf8
        case "td", "th": if isEnd { out += " ".utf8 }
        case "img":
            if let source = source(inside) { out += "![](".utf8 + source + ")".utf8 }
        default: break
        }
        return close + 1
    }

    private static func newLine(_ out: inout [UInt8]) {
        while out.last == .space { out.removeLast() }
        if let last = out.last, last != .newline { out.append(.newline) }
    }

    private static func source(_ tag: Bytes) -> [UInt8]? {
        guard let at = tag.firstIndex(of: "src=") else { return nil }
        var rest = tag[(at + 4)...]
        guard let quote = rest.first, quote == 0x22 || quote == 0x27 else {
            return Array(rest.prefix { !$0.isBlank })
        }
        rest = rest.dropFirst()
        return Array(rest.prefix { $0 != quote })
    }
}
