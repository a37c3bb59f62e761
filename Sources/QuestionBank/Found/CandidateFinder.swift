/// Finds every line that may be a question's, by every shape at once; which shape is the document's own is decided
/// afterwards, over the whole file.
struct CandidateFinder {
    private let page: Page
    private var candidates: [Candidate] = []

    static func scan(_ page: Page, _ details: [DetailsBlock]) -> [Candidate] {
        var finder = CandidateFinder(page: page)
        for block in details where !block.isAnswer && !block.isContents { finder.add(block) }
        let taken = Set(details.flatMap { Array($0.start...$0.summaryEnd) })
        for index in page.lines.indices where !taken.contains(index) { finder.read(index) }
        finder.readSigns()
        return finder.candidates.sorted { $0.line < $1.line }
    }

    private init(page: Page) { self.page = page }

    private mutating func readSigns() {
        for index in candidates.indices {
            let line = candidates[index].line
            let body = page.body(line)
            guard body.count < 2000, body.contains(where: { $0 >= 0xE2 }) else { continue }
            candidates[index].difficulty = Difficulty(signs: body.string)
        }
    }

    private mutating func add(_ block: DetailsBlock) {
        let (first, rest) = block.summary.splitAtFirstLine
        let label = Label(first.bytes)
        let text = QuestionText.clean(label.kind == .letterNumber ? first : label.rest.string)
        guard !text.isEmpty else { return }
        candidates.append(
            Candidate(
                line: block.start, next: block.summaryEnd + 1, shape: .summary, label: label.kind,
                number: label.number, text: text, extra: rest, asks: Asking.asks(text), blockEnd: block.end))
    }

    private mutating func read(_ index: Int) {
        let body = page.body(index)
        switch page.lines[index].kind {
        case .blank, .fenced, .dropped, .rule, .tableRow: return
        case .heading(let level): heading(index, body, level)
        case .text where page.lines[index].indent >= 4: return
        case .listItem: item(index, body)
        case .text: paragraph(index, body)
        }
    }

    private mutating func heading(_ index: Int, _ body: Bytes, _ level: Int) {
        let marker = ListMarker(body)
        var text = (marker?.rest ?? body).drop { $0 == UInt8(ascii: "#") }.trimmed
        text = Self.withoutClosing(text)
        // "### What is it?It is …": somebody forgot to begin a new line.
        var inline: Bytes = []
        if let cut = Self.glued(text) {
            inline = text[cut...]
            text = text[..<cut]
        }
        let label = Label(text)
        let number = marker?.number ?? label.number
        let shape: Candidate.Shape =
            label.kind == .question
            ? .labelledHeading : number != nil ? .numberedHeading(level) : .heading(level)
        let cleaned = QuestionText.clean(Inline.prompt(label.rest))
        candidates.append(
            Candidate(
                line: index, next: index + 1, shape: shape, label: label.kind, number: number, text: cleaned,
                level: level, asks: Asking.asks(cleaned), inline: inline))
    }

    private static func glued(_ text: Bytes) -> Int? {
        var index = text.startIndex
        while index + 2 < text.endIndex {
            if text[index] == UInt8(ascii: "?"), text[index + 1].isUpper, text[index + 2].isLetter,
                text[(index + 1)...].wordCount >= 2
            {
                return index + 1
            }
            index += 1
        }
        return nil
    }

    /// Without the `#` that close a heading: after a blank, or several; "C#" stays.
    private static func withoutClosing(_ text: Bytes) -> Bytes {
        let signs = text.reversed().prefix { $0 == UInt8(ascii: "#") }.count
        let rest = text.dropLast(signs)
        return signs >= 2 || rest.last?.isBlank ?? true ? rest.trimmedEnd : text
    }

    private mutating func item(_ index: Int, _ body: Bytes) {
        guard page.lines[index].indent < 4, let marker = ListMarker(body) else { return }
        let label = Label(marker.rest)
        defer {
            if let last = candidates.indices.last, candidates[last].line == index {
                candidates[last].position = marker.number
            }
        }
        if label.kind == .question {
            add(index, label, .labelled, marker.rest, from: label.rest)
        } else if label.kind == .none, page.lines[index].indent < 2, let letter = Self.lettered(marker.rest) {
            add(index, label, .lettered, letter, from: letter)
        } else if page.lines[index].indent < 2 {
            add(index, label, marker.number == nil ? .bullet : .ordered, marker.rest, from: marker.rest)
        }
    }

    private mutating func paragraph(_ index: Int, _ body: Bytes) {
        var text = body
        while let first = text.first, first == UInt8(ascii: ">") || first.isBlank { text = text.dropFirst() }
        if let title = Self.callout(text) {
            add(index, Label([]), .labelled, title, from: title)
            candidates[candidates.count - 1].label = .question
            return
        }
        // `#Question 3: …` in the comments of a program.
        if text.first == UInt8(ascii: "#") { text = text.drop { $0 == UInt8(ascii: "#") } }
        if text.starts(with: [0x7E, 0x7E]) {
            struck(index, text.drop { $0 == 0x7E })
            return
        }
        let label = Label(text)
        if label.kind == .question {
            add(index, label, .labelled, text, from: label.rest)
            return
        }
        if page.lines[index].indent < 2, let rest = Self.lettered(text) {
            add(index, label, .lettered, rest, from: rest)
            return
        }
        if let topic = TopicTitle.named(by: text) ?? TopicTitle.roman(text) {
            candidates.append(
                Candidate(
                    line: index, next: index + 1, shape: .heading(6), label: .none, text: topic, level: 6,
                    asks: false))
            return
        }
        guard page.lines[index].indent < 3, let bold = BoldLine(text) else {
            question(index, text)
            return
        }
        let inner = Label(bold.inside)
        let isNumbered = inner.kind == .number || label.kind == .number
        let answer = Self.answerBehind(bold)
        guard bold.tail.isEmpty || isNumbered || !answer.isEmpty else { return }
        let whole =
            bold.tail.isEmpty || !answer.isEmpty
            ? Inline.prompt(inner.rest) : Inline.prompt(inner.rest) + " " + Inline.prompt(bold.tail)
        let cleaned = QuestionText.clean(whole)
        guard !cleaned.isEmpty, !cleaned.hasSuffix(":") || isNumbered else { return }
        var candidate = Candidate(
            line: index, next: index + 1, shape: isNumbered ? .boldNumber : .bold,
            label: inner.kind == .none ? label.kind : inner.kind, number: inner.number ?? label.number,
            text: cleaned, asks: Asking.asks(cleaned))
        candidate.hasTail = (!bold.tail.isEmpty && answer.isEmpty) || inner.rest.isEmpty
        candidate.inline = answer
        candidates.append(candidate)
    }

    /// `[!question]- What is it?` in a quotation: a foldable block of a note program.
    private static func callout(_ text: Bytes) -> Bytes? {
        guard let after = text.dropping(prefix: "[!"),
            let close = after.prefix(30).firstIndex(of: UInt8(ascii: "]"))
        else { return nil }
        let title = after[(close + 1)...].drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }.trimmed
        let isQuestion = after.starts("question") || after.starts("faq") || after.starts("help")
        return !title.isEmpty && (isQuestion || Asking.asks(title.string)) ? title : nil
    }

    /// `B. What ends it?`: an outline's item that asks, as options of a question do not.
    private static func lettered(_ text: Bytes) -> Bytes? {
        guard let letter = text.first, letter.isUpper, let mark = text.dropFirst().first,
            mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"), text.dropFirst(2).first?.isBlank ?? false,
            text.trimmedEnd.last == UInt8(ascii: "?")
        else { return nil }
        return text.dropFirst(2).trimmed
    }

    /// A paragraph of one line that asks.
    private mutating func question(_ index: Int, _ text: Bytes) {
        guard page.lines[index].indent == 0, text.startIndex == page.body(index).startIndex, text.count < 400,
            text.last == UInt8(ascii: "?") || text.suffix(3).elementsEqual([0xEF, 0xBC, 0x9F])
        else { return }
        if index > 0 {
            switch page.lines[index - 1].kind {
            case .blank, .heading, .rule, .dropped: break
            case .text, .listItem, .tableRow, .fenced: return
            }
        }
        let cleaned = QuestionText.clean(Inline.prompt(text))
        guard cleaned.bytes.wordCount >= 2 else { return }
        candidates.append(
            Candidate(
                line: index, next: index + 1, shape: .paragraph, label: .none, text: cleaned, asks: true))
    }

    private mutating func struck(_ index: Int, _ text: Bytes) {
        let isHeading = text.first == UInt8(ascii: "#")
        let level = text.prefix { $0 == UInt8(ascii: "#") }.count
        let label = Label(text.drop { $0 == UInt8(ascii: "#") })
        guard isHeading || label.kind != .none else { return }
        candidates.append(
            Candidate(
                line: index, next: index + 1, shape: isHeading ? .heading(level) : .labelled,
                label: label.kind,
                number: label.number, text: "", level: isHeading ? level : 7, asks: false, isStruck: true))
    }

    /// `**What is it?**`: the question is whole, what follows answers it.
    private static func isBold(_ text: Bytes) -> Bool {
        BoldLine(text).map { $0.tail.isEmpty && Asking.asks($0.inside.string) } ?? false
    }

    private mutating func add(
        _ index: Int, _ label: Label, _ shape: Candidate.Shape, _ text: Bytes, from rest: Bytes
    ) {
        var next = index + 1
        var whole = rest
        var inline: Bytes = []
        var halves: (question: String, answer: Bytes)?
        let isItem = shape == .bullet || shape == .ordered || shape == .lettered
        if isItem, let bold = BoldLine(text), !Self.answerBehind(bold).isEmpty {
            whole = bold.inside
            inline = Self.answerBehind(bold)
        } else {
            // Lines that continue the paragraph belong to the question of an unlabelled item, up to where it asks.
            if isItem, !Self.isBold(text) {
                while next < page.lines.count, page.lines[next].kind == .text, page.lines[next].indent > 0,
                    next - index < 12, !Self.hasAsked(whole, page, next)
                {
                    next += 1
                }
                if next > index + 1 { whole = page.bytes[rest.startIndex..<Int(page.lines[next - 1].end)] }
            }
            halves = Asking.halves(whole).map { (QuestionText.clean(Inline.prompt($0.question)), $0.answer) }
        }
        let cleaned = QuestionText.clean(Inline.prompt(whole))
        candidates.append(
            Candidate(
                line: index, next: next, shape: shape, label: label.kind, number: label.number, text: cleaned,
                asks: Asking.asks(cleaned) || shape == .ordered && isChoice(next), inline: inline,
                halves: halves))
    }

    /// Whether at least two options follow here, and the mark of an answer: `Lists are immutable.`, true or false.
    private func isChoice(_ start: Int) -> Bool {
        var options = 0
        for index in start..<min(start + 12, page.lines.count) where page.lines[index].kind != .blank {
            let text = AnswerMarker.stripped(page.body(index)).1
            if options > 1, MarkWords.answer.after(text) != nil { return true }
            let isLabelled = text.dropFirst().first.map { ").".utf8.contains($0) } == true
            guard page.lines[index].kind == .listItem || isLabelled, text.wordCount < 12 else { return false }
            options += 1
        }
        return false
    }

    /// Whether the question is whole in the line before this one.
    private static func hasAsked(_ first: Bytes, _ page: Page, _ next: Int) -> Bool {
        let line = next > 0 ? page.body(next - 1) : first
        var rest = line
        while let last = rest.last, "*_)\"".utf8.contains(last) { rest = rest.dropLast() }
        return rest.last == UInt8(ascii: "?") || rest.suffix(3).elementsEqual([0xEF, 0xBC, 0x9F])
    }

    /// `**What is it?** That.`: the answer behind a question in bold.
    private static func answerBehind(_ bold: BoldLine) -> Bytes {
        let inside = bold.inside.trimmed
        guard inside.last == UInt8(ascii: "?") || inside.suffix(3).elementsEqual([0xEF, 0xBC, 0x9F]),
            !bold.tail.isEmpty
        else { return [] }
        let answer = Asking.withoutDash(bold.tail)
        guard let first = answer.first, first != UInt8(ascii: "("), first != UInt8(ascii: "["),
            answer.wordCount >= 1, !Asking.asksFurther(answer.string)
        else { return [] }
        return answer
    }
}
