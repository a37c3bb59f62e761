/// Markdown from a bank in a document of ours: as it is, but without HTML and within a quotation.
enum SafeMarkdown {
    static func quoted(_ markdown: String) -> [String] {
        var fence: Fence?
        let text = markdown.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let found = Fence(line)
            if let open = fence {
                if let found, found.closes(open) { fence = nil }
                return "> " + line
            }
            // One that is indented may belong to a list, and end with it.
            if let found, found.opens {
                fence = found
                return "> " + line
            }
            return line.isEmpty ? ">" : "> " + withoutTags(line)
        }
    }

    /// In one line.
    static func inline(_ markdown: String) -> String {
        withoutTags(markdown.split(whereSeparator: \.isWhitespace).joined(separator: " ")[...])
    }

    private struct Fence {
        let indent: Int
        let mark: Character
        let count: Int
        let info: Substring

        init?(_ line: Substring) {
            let rest = line.drop { $0 == " " }
            guard let mark = rest.first, mark == "`" || mark == "~" else { return nil }
            let run = rest.prefix { $0 == mark }
            guard run.count >= 3 else { return nil }
            (indent, self.mark, count) = (line.count - rest.count, mark, run.count)
            info = rest.dropFirst(run.count)
        }

        var opens: Bool { indent == 0 && (mark == "~" || !info.contains("`")) }

        func closes(_ open: Fence) -> Bool {
            mark == open.mark && count >= open.count && indent <= 3
                && info.allSatisfy { $0 == " " || $0 == "\t" }
        }
    }

    /// What could open a tag or a comment is text, in code as well: where code ends depends on the lines before.
    private static func withoutTags(_ line: Substring) -> String {
        var text = ""
        var rest = line
        while let character = rest.popFirst() {
            let opens = character == "<" && (rest.first.map { $0.isLetter || "/!?".contains($0) } ?? false)
            text += opens ? "&lt;" : String(character)
        }
        return text
    }
}
