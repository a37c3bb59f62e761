/// Heads and gists of drafted points.
enum HeadText {
    /// A text's head and the rest: its bold term; what stands before the first `:` or dash if that is short; else no
    /// head at all.
    static func split(_ text: String) -> (head: String, gist: String) {
        let bytes = text.bytes.trimmed
        if let bold = BoldLine(bytes), bold.inside.wordCount <= 8 {
            let head = Inline.plain(bold.inside)
            let rest = Inline.plain(bytes[min(bold.inside.endIndex + 2, bytes.endIndex)...])
            let gist = rest.bytes.drop { " :.–-,".utf8.contains($0) }.string
            // `**Git** is a …`: the sentence goes on, and is the gist as a whole.
            let goesOn =
                rest.bytes.first?.isBlank ?? false
                && rest.bytes.trimmed.first.map { $0.isLetter && !$0.isUpper } ?? false
            return (head, goesOn ? Inline.plain(bytes) : gist)
        }
        let plain = Inline.plain(bytes)
        if let cut = separator(plain.bytes), plain.bytes[..<cut.start].wordCount <= 8,
            plain.bytes[..<cut.start].wordCount >= 1, isClosed(plain.bytes[..<cut.start])
        {
            return (plain.bytes[..<cut.start].trimmed.string, plain.bytes[cut.end...].trimmed.string)
        }
        return ("", plain)
    }

    /// Every bracket that opens closes: a dash within a formula sets nothing apart.
    private static func isClosed(_ text: Bytes) -> Bool {
        text.count { "([{".utf8.contains($0) } == text.count { ")]}".utf8.contains($0) }
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

    /// A head without commas, semicolons and colons, which the bank's format keeps for itself.
    static func tidy(_ head: String) -> String {
        var bytes = Array(Label.undecorated(head.bytes).string.utf8)
        let signs = ByteSet.heads
        for index in bytes.indices where signs.contains(bytes[index]) { bytes[index] = .space }
        var text = Inline.plain(bytes[...])
        while let last = text.utf8.last, ".-–*_ !?(".utf8.contains(last) { text.removeLast() }
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

    /// Words that introduce what follows but are no point themselves: "Solution", "Step 3", "Advantages".
    static func isLabel(_ head: String) -> Bool {
        guard head.utf8.count <= maxLabel else { return false }
        let key = Fold.key(head)
        if labels.contains(key) { return true }
        // "Step 3", "Example 1", "1".
        let word = key.bytes.prefix { $0.isLetter }.string
        let rest = key.bytes.dropFirst(word.utf8.count)
        return rest.allSatisfy {
            $0.isDigit || $0.isBlank || $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: ".")
        }
            && (word.isEmpty || labels.contains(word))
    }

    /// The longest label with a few signs to spare: most heads are longer and need not be looked up.
    private static let maxLabel = 24

    private static let labels: Set<String> = [
        "solution", "solutions", "challenge", "challenges", "example", "examples", "answer", "answers",
        "note", "notes",
        "effect", "effects", "fix", "source", "sources", "key difference", "key differences", "difference",
        "differences",
        "for example", "for instance", "e.g", "tip", "tips", "result", "results", "output", "input", "usage",
        "definition",
        "explanation", "action", "situation", "task", "description", "reason", "reasons", "step", "steps",
        "why", "what",
        "how", "when", "where", "pros", "cons", "advantage", "advantages", "disadvantage", "disadvantages",
        "benefits",
        "benefit", "drawbacks", "use case", "use cases", "uses", "use", "purpose", "summary", "conclusion",
        "overview",
        "introduction", "important", "warning", "caution", "remark", "hint", "syntax", "code", "option",
        "options",
        "approach", "approaches", "method", "methods", "type", "types", "feature", "features", "key features",
        "characteristics", "properties", "key points", "key point", "points", "details", "more", "other",
        "others",
        "also", "first", "second", "third", "finally", "then", "next", "however", "in short", "in summary",
        "tl;dr",
        "tldr", "short answer", "long answer", "in general", "pro", "con", "yes", "no", "correct",
        "incorrect", "right",
        "wrong", "bad", "good", "question", "problem", "problems", "scenario", "goal", "rule", "rules",
        "formula",
        "where used", "when to use", "when to use it", "how it works", "good to know", "fun fact",
        "references", "reference",
        "related", "see also", "follow-up", "part", "case", "command", "commands", "key takeaways",
        "takeaway",
        "best practice", "best practices", "real-world example", "analogy", "intuition", "implementation",
        "complexity",
        "time complexity", "space complexity",
    ]
}
