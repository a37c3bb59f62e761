import Marking

/// Reads one `##` section of our own format.
struct OwnQuestionReader {
    private let page: Page
    private let range: Range<Int>
    private let file: String
    private let topic: String
    private(set) var problems: [Problem] = []
    private var points = KeyPointReader()
    /// Read last, so that key points come first whatever the order of the parts.
    private var misconceptions: [Range<Int>] = []
    private var samples: [(name: String, line: Int, range: Range<Int>)] = []

    init(_ page: Page, _ range: Range<Int>, file: String, topic: String) {
        self.page = page
        self.range = range
        self.file = file
        self.topic = topic
    }

    mutating func read(title: String) -> Question {
        var question = Question(
            id: "", topic: topic, prompt: title,
            source: SourceLocation(file: file, line: range.lowerBound + 1))
        var extra: [Int] = []
        var part: OwnFormat.Part?
        var from = range.lowerBound + 1
        for index in (range.lowerBound + 1)..<range.upperBound {
            guard case .heading(let level) = page.lines[index].kind, level == 3,
                let next = OwnFormat.Part(title: OwnFormat.title(page, index))
            else {
                if part == nil { extra.append(index) }
                continue
            }
            take(part, from..<index, into: &question)
            part = next
            from = index + 1
        }
        take(part, from..<range.upperBound, into: &question)
        prompt(extra, into: &question)
        for range in misconceptions { points.read(lines(range), isMisconception: true) }
        question.keyPoints = points.points
        question.groups = points.groups
        readSamples(into: &question)
        problems = (points.problems(in: file) + problems).sorted { $0.location.line < $1.location.line }
        if question.keyPoints.isEmpty, let answer = question.modelAnswer {
            // A question may come with a model answer alone: its points are drafted, as for found documents.
            question.keyPoints = KeyPointDraft.points(
                of: answer, question: title, options: question.prompt.splitAtFirstLine.rest)
            question.flags.insert(question.keyPoints.isEmpty ? .withoutKeyPoints : .draftedKeyPoints)
        } else if question.keyPoints.isEmpty {
            question.flags.insert(.withoutAnswer)
        }
        return question
    }

    private mutating func take(_ part: OwnFormat.Part?, _ range: Range<Int>, into question: inout Question) {
        switch part {
        case nil: break
        case .keyPoints: points.read(lines(range), isMisconception: false)
        case .draftedPoints:
            points.read(lines(range), isMisconception: false)
            question.flags.insert(.draftedKeyPoints)
        case .misconceptions: misconceptions.append(range)
        case .modelAnswer:
            let text = text(range)
            question.modelAnswer = text.isEmpty ? nil : text
        case .references: question.references += Item.lists(lines(range)).joined().map(\.text)
        case .followUps: question.followUps += Item.lists(lines(range)).joined().map(\.text)
        case .sample(let name): samples.append((name, range.lowerBound, range))
        }
    }

    /// The meta line, and the further text of the question.
    private mutating func prompt(_ extra: [Int], into question: inout Question) {
        var rest = extra[...]
        while let first = rest.first, page.body(first).isEmpty { rest = rest.dropFirst() }
        var id: String?
        if let first = rest.first, let meta = MetaLine(page.body(first)) {
            question.difficulty = meta.difficulty
            question.tags = meta.tags
            question.language = meta.language
            question.kind = meta.kind
            id = meta.id
            for what in meta.faults {
                fault(first, what, "write: *Difficulty: medium · Tags: a, b · Id: name*")
            }
            rest = rest.dropFirst()
        }
        var text = ""
        if let first = rest.first, let last = rest.last { text = self.text(first..<(last + 1)) }
        question.id = id ?? topic + "/" + Slug.make(question.prompt, extra: text)
        if !text.isEmpty { question.prompt += "\n\n" + text }
    }

    private mutating func readSamples(into question: inout Question) {
        for (name, line, range) in samples {
            let reading = SampleReader(lines(range), points: question.keyPoints)
            for (at, what, remedy) in reading.faults { fault(at, what, remedy) }
            if reading.text.isEmpty {
                fault(line, "the sample answer is empty", "quote it with > before each line")
            }
            question.samples.append(SampleAnswer(name: name, text: reading.text, expected: reading.expected))
        }
    }

    private mutating func fault(_ index: Int, _ what: String, _ remedy: String) {
        problems.append(
            Problem(
                severity: .error, location: SourceLocation(file: file, line: index + 1), what: what,
                remedy: remedy,
                rule: .syntax))
    }

    private func lines(_ range: Range<Int>) -> [(line: Int, text: Bytes)] {
        range.map { ($0, page.lines[$0].kind == .dropped ? [] : page.whole($0)) }
    }

    /// A backslash before `#` or `<!--` at the start of a line keeps it from being one of the bank's own.
    private func unescaped(_ index: Int) -> String {
        let body = page.body(index)
        guard page.lines[index].kind != .fenced, body.first == UInt8(ascii: "\\") else {
            return page.whole(index).string
        }
        let rest = body.drop { $0 == UInt8(ascii: "\\") }
        guard rest.first == UInt8(ascii: "#") || rest.starts("<!--") else { return page.whole(index).string }
        return page.bytes[Int(page.lines[index].start)..<body.startIndex].string + body.dropFirst().string
    }

    private func text(_ range: Range<Int>) -> String {
        Tidy.block(range.map { page.lines[$0].kind == .dropped ? "" : unescaped($0) }.joined(separator: "\n"))
    }
}
