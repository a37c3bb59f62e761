/// Somebody's word to the author of a bank that something is wrong with a question. It says nothing of who said it.
public struct QuestionFlag: Hashable, Sendable, Codable {
    public enum Fault: String, Hashable, Sendable, Codable, CaseIterable {
        /// A key point is wrong, or missing.
        case wrongPoint
        /// What is asked cannot be understood.
        case unclear
        /// It was right once.
        case outdated
    }

    /// ``Question/id``
    public var question: String
    public var fault: Fault
    /// In the reader's own words.
    public var note: String?

    public init(question: String, fault: Fault, note: String? = nil) {
        (self.question, self.fault, self.note) = (question, fault, note)
    }
}
