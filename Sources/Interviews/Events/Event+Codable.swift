extension Event {
    /// The stable name of an event's kind in the log.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case opened, seatTaken, questionAsked, answered, probed, hintTaken, disputed, modelAnswerRevealed,
            questionSkipped, questionReopened, paused, continued, timeExtended, answersClosed, ended,
            seatChanged, roomLocked, boardRevealed, ruled, said, chatChanged, planChanged, ticked,
            seatErased
    }

    public var kind: Kind { parts.kind }

    private var parts: (kind: Kind, fields: any Encodable) {
        switch self {
        case .opened(let opened): (.opened, opened)
        case .seatTaken(let taken): (.seatTaken, taken)
        case .questionAsked(let asked): (.questionAsked, asked)
        case .answered(let answered): (.answered, answered)
        case .probed(let probed): (.probed, probed)
        case .hintTaken(let taken): (.hintTaken, taken)
        case .disputed(let disputed): (.disputed, disputed)
        case .modelAnswerRevealed(let revealed): (.modelAnswerRevealed, revealed)
        case .questionSkipped(let skipped): (.questionSkipped, skipped)
        case .questionReopened(let reopened): (.questionReopened, reopened)
        case .paused(let changed): (.paused, changed)
        case .continued(let changed): (.continued, changed)
        case .timeExtended(let extended): (.timeExtended, extended)
        case .answersClosed(let closed): (.answersClosed, closed)
        case .ended(let ended): (.ended, ended)
        case .seatChanged(let changed): (.seatChanged, changed)
        case .roomLocked(let locked): (.roomLocked, locked)
        case .boardRevealed(let revealed): (.boardRevealed, revealed)
        case .ruled(let ruled): (.ruled, ruled)
        case .said(let said): (.said, said)
        case .chatChanged(let changed): (.chatChanged, changed)
        case .planChanged(let changed): (.planChanged, changed)
        case .ticked(let ticked): (.ticked, ticked)
        case .seatErased(let erased): (.seatErased, erased)
        case .erased(let erased): (erased.kind, erased)
        }
    }
}

/// One flat object for each event: its `kind` beside the fields of that kind.
extension Event: Codable {
    private enum CodingKeys: String, CodingKey {
        case kind, erased
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let kind = try container.decode(Kind.self, forKey: .kind)
        if try container.decodeIfPresent(Bool.self, forKey: .erased) == true {
            self = .erased(Erased(kind))
            return
        }
        switch kind {
        case .opened: self = .opened(try Opened(from: decoder))
        case .seatTaken: self = .seatTaken(try SeatTaken(from: decoder))
        case .questionAsked: self = .questionAsked(try QuestionAsked(from: decoder))
        case .answered: self = .answered(try Answered(from: decoder))
        case .probed: self = .probed(try Probed(from: decoder))
        case .hintTaken: self = .hintTaken(try HintTaken(from: decoder))
        case .disputed: self = .disputed(try Disputed(from: decoder))
        case .modelAnswerRevealed: self = .modelAnswerRevealed(try ModelAnswerRevealed(from: decoder))
        case .questionSkipped: self = .questionSkipped(try QuestionSkipped(from: decoder))
        case .questionReopened: self = .questionReopened(try QuestionReopened(from: decoder))
        case .paused: self = .paused(try ClockChanged(from: decoder))
        case .continued: self = .continued(try ClockChanged(from: decoder))
        case .timeExtended: self = .timeExtended(try TimeExtended(from: decoder))
        case .answersClosed: self = .answersClosed(try AnswersClosed(from: decoder))
        case .ended: self = .ended(try Ended(from: decoder))
        case .seatChanged: self = .seatChanged(try SeatChanged(from: decoder))
        case .roomLocked: self = .roomLocked(try RoomLocked(from: decoder))
        case .boardRevealed: self = .boardRevealed(try BoardRevealed(from: decoder))
        case .ruled: self = .ruled(try Ruled(from: decoder))
        case .said: self = .said(try Said(from: decoder))
        case .chatChanged: self = .chatChanged(try ChatChanged(from: decoder))
        case .planChanged: self = .planChanged(try PlanChanged(from: decoder))
        case .ticked: self = .ticked(try Ticked(from: decoder))
        case .seatErased: self = .seatErased(try SeatErased(from: decoder))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        let (kind, fields) = parts
        try container.encode(kind, forKey: .kind)
        try fields.encode(to: encoder)
    }
}
