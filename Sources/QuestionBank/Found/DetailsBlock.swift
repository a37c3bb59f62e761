/// `<details><summary>…</summary> … </details>`: a foldable block.
struct DetailsBlock {
    /// The line of `<details`.
    var start: Int
    /// The summary's text, of several lines or one.
    var summary: String
    /// The line that holds `</summary>`, and what follows on it.
    var summaryEnd: Int
    var tail: Bytes
    /// The line of `</details>`, or the document's end.
    var end: Int

    static func scan(_ page: Page) -> [DetailsBlock] {
        var blocks: [DetailsBlock] = []
        var open: [Int] = []
        for index in page.lines.indices where page.lines[index].kind != .fenced {
            let body = page.body(index)
            guard body.contains(UInt8(ascii: "<")) else { continue }
            guard body.contains("<details") || body.contains("</details") || body.contains("<summary") else {
                continue
            }
            if body.contains("<details") {
                blocks.append(
                    DetailsBlock(start: index, summary: "", summaryEnd: -1, tail: [], end: page.lines.count))
                open.append(blocks.count - 1)
            }
            if body.contains("<summary") {
                if let last = open.last, blocks[last].summaryEnd < 0 {
                    read(page, index, into: &blocks[last])
                }
            }
            if body.contains("</details"), let last = open.popLast() { blocks[last].end = index }
        }
        return blocks.filter { $0.summaryEnd >= 0 }
    }

    private static func read(_ page: Page, _ first: Int, into block: inout DetailsBlock) {
        guard let open = page.body(first).firstIndex(of: "<summary"),
            let close = page.bytes[open...].prefix(200).firstIndex(of: UInt8(ascii: ">"))
        else { return }
        for index in first..<min(first + 60, page.lines.count) {
            let body = page.body(index)
            let from = index == first ? close + 1 : body.startIndex
            guard from <= body.endIndex, let end = body[from...].firstIndex(of: "</summary") else { continue }
            let raw = page.bytes[(close + 1)..<end]
            block.summary = index == first ? Inline.prompt(raw) : multiline(raw)
            block.summaryEnd = index
            let after = body[end...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? body.endIndex
            block.tail = body[after...].trimmed
            return
        }
    }

    /// A summary of several lines keeps them: they may be a list or code.
    private static func multiline(_ raw: Bytes) -> String {
        var fence = FenceState()
        return raw.split(separator: .newline, omittingEmptySubsequences: false)
            .map { line in
                if fence.read(line.trimmedStart) { return line.trimmedEnd.string }
                let indent = line.prefix { $0.isBlank }.string
                let text = Inline.prompt(line)
                return text.isEmpty ? "" : ListMarker(line.trimmed) == nil ? text : indent + text
            }
            .joined(separator: "\n").trimmingBlankLines
    }

    /// "View answer", "Answer", "Click to see the solution".
    var isAnswer: Bool {
        let text = summary.bytes
        guard text.count <= 40 else { return false }
        return text.contains("answer") || text.contains("solution")
            || Self.answers.contains { text.contains($0) }
    }

    private static let answers: [StaticString] = [
        "antwort", "respuesta", "réponse", "resposta", "risposta", "ответ", "答案", "回答", "解答", "정답", "답변",
    ]

    /// "View contents", "Table of contents".
    var isContents: Bool {
        let text = summary.bytes
        return text.contains("contents") || text.contains("translation")
    }
}

extension String {
    /// Without blank lines before and after.
    var trimmingBlankLines: String {
        let bytes = self.bytes
        var start = bytes.startIndex
        var index = start
        while index < bytes.endIndex, bytes[index].isBlank || bytes[index] == .newline {
            if bytes[index] == .newline { start = index + 1 }
            index += 1
        }
        return index == bytes.endIndex ? "" : bytes[start...].trimmedEnd.string
    }
}
