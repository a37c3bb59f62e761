public import Marking

/// The questions the server knows. A value: an interview keeps the bank it began with while a newer one is loaded.
public struct Bank: Hashable, Sendable, Codable {
    /// In the order of the files, questions of a topic together.
    public var topics: [Topic]
    public var questions: [Question]
    /// Terms, abbreviations and spellings shared by all questions.
    public var glossary: [Rubric.Term]
    /// SHA-256 over the content in a canonical order, lower-case hexadecimal: equal hashes, equal interviews and marks.
    public var hash: String
    public var guide: Guide

    public init(
        topics: [Topic], questions: [Question], glossary: [Rubric.Term], hash: String, guide: Guide = Guide()
    ) {
        self.topics = topics
        self.questions = questions
        self.glossary = glossary
        self.hash = hash
        self.guide = guide
    }
}

/// A subject that questions belong to.
public struct Topic: Hashable, Sendable, Codable, Identifiable {
    /// Unique in the bank; ASCII, derived from the title.
    public var id: String
    public var title: String

    public init(id: String, title: String) {
        self.id = id
        self.title = title
    }
}
