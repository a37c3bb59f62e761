/// A document that asks first and answers at its end: "## Questions", 1 to 9, "## Answers", 1 to 9.
struct AnswerKey {
    /// The line of the title above the answers.
    let start: Int
    private let answers: [Int: Range<Int>]

    /// `nil` if the document has no such part: a title that says "Answers", then nothing but numbered items, as many
    /// as are numbered before it.
    init?(_ page: Page) {
        guard let title = page.lines.indices.last(where: { Self.isTitle(page, $0) }), title > 0 else {
            return nil
        }
        var starts: [(number: Int, line: Int)] = []
        for index in (title + 1)..<page.lines.count {
            switch page.lines[index].kind {
            case .heading: return nil
            case .blank, .dropped, .rule, .tableRow, .fenced: continue
            case .listItem, .text:
                guard page.lines[index].indent < 4, let number = Self.number(page.body(index)) else {
                    if starts.isEmpty { return nil }
                    continue
                }
                starts.append((number, index))
            }
        }
        let asked = page.lines.indices.prefix(title).count { index in
            page.lines[index].indent < 4 && page.lines[index].kind != .fenced
                && Self.number(page.body(index)) != nil
        }
        guard starts.count >= 2, starts.count <= asked else { return nil }
        var answers: [Int: Range<Int>] = [:]
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1].line : page.lines.count
            guard answers.updateValue(start.line..<end, forKey: start.number) == nil else { return nil }
        }
        start = title
        self.answers = answers
    }

    private static func isTitle(_ page: Page, _ index: Int) -> Bool {
        let body: Bytes
        switch page.lines[index].kind {
        case .heading: body = page.body(index).drop { $0 == UInt8(ascii: "#") }
        case .text where page.lines[index].indent == 0: body = page.body(index)
        default: return false
        }
        guard body.count < 60 else { return false }
        var title = Label.undecorated(body)
        if let after = title.dropping(prefix: "the ") { title = after }
        let isPlural =
            title.starts("answers") || title.starts("answer key") || title.starts("solutions")
            || title.first ?? 0 >= 0x80 || title.starts("lösungen") || title.starts("antworten")
            || title.starts("respuestas") || title.starts("réponses") || title.starts("respostas")
        guard isPlural, let rest = plural(title) else { return false }
        return rest.allSatisfy { !$0.isWord }
    }

    private static func plural(_ title: Bytes) -> Bytes? {
        title.dropping(prefix: "answers") ?? title.dropping(prefix: "solutions")
            ?? title.dropping(prefix: "antworten") ?? title.dropping(prefix: "respuestas")
            ?? title.dropping(prefix: "réponses") ?? title.dropping(prefix: "respostas")
            ?? title.dropping(prefix: "ответы") ?? title.dropping(prefix: "Ответы")
            ?? MarkWords.answer.after(title)
    }

    private static func number(_ body: Bytes) -> Int? {
        let label = Label(body)
        if let number = label.number, label.kind != .letterNumber { return number }
        // `A3.` among the answers is the third.
        guard body.first == UInt8(ascii: "A") else { return nil }
        return label.number
    }

    /// The page without its answers.
    func questions(_ page: Page) -> Page {
        var page = page
        page.lines.removeSubrange(start...)
        return page
    }

    /// Gives each question the answer of its number.
    func answer(_ found: [FoundQuestion], _ page: Page) -> [FoundQuestion] {
        found.map { question in
            guard let number = question.number, let range = answers[number] else { return question }
            var question = question
            // What stands below a question without an answer of its own are its options.
            if !question.answer.isEmpty {
                question.extra += (question.extra.isEmpty ? "" : "\n\n") + question.answer
                question.answer = ""
                question.keyPoints = []
            }
            question.flags.remove(.withoutAnswer)
            let first = page.body(range.lowerBound)
            var lines = AnswerLines(page, (range.lowerBound + 1)..<range.upperBound)
            lines.prepend(
                Label(ListMarker(first)?.number == nil ? (ListMarker(first)?.rest ?? first) : first).rest)
            lines.finish(into: &question, isIndented: false)
            if question.answer.isEmpty { question.flags.insert(.withoutAnswer) }
            return question
        }
    }
}
