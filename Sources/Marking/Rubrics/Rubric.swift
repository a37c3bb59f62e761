/// Everything the matcher needs to mark an answer to one question. Self-contained, so that a mark depends on
/// nothing else and an old transcript can be marked again years later.
public struct Rubric: Hashable, Sendable, Codable {
    /// "Any 2 of these": points of which only some are needed for full coverage.
    public struct Group: Hashable, Sendable, Codable {
        /// How many of the group's points make it complete; at least 1.
        public var needed: Int

        public init(needed: Int) {
            self.needed = needed
        }
    }

    /// A term and what else it is called: "stochastic gradient descent" is "SGD".
    public struct Term: Hashable, Sendable, Codable {
        public var name: String
        public var alternatives: [String]

        public init(name: String, alternatives: [String]) {
            self.name = name
            self.alternatives = alternatives
        }
    }

    /// The question as it is asked. Its words count for little in an answer: echoing them is no knowledge.
    public var question: String
    public var keyPoints: [KeyPoint]
    public var groups: [Group]
    /// The glossary's terms that concern this question.
    public var terms: [Term]
    /// What the question and its answers are written in, as a BCP 47 code ("de"); absent for English.
    public var language: String?

    public init(
        question: String, keyPoints: [KeyPoint], groups: [Group] = [], terms: [Term] = [],
        language: String? = nil
    ) {
        self.question = question
        self.keyPoints = keyPoints
        self.groups = groups
        self.terms = terms
        self.language = language
    }
}
