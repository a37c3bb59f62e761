/// Heads and gists of drafted points.
enum HeadText {
    /// A text's head and the rest: its bold term; what stands before the first `:` or dash if that is short; else its
    /// first clause.
    static func split(_ text: String) -> (head: String, gist: String) {
        let bytes = text.bytes.trimmed
        if let bold = BoldLine(bytes), bold.inside.wordCount <= 8 {
            let head = Inline.plain(bold.inside)
            let rest = Inline.plain(bytes[min(bold.inside.endIndex + 2, bytes.endIndex)...])
            return (head, rest.bytes.drop { " :.–-,".utf8.contains($0) }.string)
        }
        let plain = Inline.plain(bytes)
        if let cut = separator(plain.bytes), plain.bytes[..<cut.start].wordCount <= 8 {
            return (plain.bytes[..<cut.start].trimmed.string, plain.bytes[cut.end...].trimmed.string)
        }
        return (clause(plain), plain)
    }

    /// The first `: `, ` - `, ` – `, ` — `.
    private static func separator(_ text: Bytes) -> (start: Int, end: Int)? {
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            let next = index + 1 < text.endIndex ? text[index + 1] : .space
            if byte == UInt8(ascii: ":"), next.isBlank { return (index, index + 1) }
            if byte == .space, next == UInt8(ascii: "-"), index + 2 < text.endIndex, text[index + 2].isBlank {
                return (index, index + 2)
            }
            if byte == .space, text[(index + 1)...].starts(with: [0xE2, 0x80]), index + 3 < text.endIndex,
                text[index + 3] == 0x93 || text[index + 3] == 0x94
            {
                return (index, index + 4)
            }
            index += 1
        }
        return nil
    }

    /// The first clause, at most ten words.
    static func clause(_ text: String) -> String {
        let bytes = text.bytes
        let ends = ByteSet.clauseEnds
        var words = 0
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == .space {
                words += 1
                if words == 10 { break }
            }
            if ends.contains(byte), index + 1 >= bytes.endIndex || bytes[index + 1].isBlank,
                words >= 1 || byte != UInt8(ascii: ",")
            {
                break
            }
            index += 1
        }
        return bytes[..<index].trimmed.string
    }

    /// A head without commas, semicolons and colons, which the bank's format keeps for itself.
    static func tidy(_ head: String) -> String {
        var bytes = Array(Label.undecorated(head.bytes).string.utf8)
        let signs = ByteSet.heads
        for index in bytes.indices where signs.contains(bytes[index]) { bytes[index] = .space }
        var text = Inline.plain(bytes[...])
        while let last = text.utf8.last, ".-–*_ ".utf8.contains(last) { text.removeLast() }
        guard text.utf8.count > 120 else { return text }
        var cut = text.bytes.prefix(120)
        while let last = cut.last, last != .space { cut = cut.dropLast() }
        return cut.trimmed.string
    }

    /// A gist on one line, of at most 300 bytes.
    static func gist(_ text: String) -> String {
        let plain = Inline.plain(text.bytes).bytes.drop { ": .".utf8.contains($0) }.string
        guard plain.utf8.count > 300 else { return plain }
        var cut = plain.bytes.prefix(300)
        while let last = cut.last, last != .space { cut = cut.dropLast() }
        return cut.trimmed.string + " …"
    }

    /// Words that introduce what follows but are no point themselves.
    static func isLabel(_ head: String) -> Bool {
        head.utf8.count <= maxLabel && labels.contains(Fold.key(head))
    }

    /// The longest label with a few signs to spare: most heads are longer and need not be looked up.
    private static let maxLabel = 20

    private static let labels: Set<String> = [
        "solution", "challenge", "example", "examples", "answer", "note", "effect", "fix", "source",
        "key differences",
        "key difference", "for example", "tip", "result", "output", "input", "usage", "definition",
        "explanation",
        "action", "situation", "task", "description",
    ]
}
