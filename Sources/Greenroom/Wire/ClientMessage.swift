public import Interviews

/// What a client says: one JSON object a text frame. Described for clients by `greenroom.v1.schema.json`.
public enum ClientMessage: Hashable, Sendable {
    case open(Open)
    case resume(Resume)
    case answer(Answer)
    case reveal(AboutQuestion)
    case skip(AboutQuestion)
    case next(AboutQuestion)
    case end(End)
    case paste(Paste)

    /// Opens a new interview.
    public struct Open: Hashable, Sendable, Codable {
        public var ref: Reference
        /// ``Topic/id``s to choose from; empty for all.
        public var topics: [String]
        /// 1...``Settings/maximumCount``
        public var count: Int
        /// Drawn by the server where it is absent.
        public var seed: String?
        public var pace: Settings.Pace
        /// A document of one's own, as `pasted` named it; the server's bank where it is absent.
        public var document: String?
    }

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
    }

    /// A request that concerns one question: `reveal`, `skip`, `next`.
    public struct AboutQuestion: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
        public var question: Int
    }

    public struct End: Hashable, Sendable, Codable {
        public var ref: Reference
        public var interview: InterviewID
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
}

extension ClientMessage {
    enum Kind: String, Codable, CaseIterable {
        case open, resume, answer, reveal, skip, next, end, paste
    }

    public var ref: Reference {
        switch self {
        case .open(let open): open.ref
        case .resume(let resume): resume.ref
        case .answer(let answer): answer.ref
        case .reveal(let about), .skip(let about), .next(let about): about.ref
        case .end(let end): end.ref
        case .paste(let paste): paste.ref
        }
    }
}

extension ClientMessage: Codable {
    private enum CodingKeys: String, CodingKey {
        case type
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let name = try container.decode(String.self, forKey: .type)
        guard let kind = Kind(rawValue: name) else { throw UnreadableMessage(code: .unknownType, field: nil) }
        switch kind {
        case .open: self = .open(try Open(from: decoder))
        case .resume: self = .resume(try Resume(from: decoder))
        case .answer: self = .answer(try Answer(from: decoder))
        case .reveal: self = .reveal(try AboutQuestion(from: decoder))
        case .skip: self = .skip(try AboutQuestion(from: decoder))
        case .next: self = .next(try AboutQuestion(from: decoder))
        case .end: self = .end(try End(from: decoder))
        case .paste: self = .paste(try Paste(from: decoder))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        let (kind, payload): (Kind, any Encodable) =
            switch self {
            case .open(let open): (.open, open)
            case .resume(let resume): (.resume, resume)
            case .answer(let answer): (.answer, answer)
            case .reveal(let about): (.reveal, about)
            case .skip(let about): (.skip, about)
            case .next(let about): (.next, about)
            case .end(let end): (.end, end)
            case .paste(let paste): (.paste, paste)
            }
        try container.encode(kind, forKey: .type)
        try payload.encode(to: encoder)
    }
}
