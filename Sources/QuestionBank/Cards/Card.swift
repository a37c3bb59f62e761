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
