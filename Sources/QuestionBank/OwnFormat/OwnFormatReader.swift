import Marking

/// Reads a document in the bank's own format. What it can't understand becomes a problem with its line, never silence.
struct OwnFormatReader {
    let page: Page
    let file: String
    private(set) var topics: [Topic] = []
    private(set) var questions: [Question] = []
    private(set) var problems: [Problem] = []

    init(_ page: Page, file: String) {
        self.page = page
        self.file = file
        read()
    }

    private mutating func read() {
        var start: Int?
        for index in page.lines.indices {
            guard case .heading(let level) = page.lines[index].kind, level <= 2 else { continue }
            if let start { question(start..<index) }
            start = level == 2 ? index : nil
            if level == 1 { topic(index) }
        }
        if let start { question(start..<page.lines.count) }
    }

    private mutating func topic(_ index: Int) {
        let title = OwnFormat.title(page, index)
        guard !title.isEmpty else {
            problem(.error, index, "the topic has no title", "write it after the #")
            return
        }
        let topic = Topic(id: Slug.make(title), title: title)
        if !topics.contains(topic) { topics.append(topic) }
        current = topic
    }

    private var current: Topic?

    private mutating func question(_ range: Range<Int>) {
        let title = OwnFormat.title(page, range.lowerBound)
        guard !title.isEmpty else {
            problem(.error, range.lowerBound, "the question is empty", "write it after the ##")
            return
        }
        if current == nil {
            let name = TopicTitle.from(path: file, folder: nil, isAlone: false) ?? "General"
            current = Topic(id: Slug.make(name), title: name)
            topics.append(Topic(id: Slug.make(name), title: name))
        }
        var reader = OwnQuestionReader(page, range, file: file, topic: current?.id ?? "")
        let question = reader.read(title: title)
        problems += reader.problems
        questions.append(question)
    }

    private mutating func problem(
        _ severity: Problem.Severity, _ index: Int, _ what: String, _ remedy: String
    ) {
        problems.append(
            Problem(
                severity: severity, location: SourceLocation(file: file, line: index + 1), what: what,
                remedy: remedy,
                rule: .syntax))
    }
}
