public import Interviews
public import QuestionBank

extension ClientMessage {
    /// Tells the author of the bank that something is wrong with a question.
    public struct Flag: Hashable, Sendable, Codable {
        public var ref: Reference
        /// The id of a question of the server's bank.
        public var question: String
        public var fault: QuestionFlag.Fault
        /// In the reader's own words, at most 500 UTF-16 code units.
        public var note: String?

        public init(ref: Reference, question: String, fault: QuestionFlag.Fault, note: String? = nil) {
            (self.ref, self.question, self.fault, self.note) = (ref, question, fault, note)
        }
    }
}

extension ServerMessage {
    /// The author will read it.
    public struct Flagged: Hashable, Sendable, Codable {
        public var ref: Reference

        public init(ref: Reference) {
            self.ref = ref
        }
    }
}
