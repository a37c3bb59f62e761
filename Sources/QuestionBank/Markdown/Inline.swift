/// Markup inside a line.
enum Inline {
    /// The text as it reads: links and tags gone, code and emphasis without their marks.
    static func plain(_ text: Bytes) -> String {
        strip(text, keepsCode: false)
    }

    /// A question as it is asked: as ``plain(_:)`` but with code still marked as code.
    static func prompt(_ text: Bytes) -> String {
        strip(text, keepsCode: true)
    }

    private static let maxMisses = 100

    private static func strip(_ text: Bytes, keepsCode: Bool) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        var index = text.startIndex
        // Brackets that open nothing: after so many the rest is taken as it stands, which keeps this linear.
        var misses = 0
        let signs = ByteSet.inlineSigns
        while index < text.endIndex {
            let byte = text[index]
            switch byte {
            case UInt8(ascii: "`") where misses < maxMisses:
                let ticks = text[index...].prefix { $0 == byte }.count
                let inside = index + ticks
                if let end = closing(ticks, in: text, from: inside) {
                    out.append(contentsOf: keepsCode ? text[index..<(end + ticks)] : text[inside..<end])
                    index = end + ticks
                } else {
                    index = inside
                    misses += 1
                }
            case UInt8(ascii: "\\"):
                if index + 1 < text.endIndex,
                    text[index + 1] < 0x40 || text[index + 1] == 0x5F
                        || text[index + 1] == 0x2A || (text[index + 1] > 0x5A && text[index + 1] < 0x60)
                {
                    out.append(text[index + 1])
                    index += 2
                } else {
                    out.append(byte)
                    index += 1
                }
            case UInt8(ascii: "*"):
                index = skipStars(text, index, &out)
            case UInt8(ascii: "_"):
                index = skipUnderscores(text, index, &out)
            case UInt8(ascii: "!"):
                if index + 1 < text.endIndex, text[index + 1] == UInt8(ascii: "[") {
                    // What a picture is called is for those who can't see it; a question says it, a point does not.
                    index = keepsCode ? index + 1 : skipPicture(text, index + 1)
                } else {
                    out.append(byte)
                    index += 1
                }
            case UInt8(ascii: "[") where misses < maxMisses:
                let next = skipLink(text, index, &out, keepsCode: keepsCode)
                if next == index + 1 { misses += 1 }
                index = next
            case UInt8(ascii: "<") where misses < maxMisses:
                let next = skipTag(text, index, &out)
                if next == index + 1 { misses += 1 }
                index = next
            case UInt8(ascii: "&"):
                index = Entity.decode(text, at: index, into: &out)
            default:
                // What means nothing here is taken as a whole.
                var end = index + 1
                while end < text.endIndex, !signs.contains(text[end]) { end += 1 }
                out.append(contentsOf: text[index..<end])
                index = end
            }
        }
        return Fold.compatible(collapsed(out))
    }

    /// Without blanks at the ends, with one space where there were several blanks.
    private static func collapsed(_ bytes: [UInt8]) -> [UInt8] {
        guard needsCollapsing(bytes) else { return bytes }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        for byte in bytes {
            if byte.isBlank || byte == .newline {
                if !out.isEmpty, out.last != .space { out.append(.space) }
            } else {
                out.append(byte)
            }
        }
        if out.last == .space { out.removeLast() }
        return out
    }

    private static func needsCollapsing(_ bytes: [UInt8]) -> Bool {
        var wasBlank = true
        for byte in bytes {
            let isSpace = byte == .space
            if (isSpace && wasBlank) || byte == .tab || byte == .newline { return true }
            wasBlank = isSpace
        }
        return wasBlank && !bytes.isEmpty
    }

    private static func closing(_ ticks: Int, in text: Bytes, from start: Int) -> Int? {
        var index = start
        while index < text.endIndex {
            guard text[index] == UInt8(ascii: "`") else {
                index += 1
                continue
            }
            let run = text[index...].prefix { $0 == UInt8(ascii: "`") }.count
            if run == ticks { return index }
            index += run
        }
        return nil
    }

    /// Stars are emphasis unless blanks stand on both sides, as in `a * b`.
    private static func skipStars(_ text: Bytes, _ index: Int, _ out: inout [UInt8]) -> Int {
        let stars = text[index...].prefix { $0 == UInt8(ascii: "*") }.count
        let end = index + stars
        let before = index > text.startIndex && !text[index - 1].isBlank
        let after = end < text.endIndex && !text[end].isBlank
        let isEdge = index == text.startIndex || end == text.endIndex
        if !before && !after && !isEdge && stars == 1 { out.append(contentsOf: text[index..<end]) }
        return end
    }

    /// Emphasis only at the edge of a word: snake_case stays, and so does ___, a blank to fill in.
    private static func skipUnderscores(_ text: Bytes, _ index: Int, _ out: inout [UInt8]) -> Int {
        let end = index + text[index...].prefix { $0 == UInt8(ascii: "_") }.count
        let before = out.last.map { $0.isWord } ?? false
        let after = end < text.endIndex && text[end].isWord
        if (before && after) || (end - index >= 3 && !before && !after) {
            out.append(contentsOf: text[index..<end])
        }
        return end
    }

    private static func skipLink(_ text: Bytes, _ index: Int, _ out: inout [UInt8], keepsCode: Bool) -> Int {
        let limit = text[index...].prefix(600)
        guard let close = matching(limit, open: UInt8(ascii: "["), close: UInt8(ascii: "]")) else {
            out.append(text[index])
            return index + 1
        }
        let next = close + 1
        guard next < text.endIndex, text[next] == UInt8(ascii: "("),
            let end = matching(text[next...].prefix(800), open: UInt8(ascii: "("), close: UInt8(ascii: ")"))
        else {
            out.append(text[index])
            return index + 1
        }
        out.append(contentsOf: strip(text[(index + 1)..<close], keepsCode: keepsCode).utf8)
        return end + 1
    }

    /// Behind a picture whose `[` stands at the index; behind its `!` if it is none.
    private static func skipPicture(_ text: Bytes, _ open: Int) -> Int {
        guard
            let close = matching(
                text[open...].prefix(600), open: UInt8(ascii: "["), close: UInt8(ascii: "]")),
            close + 1 < text.endIndex, text[close + 1] == UInt8(ascii: "("),
            let end = matching(
                text[(close + 1)...].prefix(800), open: UInt8(ascii: "("), close: UInt8(ascii: ")"))
        else { return open }
        return end + 1
    }

    /// Where the bracket that the text begins with closes.
    static func matching(_ text: Bytes, open: UInt8, close: UInt8) -> Int? {
        var depth = 0
        for index in text.indices {
            if text[index] == open { depth += 1 }
            if text[index] == close {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        return nil
    }

    /// Tags go, `a < b` and `List<String>` stay.
    private static func skipTag(_ text: Bytes, _ index: Int, _ out: inout [UInt8]) -> Int {
        let next = index + 1
        guard next < text.endIndex, text[next].isLetter || text[next] == UInt8(ascii: "/"),
            let end = text[next...].prefix(500).firstIndex(of: UInt8(ascii: ">"))
        else {
            out.append(text[index])
            return next
        }
        let tag = text[next..<end]
        let name = (tag.first == UInt8(ascii: "/") ? tag.dropFirst() : tag).prefix {
            $0.isLetter || $0.isDigit
        }
        guard HTMLText.tags.contains(name.string.lowercased()) else {
            out.append(text[index])
            return next
        }
        if name.string.lowercased() == "br" { out.append(.space) }
        return end + 1
    }
}
