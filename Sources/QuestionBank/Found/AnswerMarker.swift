/// A line that says "here begins the answer".
struct AnswerMarker {
    enum Kind { case word, letter, details, admonition, heading }

    var line: Int
    var kind: Kind
    /// The answer's first words, where they stand on the same line.
    var inline: Bytes
    /// The first line of the answer after the marker's own.
    var next: Int
    /// Where the answer's block ends, for a block.
    var end: Int?

    static func scan(_ page: Page, _ details: [DetailsBlock]) -> [AnswerMarker] {
        var markers: [AnswerMarker] = []
        var isTaken: Set<Int> = []
        for block in details where block.isAnswer {
            isTaken.formUnion(block.start...block.summaryEnd)
            markers.append(
                AnswerMarker(
                    line: block.start, kind: .details, inline: block.tail, next: block.summaryEnd + 1,
                    end: block.end)
            )
        }
        for index in page.lines.indices where !isTaken.contains(index) {
            guard page.lines[index].kind != .fenced, page.lines[index].kind != .dropped,
                let marker = read(page, index)
            else { continue }
            markers.append(marker)
        }
        return markers.filter { !isOfProblem($0, page) }.sorted { $0.line < $1.line }
    }

    /// "#### Solution" below "#### Challenge": both are part of an answer.
    private static func isOfProblem(_ marker: AnswerMarker, _ page: Page) -> Bool {
        guard case .heading(let level) = page.lines[marker.line].kind,
            stripped(page.body(marker.line)).1.starts("solution"),
            let before = page.lines[..<marker.line].lastIndex(where: {
                if case .heading = $0.kind { true } else { false }
            }), page.lines[before].kind == .heading(level)
        else { return false }
        let title = stripped(page.body(before)).1
        return ["challenge", "problem", "issue", "pitfall", "symptom"].contains { title.starts($0) }
    }

    private static func read(_ page: Page, _ index: Int) -> AnswerMarker? {
        let body = page.body(index)
        guard let first = body.first, page.lines[index].indent < 8 else { return nil }
        if first == UInt8(ascii: "?") || first == UInt8(ascii: "!"), let inline = admonition(body) {
            return AnswerMarker(
                line: index, kind: .admonition, inline: inline, next: index + 1,
                end: endOfIndented(page, index))
        }
        let (kind, text) = stripped(body)
        if let rest = afterWord(text).map(balanced) {
            return AnswerMarker(line: index, kind: kind, inline: rest, next: index + 1, end: nil)
        }
        if kind == .word, let (rest, mark) = afterLetter(text), !beginsOptions(page, index, mark: mark) {
            return AnswerMarker(line: index, kind: .letter, inline: rest, next: index + 1, end: nil)
        }
        return nil
    }

    /// Without quote marks, list markers, `#` and opening emphasis.
    static func stripped(_ body: Bytes) -> (Kind, Bytes) {
        var rest = body
        var kind = Kind.word
        while let first = rest.first {
            if first == UInt8(ascii: ">") || first.isBlank {
                rest = rest.dropFirst()
            } else if first == UInt8(ascii: "#") {
                kind = .heading
                rest = rest.dropFirst()
            } else if let marker = ListMarker(rest), !marker.rest.isEmpty {
                rest = marker.rest
            } else {
                break
            }
        }
        return (kind, Label.undecorated(rest))
    }

    /// What follows "Answer:" and its kin; the word must end the line or be followed by a mark.
    private static func afterWord(_ text: Bytes) -> Bytes? {
        guard let after = MarkWords.answer.after(text) else { return nil }
        if let next = after.first, next.isLetter || next.isDigit { return nil }
        var rest = Label.withoutLanguage(after.trimmedStart) ?? after
        // `Answer 3:`
        let spaced = rest.trimmedStart.drop { $0 == UInt8(ascii: "#") }
        let digits = spaced.digitsPrefix
        if !digits.isEmpty, !text.starts("solution"), let mark = spaced.dropFirst(digits.count).first,
            ":.)".utf8.contains(mark)
        {
            rest = spaced.dropFirst(digits.count)
        }
        var hasMark = false
        while let next = rest.first {
            if next.isBlank || next == UInt8(ascii: "*") || next == UInt8(ascii: "_")
                || next == UInt8(ascii: "#")
            {
                rest = rest.dropFirst()
            } else if let colon = rest.droppingColon() {
                hasMark = true
                rest = colon
            } else if next == UInt8(ascii: "-") || next == UInt8(ascii: ".") || next == UInt8(ascii: ")") {
                hasMark = true
                rest = rest.dropFirst()
            } else if rest.starts(with: [0xE2, 0x80, 0x93]) || rest.starts(with: [0xE2, 0x80, 0x94]) {
                hasMark = true
                rest = rest.dropFirst(3)
            } else if let after = rest.dropping(prefix: "</b>") ?? rest.dropping(prefix: "</strong>") {
                rest = after
            } else {
                break
            }
        }
        if hasMark || (rest.isEmpty && !text.starts("candidate") && !text.starts("reply")) { return rest }
        // `**Answer** The …`: bold alone is a mark too.
        let bold = after.prefix { $0 == UInt8(ascii: "*") || $0.isBlank }
        return bold.count { $0 == UInt8(ascii: "*") } >= 2 ? rest : nil
    }

    /// `**Answer: B) two**`: the stars that open before the marker close behind the text.
    private static func balanced(_ inline: Bytes) -> Bytes {
        let text = inline.trimmedEnd
        guard text.suffix(2).elementsEqual([0x2A, 0x2A]) else { return inline }
        var pairs = 0
        var rest = text
        while let open = rest.firstIndex(of: "**") {
            pairs += 1
            rest = rest[(open + 2)...]
        }
        return pairs % 2 == 1 ? text.dropLast(2) : inline
    }

    private static func afterLetter(_ text: Bytes) -> (Bytes, UInt8)? {
        guard text.first == UInt8(ascii: "A") else { return nil }
        // `A3)`, `A3:` answer `Q3`; `A3.` rather numbers a question.
        let digits = text.dropFirst().digitsPrefix
        let after = text.dropFirst(1 + digits.count).drop { $0 == UInt8(ascii: "*") }
        if !digits.isEmpty, after.first == UInt8(ascii: ".") { return nil }
        guard let mark = after.first, ByteSet.marks.contains(mark) else { return nil }
        var rest = after.dropFirst()
        if let next = rest.first, !next.isBlank, next != UInt8(ascii: "*") { return nil }
        rest = rest.drop { $0 == UInt8(ascii: "*") || $0.isBlank }
        // "A. What makes an offer?" is the first of an outline's questions.
        if mark != UInt8(ascii: ":"), digits.isEmpty, rest.trimmedEnd.last == UInt8(ascii: "?") { return nil }
        return (rest, mark)
    }

    /// `A) … B) …` are options, not an answer.
    private static func beginsOptions(_ page: Page, _ index: Int, mark: UInt8) -> Bool {
        for line in (index + 1)..<min(index + 8, max(page.lines.count, index + 1)) {
            let (_, text) = stripped(page.body(line))
            if text.first == UInt8(ascii: "B"), text.dropFirst().first == mark { return true }
        }
        return false
    }

    private static func admonition(_ body: Bytes) -> Bytes? {
        guard
            let after = body.dropping(prefix: "??? ") ?? body.dropping(prefix: "???+ ")
                ?? body.dropping(prefix: "!!! ")
        else { return nil }
        return after.contains("answer") || after.contains("solution") || after.starts("success")
            ? after[..<after.startIndex] : nil
    }

    private static func endOfIndented(_ page: Page, _ index: Int) -> Int {
        let margin = page.lines[index].indent
        for line in (index + 1)..<max(page.lines.count, index + 1)
        where page.lines[line].end > page.lines[line].body && page.lines[line].indent <= margin {
            return line
        }
        return page.lines.count
    }
}
