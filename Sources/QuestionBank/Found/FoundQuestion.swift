/// A question as a document has it, before it becomes one of a bank.
struct FoundQuestion {
    var line: Int
    /// The number that the document gives it.
    var number: Int?
    var topic: String?
    /// The question itself, on one line.
    var text: String
    /// What belongs to the question besides: code, options, an example.
    var extra = ""
    /// The answer as it stands in the document, in Markdown; empty where there is none.
    var answer = ""
    /// Key points that the author wrote down as such.
    var keyPoints: [String] = []
    var references: [String] = []
    var followUps: [String] = []
    /// The hint column of a card.
    var hint: String?
    var difficulty: Difficulty?
    var tags: [String] = []
    var flags: Set<Flag> = []

    var prompt: String { extra.isEmpty ? text : text + "\n\n" + extra }

    /// With every text as it can be written in our own format.
    func tidied() -> FoundQuestion {
        var question = self
        question.text = Tidy.heading(text)
        question.extra = Tidy.block(extra)
        question.answer = Tidy.block(answer)
        question.keyPoints = keyPoints.map(Tidy.line).filter { !$0.isEmpty }
        question.references = references.map(Tidy.line).filter { !$0.isEmpty }
        question.followUps = followUps.map(Tidy.line).filter { !$0.isEmpty }
        question.tags = tags.map(Tidy.tag).filter { !$0.isEmpty }
        return question
    }
}
