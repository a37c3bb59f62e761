/// The lines between a question and the next, on their way to become an answer.
struct AnswerLines {
    struct Entry {
        /// With its indentation.
        var text: Bytes
        var kind: Line.Kind

        var body: Bytes { text.trimmedStart }
        var isEmpty: Bool {
            switch kind {
            case .blank, .dropped, .rule: true
            default: text.trimmed.isEmpty
            }
        }
    }

    var entries: [Entry]

    init(_ page: Page, _ range: Range<Int>) {
        entries = range.map { Entry(text: page.whole($0), kind: page.lines[$0].kind) }
    }

    mutating func prepend(_ inline: Bytes) {
        let text = inline.trimmed
        guard !text.isEmpty, !Furniture.isLayout(text) else { return }
        entries.insert(Entry(text: text, kind: LineKind.of(text, indent: 0)), at: 0)
    }

    /// What stands before `</details>` on its line belongs to the answer.
    mutating func append(lastLineOf end: Int?, _ page: Page) {
        guard let end, end < page.lines.count, let tag = page.body(end).firstIndex(of: "</details") else {
            return
        }
        var text = page.bytes[Int(page.lines[end].start)..<tag].trimmedEnd
        while let open = text.lastIndex(of: UInt8(ascii: "<")), Furniture.isLayout(text[open...]) {
            text = text[..<open].trimmedEnd
        }
        guard !text.trimmed.isEmpty, !Furniture.isLayout(text.trimmed) else { return }
        entries.append(Entry(text: text.trimmedEnd, kind: .text))
    }

    /// Removes a line of difficulty and tags from the beginning and notes what it says.
    mutating func takeMeta(into question: inout FoundQuestion) {
        guard let index = entries.prefix(4).firstIndex(where: { !$0.isEmpty }) else { return }
        let plain = Inline.plain(entries[index].body)
        guard plain.bytes.starts("difficulty:") || plain.bytes.starts("tags:") || plain.bytes.starts("level:")
        else { return }
        for part in plain.split(whereSeparator: { $0 == "|" || $0 == "·" }) {
            guard let (key, value) = String(part).bytes.split(at: UInt8(ascii: ":")) else { continue }
            switch key.trimmed.string.lowercased() {
            case "difficulty", "level": question.difficulty = Difficulty(saying: value.string)
            case "tags", "topics":
                question.tags = value.string.split(separator: ",").map { String($0).bytes.trimmed.string }
            default: break
            }
        }
        entries.remove(at: index)
    }

    /// Lines right below the marker that continue the question's paragraph.
    mutating func takeContinuation(of text: String, _ page: Page) -> String {
        var text = text
        while let first = entries.first, first.kind == .text, !first.isEmpty, !Furniture.isLayout(first.body)
        {
            let more = QuestionText.clean(
                Inline.prompt(first.body.drop { $0 == UInt8(ascii: ">") || $0.isBlank }))
            if !more.isEmpty { text += " " + more }
            entries.removeFirst()
        }
        return text
    }

    /// Prose before the first code block, which states an exercise.
    mutating func takeUntilCode() -> String {
        guard let code = entries.firstIndex(where: { $0.kind == .fenced }) else { return "" }
        let before = AnswerLines(entries: Array(entries[..<code])).joined()
        entries.removeSubrange(..<code)
        return before
    }

    /// Options to tick (`- [ ]`, `- [x]`) without their ticks belong to the question as well, and with them the code or
    /// picture that stands before them.
    mutating func takeOptions() -> String {
        guard let first = entries.firstIndex(where: { Self.option($0) != nil }) else { return "" }
        let items = entries[first...].prefix { $0.kind == .listItem || $0.isEmpty }
        let options = items.compactMap(Self.option)
        guard options.count >= 2 else { return "" }
        let before = AnswerLines(entries: Array(entries[..<first])).joined()
        entries.removeSubrange(..<first)
        let list = options.map { "- " + $0.string }.joined(separator: "\n")
        return before.isEmpty ? list : before + "\n\n" + list
    }

    private static func option(_ entry: Entry) -> Bytes? {
        guard entry.kind == .listItem else { return nil }
        return ListMarker(entry.body).flatMap { MultipleChoice.ticked($0.rest)?.text }
    }

    /// What belongs to the question, in Markdown.
    func text(of shape: Candidate.Shape) -> String {
        AnswerLines(entries: unquoted()).joined()
    }

    private init(entries: [Entry]) { self.entries = entries }

    /// Cuts references, follow-ups and key points off the tail and judges what is left.
    mutating func finish(into question: inout FoundQuestion, isIndented: Bool) {
        dropOpening()
        entries = unquoted()
        if isIndented { dedent() }
        AnswerTail.cut(&entries, into: &question)
        let answer = joined()
        if Placeholder.isOne(answer) {
            question.answer = ""
        } else {
            question.answer = answer
            if Placeholder.isPartial(answer) { question.flags.insert(.partialAnswer) }
            if Truncation.isTruncated(entries) { question.flags.insert(.truncated) }
        }
    }

    /// Drops what only says that the answer begins: a heading "Answer", the `?` of a note program. The number of an
    /// option stays without the heading around it.
    private mutating func dropOpening() {
        while let first = entries.firstIndex(where: { !$0.isEmpty }) {
            let body = entries[first].body
            if body.count <= 2, body.allSatisfy({ $0 == UInt8(ascii: "?") }) {
                entries.removeSubrange(...first)
                continue
            }
            guard case .heading = entries[first].kind else { return }
            let title = Label.undecorated(body.drop { $0 == UInt8(ascii: "#") })
            guard let after = MarkWords.answer.after(title) else { return }
            let rest = after.drop { !$0.isWord }.trimmed
            guard rest.isEmpty || rest.number != nil else { return }
            entries.removeSubrange(...first)
            if !rest.isEmpty { prepend(rest) }
            return
        }
    }

    private func unquoted() -> [Entry] {
        let full = entries.filter { !$0.isEmpty }
        guard !full.isEmpty, full.dropFirst().allSatisfy({ $0.body.first == UInt8(ascii: ">") }),
            full.count > 1
                || full[0].body.first == UInt8(ascii: ">")
        else { return entries }
        return entries.map { entry in
            guard entry.body.first == UInt8(ascii: ">") else { return entry }
            let text = entry.body.dropFirst()
            return Entry(text: text.first == .space ? text.dropFirst() : text, kind: entry.kind)
        }
    }

    private mutating func dedent() {
        let margin =
            entries.filter { !$0.isEmpty || $0.kind == .fenced }.map {
                $0.text.count - $0.text.trimmedStart.count
            }
            .min() ?? 0
        guard margin > 0 else { return }
        for index in entries.indices where entries[index].text.count >= margin {
            entries[index].text = entries[index].text.dropFirst(margin)
        }
    }

    private func joined() -> String {
        guard let first = entries.firstIndex(where: { !$0.isEmpty }),
            let last = entries.lastIndex(where: { !$0.isEmpty && !Self.isClosing($0) })
        else { return "" }
        guard first <= last else { return "" }
        // An answer of which every line is indented alike is prose, not code.
        let margin = entries[first].text.count - entries[first].body.count
        var text: [UInt8] = []
        var blanks = 0
        for entry in entries[first...last] {
            if entry.kind == .dropped || entry.text.trimmed.isEmpty {
                blanks += 1
                continue
            }
            if !text.isEmpty { text.append(contentsOf: repeatElement(.newline, count: blanks > 0 ? 2 : 1)) }
            blanks = 0
            let indent = entry.text.count - entry.body.count
            text.append(contentsOf: entry.text.dropFirst(margin > 1 ? min(margin, indent) : 0))
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Closing tags, and navigation that an unclosed fence has swallowed.
    private static func isClosing(_ entry: Entry) -> Bool {
        (entry.body.starts("</") && Furniture.isLayout(entry.body))
            || (entry.kind == .fenced && Furniture.isNavigation(entry.body))
    }
}
