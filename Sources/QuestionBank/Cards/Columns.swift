/// Which column, or which key of an object, holds what.
struct Columns {
    enum Role: Hashable {
        case question, answer, topic, tags, keyPoints, difficulty, hint, references, options
    }

    private var byRole: [Role: Int] = [:]
    let count: Int

    /// The columns that a header row names; `nil` if it names no question and answer.
    init?(header: [String]) {
        count = header.count
        for (index, name) in header.enumerated() {
            guard let role = Self.role(of: name), byRole[role] == nil else { continue }
            byRole[role] = index
        }
        guard byRole[.question] != nil, byRole.count >= 2 || header.count == 1 else { return nil }
    }

    init(question: Int, answer: Int, topic: Int?, tags: Int?, count: Int) {
        self.count = count
        byRole = [.question: question, .answer: answer]
        byRole[.topic] = topic
        byRole[.tags] = tags
    }

    subscript(role: Role) -> Int? { byRole[role] }

    /// The role of a column or key, by the many names that people give it.
    static func role(of name: String) -> Role? {
        roles[name.lowercased().filter { $0.isLetter }]
    }

    private static let roles: [String: Role] = {
        let names: [Role: [String]] = [
            .question: [
                "q", "question", "questions", "front", "term", "prompt", "questiontext", "interviewquestion",
                "text",
            ],
            .answer: [
                "a", "answer", "answers", "back", "definition", "idealanswer", "modelanswer",
                "expectedanswer",
                "response", "solution", "correctanswer", "answertext", "sampleanswer", "explanation",
            ],
            .topic: [
                "category", "topic", "deck", "subject", "section", "chapter", "domain", "area", "skill",
            ],
            .tags: ["tags", "tag", "labels"],
            .keyPoints: [
                "keywords", "keypoints", "goodtohear", "keyphrases", "keyword", "expectedkeywords", "points",
            ],
            .difficulty: ["difficulty", "level", "difficultylevel", "complexity"],
            .hint: ["hint", "hints"],
            .references: ["references", "links", "source", "sources", "reference", "url", "resources"],
            .options: ["options", "choices"],
        ]
        var roles: [String: Role] = [:]
        for (role, list) in names { for name in list { roles[name] = role } }
        return roles
    }()
}
