/// Chooses how to read a document, by its content rather than its name.
struct DocumentReader {
    let text: [UInt8]
    let name: String
    let folder: String?

    func read() -> DocumentReading {
        if let own = ours() { return own }
        if let deck = AnkiText(text)?.deck() { return cards(deck) }
        if let value = JSONReader.read(text) ?? JSONLines.read(text) { return data(value, form: "JSON") }
        if let reason = SourceText.longLine(in: text) { return .unreadable(name, reason) }
        if let reading = converted() { return reading }
        if let deck = TableReader(text, name: name).read() { return cards(deck) }
        let page = Page(text)
        if let deck = NoteCards(page).deck() ?? MarkdownTable.deck(page) { return cards(deck) }
        if let deck = QuizletPage(text[...])?.deck() { return cards(deck) }
        return found(page)
    }

    private func data(_ value: JSONValue, form: String) -> DocumentReading {
        if let notebook = Notebook.markdown(value) { return marked(notebook, "Jupyter notebook") }
        return JSONCards(value, form: form).deck().map(cards)
            ?? nothing("it is \(form), and no object in it has a question and an answer")
    }

    /// The document in another markup than Markdown.
    private func converted() -> DocumentReading? {
        let name = name.lowercased()
        if GIFT.isOne(text, name: name) {
            let deck = GIFT.deck(text)
            if !deck.cards.isEmpty { return cards(deck) }
        }
        if MoodleXML.isOne(text), let deck = MoodleXML.deck(text) { return cards(deck) }
        if WebPage.isOne(text, name: name), let page = WebPage.markdown(text) {
            return marked(page, "web page")
        }
        if AsciiDoc.isOne(text, name: name) { return marked(AsciiDoc.markdown(text), "AsciiDoc") }
        if OrgMode.isOne(text, name: name) { return marked(OrgMode.markdown(text), "org-mode") }
        if RestructuredText.isOne(text, name: name) {
            return marked(RestructuredText.markdown(text), "reStructuredText")
        }
        if YAMLValue.isOne(text, name: name), let value = YAMLValue.read(text),
            let deck = JSONCards(value, form: "YAML").deck()
        {
            return cards(deck)
        }
        return KnownFormat.unreadText(text, name: name).map { .unreadable(self.name, .format($0)) }
    }

    /// What another markup became, read as Markdown is, with the lines of the original.
    private func marked(_ markdown: MarkdownText, _ form: String) -> DocumentReading {
        let page = Page(SourceText.clean(String(decoding: markdown.bytes, as: UTF8.self)))
        var reading = NoteCards(page).deck().map(cards) ?? MarkdownTable.deck(page).map(cards) ?? found(page)
        reading.report.pattern =
            reading.questions.isEmpty ? reading.report.pattern : form + ", " + reading.report.pattern
        for index in reading.questions.indices {
            reading.questions[index].source.line = markdown.source(of: reading.questions[index].source.line)
        }
        return reading
    }

    /// The document as the bank's own, if it is Markdown by its name or its first sign.
    private func ours() -> DocumentReading? {
        let isMarkdown = name.hasSuffix(".md") || name.hasSuffix(".markdown")
        guard isMarkdown || text.first(where: { !$0.isBlank && $0 != .newline }) == UInt8(ascii: "#") else {
            return nil
        }
        guard GuideReader.isNamed(name) || GlossaryReader.isNamed(name) || OwnFormat.maybe(text) else {
            return nil
        }
        let page = Page(strict: text)
        if GuideReader.isGuide(page, file: name) { return guide(page) }
        if GlossaryReader.isGlossary(page, file: name) { return glossary(page) }
        return OwnFormat.isUsed(by: page) ? own(page) : nil
    }

    func cards(_ deck: CardDeck) -> DocumentReading {
        guard deck.cards.count <= FoundReader.maxQuestions else {
            return .unreadable(name, .tooManyQuestions)
        }
        var reading = DocumentReading(name: name, pattern: deck.form)
        let place = TopicTitle.from(path: name, folder: folder, isAlone: false)
        let drafting = Drafting(file: name, fallback: place)
        for card in deck.cards {
            if let found = card.found(), let drafted = drafting.draft(of: found) { reading.add(drafted) }
        }
        reading.report.remarks += deck.remarks
        reading.noteLanguage()
        reading.count(ignoredLines: deck.ignoredLines)
        return reading
    }

    private func glossary(_ page: Page) -> DocumentReading {
        var reading = DocumentReading(name: name, pattern: "glossary")
        (reading.entries, reading.problems) = GlossaryReader.read(page, file: name)
        return reading
    }

    private func guide(_ page: Page) -> DocumentReading {
        var reading = DocumentReading(name: name, pattern: "guide")
        (reading.guide, reading.problems) = GuideReader.read(page, file: name)
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

    private func nothing(_ what: String) -> DocumentReading {
        var reading = DocumentReading(name: name, pattern: "no questions found")
        reading.report.remarks = [what]
        reading.report.ignoredLines = text.count { $0 == .newline } + (text.last == .newline ? 0 : 1)
        return reading
    }

    private func found(_ page: Page) -> DocumentReading {
        guard let reader = FoundReader(page, name: name) else { return nothing(Sight.of(page)) }
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
        let drafting = Drafting(file: name, fallback: place)
        for start in stride(from: 0, to: found.count, by: Drafting.batch) {
            let batch = start..<min(start + Drafting.batch, found.count)
            for drafted in drafting.drafts(of: found[batch]) { reading.add(drafted) }
            // Their texts are in the reading now; a large document's need not be in memory twice.
            for index in batch { found[index] = FoundQuestion(line: 0, text: "") }
        }
        reading.noteLanguage()
        reading.count(ignoredLines: page.dropped)
        return reading
    }

    private func topicsAreMissing(_ found: [FoundQuestion]) -> Bool { found.allSatisfy { $0.topic == nil } }
}

extension DocumentReading {
    mutating func add(_ drafted: Drafting.Drafted) {
        if topicIDs.insert(drafted.topic.id).inserted { topics.append(drafted.topic) }
        questions.append(drafted.question)
    }

    /// Notes the language of a document that somebody found.
    mutating func noteLanguage() {
        let texts = questions.prefix(400).lazy.flatMap {
            [$0.prompt.splitAtFirstLine.first, $0.modelAnswer ?? ""]
        }
        guard let language = Language.of(texts) else { return }
        for index in questions.indices { questions[index].language = language }
        if let first = questions.first, !first.isMarkable {
            report.remarks.append("in \(Language.name(of: language)): it can be practised without marks")
        }
    }

    mutating func count(ignoredLines: Int) {
        leaveOutTooLong()
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
