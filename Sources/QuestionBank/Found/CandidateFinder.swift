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
        let label = Label(text)
        let number = marker?.number ?? label.number
        let shape: Candidate.Shape =
            label.kind == .question
            ? .labelledHeading : number != nil ? .numberedHeading(level) : .heading(level)
        let cleaned = QuestionText.clean(Inline.prompt(label.rest))
        candidates.append(
            Candidate(
                line: index, next: index + 1, shape: shape, label: label.kind, number: number, text: cleaned,
                level: level, asks: Asking.asks(cleaned)))
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
        if label.kind == .question {
            add(index, label, .labelled, marker.rest, from: label.rest)
        } else if page.lines[index].indent < 2 {
            add(index, label, marker.number == nil ? .bullet : .ordered, marker.rest, from: marker.rest)
        }
    }

    private mutating func paragraph(_ index: Int, _ body: Bytes) {
        var text = body
        while let first = text.first, first == UInt8(ascii: ">") || first.isBlank { text = text.dropFirst() }
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
        if let topic = TopicTitle.named(by: text) {
            candidates.append(
                Candidate(
                    line: index, next: index + 1, shape: .heading(6), label: .none, text: topic, level: 6,
                    asks: false))
            return
        }
        guard page.lines[index].indent < 3, let bold = BoldLine(text) else { return }
        let inner = Label(bold.inside)
        let isNumbered = inner.kind == .number || label.kind == .number
        guard bold.tail.isEmpty || isNumbered else { return }
        let whole =
            bold.tail.isEmpty
            ? Inline.prompt(inner.rest) : Inline.prompt(inner.rest) + " " + Inline.prompt(bold.tail)
        let cleaned = QuestionText.clean(whole)
        guard !cleaned.isEmpty, !cleaned.hasSuffix(":") || isNumbered else { return }
        var candidate = Candidate(
            line: index, next: index + 1, shape: isNumbered ? .boldNumber : .bold,
            label: inner.kind == .none ? label.kind : inner.kind, number: inner.number ?? label.number,
            text: cleaned, asks: Asking.asks(cleaned))
        candidate.hasTail = !bold.tail.isEmpty || inner.rest.isEmpty
        candidates.append(candidate)
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
        // Lines that continue the paragraph belong to the question of an unlabelled item.
        if shape == .bullet || shape == .ordered, !Self.isBold(text) {
            while next < page.lines.count, page.lines[next].kind == .text, page.lines[next].indent > 0,
                next - index < 12
            {
                next += 1
            }
            if next > index + 1 { whole = page.bytes[rest.startIndex..<Int(page.lines[next - 1].end)] }
        }
        let cleaned = QuestionText.clean(Inline.prompt(whole))
        candidates.append(
            Candidate(
                line: index, next: next, shape: shape, label: label.kind, number: label.number, text: cleaned,
                asks: Asking.asks(cleaned)))
    }
}

/// `**bold** tail`: a line that begins in bold.
struct BoldLine {
    var inside: Bytes
    /// What follows the bold, without decoration.
    var tail: Bytes

    init?(_ text: Bytes) {
        guard
            let open = text.dropping(prefix: "**") ?? text.dropping(prefix: "__")
                ?? text.dropping(prefix: "<b>")
        else { return nil }
        guard
            let close = open.firstIndex(of: "**") ?? open.firstIndex(of: "__") ?? open.firstIndex(of: "</b>"),
            close > open.startIndex
        else { return nil }
        inside = open[..<close]
        tail = open[close...].drop { ByteSet.emphasis.contains($0) }
        if let after = tail.dropping(prefix: "</b>") { tail = after }
        tail = Label.undecorated(tail.drop { ByteSet.emphasis.contains($0) })
        // Emoji of difficulty and the like are no tail.
        if tail.allSatisfy({ $0.isBlank || $0 >= 0x80 || "*_.:".utf8.contains($0) }), tail.count < 24 {
            tail = []
        }
    }
}
