/// Chooses how to read a document, by its content rather than its name.
struct DocumentReader {
    let text: [UInt8]
    let name: String
    let folder: String?

    func read() -> DocumentReading {
        if let own = ours() { return own }
        if let deck = AnkiText(text)?.deck() { return cards(deck) }
        if let value = JSONReader.read(text) { return JSONCards(value).deck().map(cards) ?? nothing }
        if let reason = SourceText.longLine(in: text) { return .unreadable(name, reason) }
        if let deck = TableReader(text, name: name).read() { return cards(deck) }
        let page = Page(text)
        if let deck = NoteCards(page).deck() { return cards(deck) }
        if let deck = QuizletPage(text[...])?.deck() { return cards(deck) }
        return found(page)
    }

    /// The document as the bank's own, if it is Markdown by its name or its first sign.
    private func ours() -> DocumentReading? {
        let isMarkdown = name.hasSuffix(".md") || name.hasSuffix(".markdown")
        guard isMarkdown || text.first(where: { !$0.isBlank && $0 != .newline }) == UInt8(ascii: "#") else {
            return nil
        }
        guard GlossaryReader.isNamed(name) || OwnFormat.maybe(text) else { return nil }
        let page = Page(strict: text)
        if GlossaryReader.isGlossary(page, file: name) { return glossary(page) }
        return OwnFormat.isUsed(by: page) ? own(page) : nil
    }

    func cards(_ deck: CardDeck) -> DocumentReading {
        var reading = DocumentReading(name: name, pattern: deck.form)
        let place = TopicTitle.from(path: name, folder: folder, isAlone: false)
        for card in deck.cards {
            if let found = card.found() { reading.add(found, fallback: place) }
        }
        reading.report.remarks += deck.remarks
        reading.count(ignoredLines: deck.ignoredLines)
        return reading
    }

    private func glossary(_ page: Page) -> DocumentReading {
        var reading = DocumentReading(name: name, pattern: "glossary")
        (reading.glossary, reading.problems) = GlossaryReader.read(page, file: name)
        return reading
    }

    private func own(_ page: Page) -> DocumentReading {
        var reading = DocumentReading(name: name, pattern: "our own format")
        let reader = OwnFormatReader(page, file: name)
        reading.questions = reader.questions
        reading.topics = reader.topics
        reading.problems = reader.problems
        reading.count(ignoredLines: page.dropped)
        return reading
    }

    private var nothing: DocumentReading {
        var reading = DocumentReading(name: name, pattern: "no questions found")
        reading.report.ignoredLines = text.count { $0 == .newline } + (text.last == .newline ? 0 : 1)
        return reading
    }

    private func found(_ page: Page) -> DocumentReading {
        guard let reader = FoundReader(page, name: name) else { return nothing }
        guard reader.pattern.questions.count <= FoundReader.maxQuestions else {
            return .unreadable(name, .tooManyQuestions)
        }
        var reading = DocumentReading(name: name, pattern: reader.pattern.name)
        var found = reader.questions()
        if found.count == 1, CardFile(name) != nil, name.contains("/") {
            // The heading above the only question is the card's title, the folder its topic.
            found[0].topic = nil
        }
        let place =
            page.frontMatter["topic"]
            ?? TopicTitle.from(
                path: name, folder: folder, isAlone: found.count == 1 && topicsAreMissing(found))
        for index in found.indices {
            reading.add(found[index], fallback: place)
            // Its text is in the reading now; a large document's need not be in memory twice.
            found[index] = FoundQuestion(line: 0, text: "")
        }
        reading.count(ignoredLines: page.dropped)
        return reading
    }

    private func topicsAreMissing(_ found: [FoundQuestion]) -> Bool { found.allSatisfy { $0.topic == nil } }
}

extension DocumentReading {
    /// Makes a found question one of the bank's.
    mutating func add(_ found: FoundQuestion, fallback: String?) {
        let found = found.tidied()
        guard !found.text.isEmpty, !Furniture.isNavigation(found.text.bytes) else { return }
        let title = Tidy.heading(found.topic ?? fallback ?? "General")
        let topic = Topic(id: Slug.make(title), title: title)
        if topicIDs.insert(topic.id).inserted { topics.append(topic) }
        var question = Question(
            id: topic.id + "/" + Slug.make(found.text, extra: found.extra), topic: topic.id,
            prompt: found.prompt,
            difficulty: found.difficulty, tags: found.tags,
            modelAnswer: found.answer.isEmpty ? nil : found.answer, references: found.references,
            followUps: found.followUps, flags: found.flags,
            source: SourceLocation(file: name, line: found.line))
        if found.answer.isEmpty, found.keyPoints.isEmpty {
            question.flags.insert(.withoutAnswer)
        } else {
            question.keyPoints = KeyPointDraft.points(
                of: found.answer, question: found.text, options: found.extra, authored: found.keyPoints)
            question.flags.insert(
                question.keyPoints.isEmpty
                    ? .withoutKeyPoints : found.keyPoints.isEmpty ? .draftedKeyPoints : .draftedKeyPoints)
        }
        questions.append(question)
    }

    mutating func count(ignoredLines: Int) {
        report.questions = questions.count
        report.empty = questions.count { $0.flags.contains(.withoutAnswer) }
        report.withAnswer = report.questions - report.empty
        report.truncated = questions.count { $0.flags.contains(.truncated) }
        report.ignoredLines = ignoredLines
        if report.questions > 0, report.withAnswer == 0 {
            report.remarks.append("a list of questions without answers")
        }
    }
}
