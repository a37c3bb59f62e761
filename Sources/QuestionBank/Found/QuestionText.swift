/// Cleans a question's text.
enum QuestionText {
    /// Without decoration at its end: stars, emoji, a trailing source in brackets.
    static func clean(_ text: String) -> String {
        // Most questions end in a letter or a question mark, and nothing is to be done.
        guard let last = text.utf8.last, last >= 0x80 || decoration.contains(last) else { return text }
        var text = text
        while true {
            let before = text.utf8.count
            text = Symbol.trimmingEnd(text)
            for suffix in ["***", "**", "*", " #", "~~"] where text.hasSuffix(suffix) {
                text.removeLast(suffix.count)
            }
            // Three and more are a blank to fill in.
            if text.hasSuffix("__"), !text.hasSuffix("___") { text.removeLast(2) }
            if let bare = withoutShortcode(text) { text = bare }
            if let bare = withoutSource(text) { text = bare }
            text = text.bytes.trimmed.string
            if text.utf8.count == before { break }
        }
        return text
    }

    private static let decoration = ByteSet("*#~_:]) \t\n")

    /// `… [src]`, `… [[src](…)]` whose link is already gone.
    private static func withoutSource(_ text: String) -> String? {
        for suffix in ["[src]", "[source]", "[Source]", "[link]", "[ref]", "[]", "[[]]", "()"]
        where text.hasSuffix(suffix) {
            return String(text.dropLast(suffix.count))
        }
        return nil
    }

    private static func withoutShortcode(_ text: String) -> String? {
        guard text.hasSuffix(":"), let open = text.dropLast().lastIndex(of: ":") else { return nil }
        let name = text[text.index(after: open)...].dropLast()
        guard name.utf8.count >= 2,
            name.utf8.allSatisfy({ $0.isLetter || $0 == UInt8(ascii: "_") || $0.isDigit }),
            name.utf8.contains(where: { $0.isLetter })
        else { return nil }
        return String(text[..<open])
    }

    /// ` - Google, Netflix Interview Question` at the end of a title.
    static func withoutAsker(_ text: String) -> String {
        let bytes = text.bytes
        guard
            bytes.dropping(suffix: "interview question") ?? bytes.dropping(suffix: "interview questions")
                != nil
        else { return text }
        var index = bytes.endIndex - 1
        while index > bytes.startIndex + 1 {
            if bytes[index] == UInt8(ascii: "-"), bytes[index - 1].isBlank {
                return bytes[..<(index - 1)].trimmedEnd.string
            }
            index -= 1
        }
        return text
    }
}
