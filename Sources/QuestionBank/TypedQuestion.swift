public import Marking

extension Question {
    /// In UTF-16 code units.
    public static let longestTypedPrompt = 2000
    /// How many key points a typed question has.
    public static let mostTypedPoints = 20
    /// In UTF-16 code units.
    public static let longestTypedPoint = 300

    /// Where a typed question belongs to.
    public static let typedTopic = Topic(id: "typed", title: "Typed in the room")

    /// The name of the typed question with a number, from 1.
    public static func typedName(_ number: Int) -> String { "\(typedTopic.id)/\(number)" }

    /// A question that somebody has just typed, under a name for the moment.
    ///
    /// - Parameters:
    ///   - points: one a line, as in the bank: `Head: what it says`, or all in one. Empty ones are left out; without
    ///     any, answers are taken and not marked.
    ///   - glossary: terms and their other names.
    /// - Returns: `nil` where there is nothing in the prompt, or more than a typed question has.
    public static func typed(
        _ prompt: String, points: [String], glossary: [Rubric.Term] = []
    ) -> Question? {
        let prompt = prompt.bytes.trimmed.string
        let lines = points.map { $0.bytes.trimmed.string }.filter { !$0.isEmpty }
        guard !prompt.isEmpty, prompt.utf16.count <= longestTypedPrompt, lines.count <= mostTypedPoints,
            lines.allSatisfy({ $0.utf16.count <= longestTypedPoint })
        else { return nil }
        var ids = PointIDs()
        let keyPoints = lines.map { line in
            let (head, gist) = KeyPointReader.headAndGist(line)
            let isWhole = head.isEmpty
            return KeyPoint(
                id: ids.next(for: isWhole ? line : head), head: isWhole ? line : head,
                gist: isWhole ? "" : gist)
        }
        let question = Question(
            id: typedName(0), topic: typedTopic.id, prompt: prompt, keyPoints: keyPoints,
            language: Language.of([prompt] + lines), source: SourceLocation(file: typedTopic.id, line: 1))
        return TermIndex(glossary).completing(question)
    }
}
