/// Stand-ins for an answer.
enum Placeholder {
    /// Whether the text is no answer: nothing, "To be completed", "Read answer on …", a bare link.
    static func isOne(_ answer: String) -> Bool {
        guard answer.utf8.count < 400 else { return false }
        if isEmptyCode(answer) { return true }
        if answer.bytes.contains("![") { return false }
        if AnswerTail.isLinkedAnswer(answer.bytes.trimmed) { return false }
        let plain = Fold.key(Inline.plain(answer.bytes))
        let bare = plain.bytes.drop { !$0.isWord }
        var end = bare
        while let last = end.last, !last.isWord { end = end.dropLast() }
        let key = end.string
        if key.isEmpty {
            return !answer.utf8.contains(where: { $0 >= 0x80 || $0.isDigit }) && !answer.bytes.contains("```")
        }
        if texts.contains(key) { return true }
        if beginnings.contains(where: { key.hasPrefix($0) }), key.utf8.count < 160 { return true }
        return isLinkOnly(answer)
    }

    /// "The rest of the answer is [here](…)".
    static func isPartial(_ answer: String) -> Bool {
        if AnswerTail.isLinkedAnswer(answer.bytes.trimmed), !answer.bytes.contains(.newline) { return true }
        let tail = Array(answer.utf8.suffix(300))[...]
        return tail.contains("rest of the answer") || tail.contains("full answer is ")
            || tail.contains("read more on ")
    }

    /// A code block around nothing.
    private static func isEmptyCode(_ answer: String) -> Bool {
        guard answer.hasPrefix("```") else { return false }
        return answer.bytes.split(separator: .newline).allSatisfy { line in
            FenceState.opens(line.trimmed)
        }
    }

    private static func isLinkOnly(_ answer: String) -> Bool {
        let bytes = answer.bytes.trimmed
        guard !bytes.contains(.newline) else { return false }
        if bytes.starts("http"), !bytes.contains(.space) { return true }
        guard bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: ")"),
            let close = bytes.firstIndex(of: "](")
        else { return false }
        let text = Fold.key(bytes[(bytes.startIndex + 1)..<close].string)
        return !bytes[(close + 2)...].contains(.space)
            && (text.contains("answer") || text.contains("solution"))
    }

    private static let texts: Set<String> = [
        "answer here", "to be completed", "to be filled", "to be added", "to be done", "todo", "tbd", "tba",
        "wip",
        "coming soon", "answer", "n/a", "none", "your answer here", "answer goes here", "add answer",
        "placeholder",
        "work in progress", "no answer", "no answer yet", "not answered yet", "fill in", "...", "…",
    ]
    private static let beginnings = [
        "read answer on", "read the answer on", "see the answer on", "answer coming", "to be filled",
        "to be completed",
        "answer to be", "todo:", "tbd:", "unlock", "read full answer",
    ]
}
