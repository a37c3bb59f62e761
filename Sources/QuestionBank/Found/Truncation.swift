/// Tells whether an answer breaks off. The lack of a full stop alone says nothing (a fifth of all answers lack it); it
/// does where the answer's other lines have theirs, or where a complete sentence is followed by a fragment.
enum Truncation {
    static func isTruncated(_ entries: [AnswerLines.Entry]) -> Bool {
        let full = entries.filter { !$0.isEmpty }
        guard let last = full.last, last.kind == .text || last.kind == .listItem else { return false }
        let body = last.body
        guard body.wordCount > 3, !isClosed(body), !body.contains("http"), body.last?.isWord ?? false else {
            return hasOpenBracket(body)
        }
        if endsInFragment(body) { return true }
        // Its siblings: list items if it is one, else paragraphs.
        let siblings = full.dropLast().filter { $0.kind == last.kind && $0.body.wordCount > 3 }
        guard siblings.count >= 3 else { return false }
        let closed = siblings.count { isClosed($0.body) }
        return closed * 5 >= siblings.count * 4
    }

    private static func isClosed(_ body: Bytes) -> Bool {
        var rest = body
        while let last = rest.last,
            last == UInt8(ascii: "*") || last == UInt8(ascii: "_") || last == UInt8(ascii: "`")
                || last == UInt8(ascii: ")") || last == UInt8(ascii: "\"")
        {
            rest = rest.dropLast()
        }
        guard let last = rest.last else { return true }
        return ".!?:;".utf8.contains(last)
            || (last >= 0x80 && !rest.suffix(4).string.utf8.isEmpty && isClosing(rest))
    }

    private static func isClosing(_ body: Bytes) -> Bool {
        let text = body.suffix(8).string
        return text.hasSuffix("…") || text.hasSuffix("”") || text.hasSuffix("。") || text.hasSuffix("’")
    }

    /// "… and indexed. Slow database".
    private static func endsInFragment(_ body: Bytes) -> Bool {
        var index = body.endIndex - 1
        while index > body.startIndex {
            if body[index].isBlank, ByteSet.sentenceEnds.contains(body[index - 1]) {
                let fragment = body[(index + 1)...]
                // "e.g. Slow database" and "1. Slow" are no complete sentences before.
                let before = body[..<(index - 1)]
                guard (1...3).contains(fragment.wordCount), fragment.first?.isUpper ?? false,
                    before.wordCount >= 4, before.last?.isLetter ?? false
                else { return false }
                let word = before.reversed().prefix { $0.isLetter }.count
                return word >= 3
            }
            index -= 1
        }
        return false
    }

    /// An opened parenthesis in the last line that never closes.
    private static func hasOpenBracket(_ body: Bytes) -> Bool {
        guard body.wordCount > 3, let last = body.last, last.isWord || last == UInt8(ascii: ",") else {
            return false
        }
        var depth = 0
        for byte in body {
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
        }
        return depth > 0
    }
}
