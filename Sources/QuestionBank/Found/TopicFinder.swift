/// Finds the topic of each question: the nearest heading above it that is no question, and tells such headings from
/// those inside answers.
struct TopicFinder {
    private let page: Page
    private let pattern: Pattern
    private let questionLevel: Int
    /// Headings that are topics, by line; they also end the answer before them.
    private(set) var topics: [Int: (level: Int, title: String)] = [:]
    /// Headings that end an answer without being topics: "License".
    private(set) var ends: Set<Int> = []

    init(_ page: Page, _ pattern: Pattern, _ candidates: [Candidate]) {
        self.page = page
        self.pattern = pattern
        questionLevel = pattern.questions.map(\.level).min() ?? 7
        let questionLines = Set(pattern.questions.map(\.line))
        let headings = candidates.filter { $0.level < 7 && !$0.isStruck && !questionLines.contains($0.line) }
        classify(headings)
    }

    private mutating func classify(_ headings: [Candidate]) {
        let questions = pattern.questions
        var next = 0
        var directLevels: [Int: Int] = [:]
        var undecided: [(Candidate, before: Candidate?, after: Candidate?)] = []
        let content = ContentCounter(page)
        let closings = Closings(page, questions)
        for heading in headings {
            while next < questions.count, questions[next].line < heading.line { next += 1 }
            let before = next > 0 ? questions[next - 1] : nil
            let after = next < questions.count ? questions[next] : nil
            if let before, let end = before.blockEnd, heading.line < end { continue }
            guard let after else {
                undecided.append((heading, before, nil))
                continue
            }
            let isDirect = content.isEmpty(heading.line + 1, after.line)
            let isAbove =
                heading.level < questionLevel || (isDirect && heading.level < after.level && after.level < 7)
                || (heading.level == questionLevel && pattern.shape == .labelledHeading)
            guard isAbove else { continue }
            if before == nil || isDirect {
                add(heading)
                if isDirect { directLevels[heading.level, default: 0] += 1 }
            } else if !closings.isWithinAnswer(heading.line, of: before) {
                undecided.append((heading, before, after))
            }
        }
        for (heading, before, after) in undecided {
            decide(heading, before, after, directLevels: directLevels)
        }
    }

    private mutating func decide(
        _ heading: Candidate, _ before: Candidate?, _ after: Candidate?, directLevels: [Int: Int]
    ) {
        guard let after else {
            // Behind the last question: what is level with topics, or named so, is no part of its answer.
            let isLevel = (directLevels[heading.level] ?? 0) >= 2
            let isStop =
                StopTitle.matches(heading.text) && !StopTitle.isAnswer(heading.text)
                && heading.level < max(questionLevel, 3)
            if isLevel || isStop
                || (heading.level < questionLevel
                    && Furniture.isListed(heading.text, in: page))
            {
                ends.insert(heading.line)
            }
            return
        }
        let isTopicLevel =
            directLevels[heading.level] != nil || topics.values.contains { $0.level == heading.level }
        if let number = before?.number, let following = after.number, following == number + 1 {
            // An introduction may stand below a topic, but nothing else.
            guard isTopicLevel, heading.level < questionLevel, isIntroduction(heading.line + 1, after.line),
                directLevels[heading.level] ?? 0 >= 2 || speaksOfQuestions(heading.line + 1, after.line)
            else { return }
            add(heading)
            return
        }
        if heading.level < questionLevel, questionLevel < 7 || directLevels[heading.level] != nil {
            add(heading)
        }
    }

    /// Nothing but a few paragraphs.
    private func isIntroduction(_ from: Int, _ to: Int) -> Bool {
        guard from < to, to - from < 12 else { return false }
        return (from..<to).allSatisfy { index in
            switch page.lines[index].kind {
            case .blank, .text, .dropped, .rule: page.lines[index].indent < 4
            case .heading, .listItem, .tableRow, .fenced: false
            }
        }
    }

    private func speaksOfQuestions(_ from: Int, _ to: Int) -> Bool {
        (from..<to).contains { index in
            let body = page.body(index)
            return ["question", "interview", "section", "chapter"].contains { body.contains($0) }
        }
    }

    private mutating func add(_ heading: Candidate) {
        // "Recently added: [More questions](https://…)" announces something.
        let body = page.body(heading.line)
        if body.contains(": ["), body.contains("](http") { return }
        guard !StopTitle.closes(heading.text), !StopTitle.surrounds(heading.text) else {
            ends.insert(heading.line)
            return
        }
        topics[heading.line] = (heading.level, TopicTitle.clean(heading.text))
    }

    /// The topics of the pattern's questions, in their order; `nil` where no heading says one.
    func assigned() -> [String?] {
        var stack: [(level: Int, title: String, below: Int)] = []
        var paths: [[String]] = []
        let lines = topics.keys.sorted()
        var next = 0
        for question in pattern.questions {
            // Behind a topic's own questions, one level below it, follows one level with it.
            if let last = stack.last, question.level < 7, last.level >= question.level,
                last.below > question.level
            {
                stack.removeLast()
            }
            while next < lines.count, lines[next] < question.line {
                if let topic = topics[lines[next]] {
                    while let last = stack.last, last.level >= topic.level { stack.removeLast() }
                    stack.append((topic.level, topic.title, question.level < 7 ? question.level : 0))
                }
                next += 1
            }
            paths.append(stack.map(\.title).filter { !$0.isEmpty })
        }
        return byContents() ?? Self.joined(paths)
    }

    /// Where only the parts of the table of contents have titles, those are the topics.
    private func byContents() -> [String?]? {
        guard Set(page.contentsTopics.values).count >= 2 else { return nil }
        let titles = pattern.questions.map { Furniture.contentsTopic(of: $0.text, in: page) }
        guard titles.count(where: { $0 != nil }) * 5 >= titles.count * 4 else { return nil }
        // Headings among the questions know better.
        guard let first = pattern.questions.first, topics.keys.count(where: { $0 > first.line }) == 0 else {
            return nil
        }
        return titles
    }

    /// A topic's own title, with its parent's where the same title stands under several parents.
    private static func joined(_ paths: [[String]]) -> [String?] {
        var parents: [String: Set<String>] = [:]
        for path in paths where path.count >= 2 {
            parents[Fold.key(path[path.count - 1]), default: []].insert(path[path.count - 2])
        }
        return paths.map { path in
            guard let title = path.last else { return nil }
            guard path.count >= 2, (parents[Fold.key(title)]?.count ?? 0) >= 2 else { return title }
            return path[path.count - 2] + " / " + title
        }
    }
}

/// Where a document ends every answer with a link back to the top, nothing before that link is outside the answer.
struct Closings {
    private let lines: [Int]
    private let areUsual: Bool

    init(_ page: Page, _ questions: [Candidate]) {
        lines = page.lines.indices.filter {
            page.lines[$0].kind == .dropped && Furniture.isReturn(page.body($0))
        }
        var closed = 0
        var next = 0
        for (index, question) in questions.enumerated() {
            while next < lines.count, lines[next] <= question.line { next += 1 }
            let end = index + 1 < questions.count ? questions[index + 1].line : page.lines.count
            if next < lines.count, lines[next] < end { closed += 1 }
        }
        areUsual = questions.count >= 3 && closed * 5 >= questions.count * 4
    }

    func isWithinAnswer(_ line: Int, of question: Candidate?) -> Bool {
        guard areUsual, let question else { return false }
        var (low, high) = (0, lines.count)
        while low < high {
            let middle = (low + high) / 2
            if lines[middle] <= question.line { low = middle + 1 } else { high = middle }
        }
        return low == lines.count || lines[low] > line
    }
}

/// Answers "is there content between these lines?" in constant time.
struct ContentCounter {
    private var before: [Int32] = [0]

    init(_ page: Page) {
        before.reserveCapacity(page.lines.count + 1)
        var count: Int32 = 0
        for line in page.lines {
            switch line.kind {
            case .text, .listItem, .tableRow, .fenced: count += 1
            case .blank, .heading, .rule, .dropped: break
            }
            before.append(count)
        }
    }

    func isEmpty(_ from: Int, _ to: Int) -> Bool { from >= to || before[to] == before[from] }
}
