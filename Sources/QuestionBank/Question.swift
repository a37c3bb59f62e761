public import Marking

/// A question of the bank with all that is needed to ask it, mark an answer to it and explain the mark.
public struct Question: Hashable, Sendable, Codable, Identifiable {
    /// Unique in the bank, ASCII letters, digits, `-` and `/`; stable while other questions are edited.
    public var id: String
    /// The ``Topic/id`` the question belongs to.
    public var topic: String
    /// The question as it is asked, in Markdown: one sentence, or more with code or options.
    public var prompt: String
    public var difficulty: Difficulty?
    public var tags: [String]
    public var keyPoints: [KeyPoint]
    public var groups: [Rubric.Group]
    /// The glossary's terms that concern this question.
    public var terms: [Rubric.Term]
    /// A full answer in Markdown, shown on demand after an attempt.
    public var modelAnswer: String?
    public var samples: [SampleAnswer]
    /// Links for further reading, in Markdown.
    public var references: [String]
    /// Follow-up questions that the document lists.
    public var followUps: [String]
    /// What the reader noticed about the question's source.
    public var flags: Set<Flag>
    /// What the question is written in, as a BCP 47 code ("de"); absent for English.
    public var language: String?
    /// How it is answered where that is not by explaining something.
    public var kind: Kind?
    public var source: SourceLocation

    public init(
        id: String, topic: String, prompt: String, difficulty: Difficulty? = nil, tags: [String] = [],
        keyPoints: [KeyPoint] = [], groups: [Rubric.Group] = [], terms: [Rubric.Term] = [],
        modelAnswer: String? = nil, samples: [SampleAnswer] = [], references: [String] = [],
        followUps: [String] = [], flags: Set<Flag> = [], language: String? = nil, kind: Kind? = nil,
        source: SourceLocation
    ) {
        self.id = id
        self.topic = topic
        self.prompt = prompt
        self.difficulty = difficulty
        self.tags = tags
        self.keyPoints = keyPoints
        self.groups = groups
        self.terms = terms
        self.modelAnswer = modelAnswer
        self.samples = samples
        self.references = references
        self.followUps = followUps
        self.flags = flags
        self.language = language
        self.kind = kind
        self.source = source
    }

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A story that only the one who tells it can judge: the points are a list to tick, and no share is told.
        case checklist
    }

    /// Whether an answer to it can be marked. In a language without a stemmer for it a question can be practised, and
    /// the answer compared with the model answer by the one who gave it.
    public var isMarkable: Bool { language.map { Self.markableLanguages.contains($0) } ?? true }

    /// The languages beside English in which answers are marked.
    public static let markableLanguages: Set<String> = ["de", "es"]

    /// What the matcher needs to mark an answer to this question.
    public var rubric: Rubric {
        Rubric(
            question: prompt, keyPoints: keyPoints, groups: groups, terms: terms,
            language: isMarkable ? language : nil)
    }
}

public enum Difficulty: String, Hashable, Sendable, Codable, CaseIterable {
    case easy, medium, hard
}

/// Something the reader noticed about a question that a person may want to mend.
public enum Flag: String, Hashable, Sendable, Codable, CaseIterable {
    /// The document has no answer, or only a stand-in for one: asked in no interview.
    case withoutAnswer
    /// The answer seems to break off.
    case truncated
    /// The answer says that the rest is elsewhere.
    case partialAnswer
    /// Nothing in the answer could be made into a key point.
    case withoutKeyPoints
    /// The key points were derived from the answer, not written by an author.
    case draftedKeyPoints
    /// The same question stood in the documents more than once.
    case merged
}

/// An answer written by the bank's author together with how it must be marked.
public struct SampleAnswer: Hashable, Sendable, Codable {
    /// What kind of answer this is, in the author's words: "good", "typically incomplete".
    public var name: String
    public var text: String
    /// The verdicts that the author expects, by key point id; points not named are not checked.
    public var expected: [String: Verdict]

    public init(name: String, text: String, expected: [String: Verdict]) {
        self.name = name
        self.text = text
        self.expected = expected
    }
}

/// Where in the bank's files something stands.
public struct SourceLocation: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The path of the file relative to the bank's folder.
    public var file: String
    /// Counted from 1.
    public var line: Int

    public init(file: String, line: Int) {
        self.file = file
        self.line = line
    }

    public var description: String { "\(file):\(line)" }
}
