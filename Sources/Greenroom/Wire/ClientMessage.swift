public import Interviews

/// What a client says: one JSON object a text frame. Described for clients by `greenroom.v1.schema.json`.
public enum ClientMessage: Hashable, Sendable {
    case open(Open)
    case resume(Resume)
    case answer(Answer)
    case hint(AboutQuestion)
    case dispute(Dispute)
    case reveal(AboutQuestion)
    case skip(AboutQuestion)
    case unskip(AboutQuestion)
    case next(AboutQuestion)
    case pause(AboutInterview)
    case `continue`(AboutInterview)
    case extend(Extend)
    case end(AboutInterview)
    case paste(Paste)
    case progress(Plain)
    case forget(Plain)

    /// Takes a seat again after a reload or a lost connection.
    public struct Resume: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        /// The secret of the seat.
        public var token: String
        /// The last `seq` the client has seen; 0 for everything.
        public var seq: Int
    }

    public struct Answer: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        public var question: Int
        public var text: String
        /// It replies to the follow-up question.
        public var probe: Bool?
    }

    /// "I did say that", or no longer.
    public struct Dispute: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        public var question: Int
        public var attempt: Int
        /// ``KeyPoint/id``
        public var point: String
        public var ranges: [TextRange]?
        public var withdrawn: Bool?
    }

    /// A request that concerns one question.
    public struct AboutQuestion: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        public var question: Int
    }

    /// A request that concerns an interview as a whole.
    public struct AboutInterview: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
    }

    /// Takes more time.
    public struct Extend: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        public var seconds: Int
    }

    /// A piece of a document to practise on.
    public struct Paste: Hashable, Sendable, Codable {
        public var ref: Reference
        /// What the document is called; its ending helps to recognise its form.
        public var name: String
        /// From 0.
        public var part: Int
        public var parts: Int
        public var text: String
    }

    /// A request that is about nothing but the visitor.
    public struct Plain: Hashable, Sendable, Codable {
        public var ref: Reference
    }
}
