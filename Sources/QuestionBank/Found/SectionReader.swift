/// Takes apart one question's part of the document: question, what belongs to it, answer.
struct SectionReader {
    let page: Page
    let candidate: Candidate
    /// The line after the section.
    let end: Int
    /// The document states exercises and answers them with code: prose before the code belongs to the question.
    let isExercise: Bool
    /// The document marks its answers.
    var isExplicit = false

    /// Whether numbered bold titles are followed by code rather than prose.
    static func areExercises(_ questions: [Candidate], _ page: Page) -> Bool {
        let bold = questions.filter { $0.shape == .boldNumber && $0.hasTail }
        guard bold.count >= 2, bold.count * 2 > questions.count else { return false }
        let withCode = bold.count { question in
            let limit = min(question.next + 12, page.lines.count)
            return (question.next..<max(limit, question.next)).contains { page.lines[$0].kind == .fenced }
        }
        return withCode * 2 >= bold.count
    }

    func accepts(_ marker: AnswerMarker) -> Bool {
        switch marker.kind {
        case .details, .admonition: return true
        case .letter:
            return candidate.label == .question || candidate.label == .letterNumber
                || (candidate.asks && marker.line - candidate.line <= 3)
        case .word, .heading:
            let isDirect = (candidate.next..<max(marker.line, candidate.next)).allSatisfy { isEmptyLine($0) }
            if isDirect { return true }
            // "Solution:" further down is part of an answer; so is a nested "Answer".
            let isSolution = AnswerMarker.stripped(page.body(marker.line)).1.starts("solution")
            let isNested = page.lines[marker.line].kind == .listItem && !candidate.shape.isLine
            return (isExplicit || marker.kind == .heading) && !isSolution && !isNested
        }
    }

    func read(_ marker: AnswerMarker?) -> FoundQuestion? {
        let bodyEnd = marker?.line ?? end
        var first = candidate.next
        var text = candidate.text
        var story = first..<first
        if text.isEmpty || isOnlyName {
            guard let (title, next) = titleBelow(bodyEnd) else {
                if text.isEmpty { return nil }
                return assemble(text, first, marker, bodyEnd)
            }
            text = title
            first = next
            if marker == nil, let heading = headingBelow(next) {
                story = next..<heading
                first = heading
            }
        }
        var question = assemble(text, first, marker, bodyEnd)
        let more = AnswerLines(page, story).text(of: candidate.shape)
        if !more.isEmpty { question?.extra = more }
        return question
    }

    /// Below a heading that says no more than "Question" the question goes on to the next heading.
    private func headingBelow(_ first: Int) -> Int? {
        guard candidate.text.isEmpty, page.lines[first - 1].kind == .text else { return nil }
        return (first..<max(end, first)).first {
            if case .heading = page.lines[$0].kind { true } else { false }
        }
    }

    /// "Question 31 - Abstract Classes": the question is the heading below.
    private var isOnlyName: Bool {
        guard candidate.shape == .labelledHeading, candidate.number != nil, !candidate.asks else {
            return false
        }
        guard let next = (candidate.next..<max(end, candidate.next)).first(where: { !isEmptyLine($0) }) else {
            return false
        }
        guard case .heading(let level) = page.lines[next].kind else { return false }
        let title = page.body(next).drop { $0 == UInt8(ascii: "#") }
        return level > candidate.level && Asking.asks(Inline.plain(title.trimmed))
    }

    private func assemble(_ text: String, _ first: Int, _ marker: AnswerMarker?, _ bodyEnd: Int)
        -> FoundQuestion?
    {
        var question = FoundQuestion(line: candidate.line + 1, text: text)
        question.number = candidate.number ?? candidate.position
        question.difficulty = candidate.difficulty
        var body = AnswerLines(page, first..<max(bodyEnd, first))
        body.takeMeta(into: &question)
        if !candidate.inline.isEmpty {
            if marker == nil {
                body.prepend(candidate.inline)
            } else {
                question.text += " " + Inline.prompt(candidate.inline)
            }
        }
        if let marker {
            if candidate.level == 7 { question.text = body.takeContinuation(of: question.text, page) }
            question.extra = body.text(of: candidate.shape)
            var answer = AnswerLines(page, marker.next..<max(marker.end ?? end, marker.next))
            answer.prepend(marker.inline)
            answer.append(lastLineOf: marker.end, page)
            answer.finish(into: &question, isIndented: marker.kind == .admonition)
        } else {
            question.extra = isExercise ? body.takeUntilCode() : body.takeOptions()
            body.append(lastLineOf: candidate.blockEnd, page)
            body.finish(into: &question, isIndented: false)
        }
        if !candidate.extra.isEmpty {
            question.extra = candidate.extra + (question.extra.isEmpty ? "" : "\n\n" + question.extra)
        }
        return question
    }

    private func titleBelow(_ bodyEnd: Int) -> (String, Int)? {
        guard let line = (candidate.next..<max(bodyEnd, candidate.next)).first(where: { !isEmptyLine($0) })
        else { return nil }
        if case .heading = page.lines[line].kind {
            guard candidate.label == .question else { return nil }
            let text = page.body(line).drop { $0 == UInt8(ascii: "#") }
            return (QuestionText.clean(Inline.prompt(Label(text).rest)), line + 1)
        }
        guard page.lines[line].kind == .text else { return nil }
        var next = line + 1
        while next < bodyEnd, page.lines[next].kind == .text { next += 1 }
        let raw = page.bytes[Int(page.lines[line].body)..<Int(page.lines[next - 1].end)]
        let text = QuestionText.clean(Inline.prompt(raw.drop { $0 == UInt8(ascii: ">") }))
        return text.isEmpty ? nil : (text, next)
    }

    private func isEmptyLine(_ index: Int) -> Bool {
        switch page.lines[index].kind {
        case .blank, .dropped, .rule: true
        default: false
        }
    }
}
