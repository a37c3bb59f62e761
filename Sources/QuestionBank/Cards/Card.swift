/// A flashcard or a row of a table.
struct Card {
    var line: Int
    var question = ""
    var answer = ""
    var topic: String?
    var tags: [String] = []
    var keyPoints: [String] = []
    var difficulty: String?
    var hint: String?
    var references: [String] = []
    var options: [String] = []

    /// Puts the first tag in the place of a missing topic, where the cards' first tags part them into topics.
    static func tagsAsTopics(_ cards: inout [Card]) {
        guard cards.count >= 3, cards.allSatisfy({ $0.topic == nil }) else { return }
        let firsts = Set(cards.compactMap(\.tags.first))
        let tagged = cards.count { !$0.tags.isEmpty }
        guard tagged * 5 >= cards.count * 4, firsts.count * 3 <= cards.count * 2 else { return }
        for index in cards.indices { cards[index].topic = cards[index].tags.first }
    }

    /// As a question; `nil` for an empty card.
    func found() -> FoundQuestion? {
        var question = FoundQuestion(line: line, topic: topic, text: "")
        let text = self.question.trimmingBlankLines
        guard !text.isEmpty else { return nil }
        // The first line asks; code and options below belong to it.
        if let (first, rest) = text.bytes.split(at: .newline) {
            question.text = first.trimmed.string
            question.extra = rest.string.trimmingBlankLines
        } else {
            question.text = text
        }
        if !options.isEmpty {
            let list = options.map { "- " + $0 }.joined(separator: "\n")
            question.extra += (question.extra.isEmpty ? "" : "\n\n") + list
        }
        let answer = self.answer.trimmingBlankLines
        question.answer =
            Placeholder.isOne(answer) && !answer.hasPrefix("http") && keyPoints.isEmpty ? "" : answer
        question.tags = tags
        question.keyPoints = keyPoints
        question.difficulty = difficulty.flatMap(Difficulty.init(saying:))
        question.hint = hint
        question.references = references
        if question.answer.isEmpty { question.flags.insert(.withoutAnswer) }
        return question
    }
}

/// Cards as a document, with the name of the form that they came in.
struct CardDeck {
    var form: String
    var cards: [Card]
    var ignoredLines = 0
    var remarks: [String] = []
}
