/// Which column, or which key of an object, holds what.
struct Columns {
    enum Role: Hashable {
        case question, answer, topic, tags, keyPoints, difficulty, hint, references, options
    }

    private var byRole: [Role: Int] = [:]
    /// Columns of which each holds one option.
    private(set) var options: [Int] = []
    /// Only a word that may mean anything names the question: the rows must show that they ask.
    private(set) var isLoose = false
    let count: Int

    /// The columns that a header row names; `nil` if it names no question and answer.
    init?(header: [String]) {
        count = header.count
        let names = header.map(Self.key)
        options = Self.optionColumns(names)
        for (index, name) in names.enumerated() where !options.contains(index) {
            guard let role = Self.roles[name], byRole[role] == nil else { continue }
            byRole[role] = index
        }
        // "Title" and "Description" will do where nothing says "Question" and "Answer".
        for (index, name) in names.enumerated()
        where !byRole.values.contains(index) && !options.contains(index) {
            guard let role = Self.looseRoles[name], byRole[role] == nil else { continue }
            byRole[role] = index
            if role == .question { isLoose = true }
        }
        guard byRole[.question] != nil, byRole.count >= 2 || header.count == 1 else { return nil }
        if isLoose, byRole[.answer] == nil { return nil }
        // A header is short: a row whose cells happen to be such words is none.
        guard header.allSatisfy({ $0.utf8.count <= 40 }) else { return nil }
    }

    /// "Option A", "Option B", …; or "A", "B", "C" beside an answer.
    private static func optionColumns(_ names: [String]) -> [Int] {
        let named = names.indices.filter { index in
            ["option", "choice", "distractor", "réponse"].contains {
                names[index].hasPrefix($0) && names[index] != $0
            }
                && names[index].utf8.count <= 11
        }
        if named.count >= 2 { return named.filter { names[$0] != "options" && names[$0] != "choices" } }
        let letters = names.indices.filter { names[$0].utf8.count == 1 && "abcdef".contains(names[$0]) }
        return letters.count >= 3 ? letters : []
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
        roles[key(name)]
    }

    private static func key(_ name: String) -> String { name.lowercased().filter { $0.isLetter } }

    /// What a column may be called that holds questions or answers, when no better name is there.
    private static let looseRoles: [String: Role] = [
        "title": .question, "name": .question, "statement": .question, "task": .question, "titel": .question,
        "description": .answer, "details": .answer, "content": .answer, "notes": .answer, "body": .answer,
        "text": .answer, "value": .answer, "comment": .answer, "summary": .answer, "meaning": .answer,
        "explanation": .answer,
    ]

    private static let roles: [String: Role] = {
        let names: [Role: [String]] = [
            .question: [
                "q", "question", "questions", "front", "term", "prompt", "questiontext", "interviewquestion",
                "text", "questiontitle", "questionname", "questionstem", "stem", "problem", "vorderseite",
                "frage", "fragen",
                "pregunta", "preguntas", "pergunta", "perguntas", "domanda", "domande", "vraag", "pytanie",
                "soru",
                "вопрос", "вопросы", "питання", "问题", "問題", "题目", "題目", "質問", "질문", "السؤال", "سؤال",
                "begriff",
                "card", "cardfront", "fronttext", "questionfront",
            ],
            .answer: [
                "a", "answer", "answers", "back", "definition", "idealanswer", "modelanswer",
                "expectedanswer",
                "response", "solution", "correctanswer", "answertext", "sampleanswer", "explanation",
                "suggestedanswer", "rightanswer", "correct", "correctoption", "bestanswer", "exampleanswer",
                "answerback",
                "rückseite", "antwort", "antworten", "musterantwort", "lösung", "respuesta", "respuestas",
                "resposta",
                "respostas", "risposta", "réponse", "réponses", "reponse", "antwoord", "odpowiedź", "cevap",
                "ответ",
                "ответы", "відповідь", "答案", "回答", "解答", "답변", "답", "الإجابة", "إجابة", "cardback",
                "backtext",
            ],
            .topic: [
                "category", "topic", "deck", "subject", "section", "chapter", "domain", "area", "skill",
                "theme", "unit", "module", "questioncategory", "thema", "kategorie", "fach", "kapitel",
                "tema", "temas",
                "categoría", "categoria", "sujet", "catégorie", "thème", "onderwerp", "temat", "konu", "тема",
                "категория",
                "раздел", "分类", "分類", "主题", "カテゴリ", "주제", "카테고리",
            ],
            .tags: ["tags", "tag", "labels", "schlagworte", "etiquetas", "étiquettes", "теги", "标签"],
            .keyPoints: [
                "keywords", "keypoints", "goodtohear", "keyphrases", "keyword", "expectedkeywords", "points",
            ],
            .difficulty: [
                "difficulty", "level", "difficultylevel", "complexity", "schwierigkeit", "niveau",
                "dificultad",
                "difficulté", "сложность", "难度",
            ],
            .hint: ["hint", "hints"],
            .references: ["references", "links", "source", "sources", "reference", "url", "resources"],
            .options: ["options", "choices"],
        ]
        var roles: [String: Role] = [:]
        for (role, list) in names { for name in list { roles[name] = role } }
        return roles
    }()
}
