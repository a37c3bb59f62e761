extension Event {
    /// The stable name of an event's kind in the log.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case opened, seatTaken, questionAsked, answered, modelAnswerRevealed, questionSkipped, ended
    }

    public var kind: Kind {
        switch self {
        case .opened: .opened
        case .seatTaken: .seatTaken
        case .questionAsked: .questionAsked
        case .answered: .answered
        case .modelAnswerRevealed: .modelAnswerRevealed
        case .questionSkipped: .questionSkipped
        case .ended: .ended
        }
    }
}

/// One flat object for each event: its `kind` beside the fields of that kind.
extension Event: Codable {
    private enum CodingKeys: String, CodingKey {
        case kind
    }

    public init(from decoder: any Decoder) throws {
        switch try decoder.container(keyedBy: CodingKeys.self).decode(Kind.self, forKey: .kind) {
        case .opened: self = .opened(try Opened(from: decoder))
        case .seatTaken: self = .seatTaken(try SeatTaken(from: decoder))
        case .questionAsked: self = .questionAsked(try QuestionAsked(from: decoder))
        case .answered: self = .answered(try Answered(from: decoder))
        case .modelAnswerRevealed: self = .modelAnswerRevealed(try ModelAnswerRevealed(from: decoder))
        case .questionSkipped: self = .questionSkipped(try QuestionSkipped(from: decoder))
        case .ended: self = .ended(try Ended(from: decoder))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
        switch self {
        case .opened(let opened): try opened.encode(to: encoder)
        case .seatTaken(let taken): try taken.encode(to: encoder)
        case .questionAsked(let asked): try asked.encode(to: encoder)
        case .answered(let answered): try answered.encode(to: encoder)
        case .modelAnswerRevealed(let revealed): try revealed.encode(to: encoder)
        case .questionSkipped(let skipped): try skipped.encode(to: encoder)
        case .ended(let ended): try ended.encode(to: encoder)
        }
    }
}
