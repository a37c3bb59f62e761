/// Finds cards in JSON of any shape: objects with a question in whatever key people use for it, below any nesting.
struct JSONCards {
    private let root: JSONValue
    private let form: String
    private var cards: [Card] = []

    init(_ root: JSONValue, form: String = "JSON") {
        self.root = root
        self.form = form
    }

    /// `nil` if there are none.
    func deck() -> CardDeck? {
        var finder = self
        finder.walk(root, topic: nil)
        Card.tagsAsTopics(&finder.cards)
        return finder.cards.isEmpty ? nil : CardDeck(form: form, cards: finder.cards)
    }

    private mutating func walk(_ value: JSONValue, topic: String?) {
        switch value {
        case .array(let values, let line):
            if !pair(values, line: line, topic: topic) { for value in values { walk(value, topic: topic) } }
        case .object(let members, let line): object(members, line: line, topic: topic)
        default: break
        }
    }

    private mutating func object(_ members: [(key: String, value: JSONValue)], line: Int, topic: String?) {
        if let card = card(members, line: line, topic: topic) {
            cards.append(card)
            return
        }
        if let note = note(members, line: line, topic: topic) {
            cards.append(note)
            return
        }
        if let titled = titled(members, line: line, topic: topic) {
            cards.append(titled)
            return
        }
        if questionsAsKeys(members, line: line, topic: topic) { return }
        let own = members.first {
            Columns.role(of: $0.key) == .topic || ["name", "title"].contains($0.key.lowercased())
        }
        let name = own?.value.text ?? topic
        for (key, value) in members {
            // Lists under a name of their own: {"Python": [{…}]}.
            let isNamed =
                own == nil && Columns.role(of: key) == nil && !Self.containers.contains(key.lowercased())
            walk(value, topic: isNamed ? Self.title(key, topic) : name)
        }
    }

    private static let containers: Set<String> = [
        "questions", "cards", "notes", "items", "children", "data", "flashcards", "results", "entries",
        "decks",
        "topics", "sections", "qa", "faq", "faqs",
    ]

    private static func title(_ key: String, _ topic: String?) -> String? { key.isEmpty ? topic : key }

    private func card(_ members: [(key: String, value: JSONValue)], line: Int, topic: String?) -> Card? {
        var card = Card(line: line, topic: topic)
        var question: String?
        for (key, value) in members {
            switch Columns.role(of: key) {
            case .question: if question == nil, let text = value.text { question = HTMLText.markdown(text) }
            case .answer:
                if card.answer.isEmpty {
                    card.answer = HTMLText.markdown(content(of: value, depth: 0))
                }
            case .topic: if let text = value.text, !text.isEmpty { card.topic = text }
            case .tags:
                card.tags += value.texts.flatMap {
                    $0.split(separator: ",").map { String($0).bytes.trimmed.string }
                }
            case .keyPoints:
                let texts = value.texts
                card.keyPoints += texts.count == 1 ? TableReader.list(texts[0]) : texts
            case .difficulty: card.difficulty = value.text
            case .hint: card.hint = value.text
            case .references: card.references += value.texts
            case .options: card.options += value.texts
            case nil: break
            }
        }
        guard let question, !question.isEmpty else { return nil }
        card.question = question
        // A list of cards may call its own name "question": it needs an answer or at least to ask.
        guard !card.answer.isEmpty || !card.keyPoints.isEmpty || Asking.asks(question) else { return nil }
        return card
    }

    /// `{"title": "What is it?", "sections": {"example_answer": {"content": "That"}}}`: a title that asks, an answer
    /// somewhere below.
    private func titled(_ members: [(key: String, value: JSONValue)], line: Int, topic: String?) -> Card? {
        guard
            let title = members.first(where: {
                ["title", "name", "label", "heading"].contains($0.key.lowercased())
            }),
            let question = title.value.text, Asking.asks(question)
        else { return nil }
        var card = Card(line: line, question: HTMLText.markdown(question), topic: topic)
        for (key, value) in members where key != title.key {
            switch Columns.role(of: key) {
            case .tags: card.tags += value.texts
            case .difficulty: card.difficulty = value.text
            case .topic: card.topic = value.text ?? card.topic
            default: break
            }
        }
        card.answer = HTMLText.markdown(
            answer(in: .object(members.filter { $0.key != title.key }, line: line), depth: 0))
        return card
    }

    /// The text of the first key below that names an answer, or the content of what it holds.
    private func answer(in value: JSONValue, depth: Int) -> String {
        guard depth < 8 else { return "" }
        switch value {
        case .object(let members, _):
            for (key, value) in members
            where Columns.role(of: key) == .answer || key.lowercased().hasSuffix("answer") {
                let text = content(of: value, depth: depth)
                if !text.isEmpty { return text }
            }
            for (key, value) in members
            where ["description", "content", "body", "text", "details"].contains(key.lowercased()) {
                if let text = value.text, !text.isEmpty { return text }
            }
            for (_, value) in members {
                let text = answer(in: value, depth: depth + 1)
                if !text.isEmpty { return text }
            }
            return ""
        case .array(let values, _):
            for value in values {
                let text = answer(in: value, depth: depth + 1)
                if !text.isEmpty { return text }
            }
            return ""
        default: return ""
        }
    }

    private func content(of value: JSONValue, depth: Int) -> String {
        if let text = value.text { return text }
        switch value {
        case .array(let values, _):
            return values.map { content(of: $0, depth: depth + 1) }.filter { !$0.isEmpty }.joined(
                separator: "\n")
        case .object(let members, _):
            guard depth < 8 else { return "" }
            for key in ["content", "text", "html", "value", "body", "markdown"] {
                if let found = members.first(where: { $0.key.lowercased() == key }) {
                    return content(of: found.value, depth: depth + 1)
                }
            }
            return ""
        default: return ""
        }
    }

    /// CrowdAnki: `{"fields": [front, back], "tags": […]}`.
    private func note(_ members: [(key: String, value: JSONValue)], line: Int, topic: String?) -> Card? {
        guard case .array(let fields, _)? = members.first(where: { $0.key == "fields" })?.value,
            fields.count >= 2,
            let front = fields[0].text, let back = fields[1].text
        else { return nil }
        var card = AnkiNote.card(front: front, back: back, line: line)
        card.topic = topic
        card.tags = members.first { $0.key == "tags" }?.value.texts ?? []
        return card
    }

    /// `{"What is X?": "…"}`
    private mutating func questionsAsKeys(
        _ members: [(key: String, value: JSONValue)], line: Int, topic: String?
    ) -> Bool {
        let asking = members.filter { Asking.asks($0.key) && $0.value.text != nil }
        guard asking.count >= 2, asking.count * 2 > members.count else { return false }
        for (key, value) in asking {
            cards.append(
                Card(line: line, question: key, answer: HTMLText.markdown(value.text ?? ""), topic: topic))
        }
        return true
    }

    /// `["question", "answer"]`
    private mutating func pair(_ values: [JSONValue], line: Int, topic: String?) -> Bool {
        guard values.count == 2, let question = values[0].text, let answer = values[1].text,
            Asking.asks(question)
        else { return false }
        cards.append(
            Card(
                line: line, question: HTMLText.markdown(question), answer: HTMLText.markdown(answer),
                topic: topic))
        return true
    }
}
