import Interviews
import QuestionBank

/// An event with numbers in place of its questions, without its visitor, and packed where its interview's format has it so.
///
/// Events that were kept before there were numbers hold their questions themselves.
struct StoredEvent: Codable {
    /// The numbers of the questions of an opening, or of what was planned.
    private struct Kept: Codable {
        var questions: [Int]
        var alternatives: [[Int]]?
    }

    private enum CodingKeys: String, CodingKey {
        case kept, packed
    }

    private var event: Event
    private var kept: Kept?
    /// What stands for all of it where it is packed.
    private(set) var packed: PackedAnswer?

    /// - Parameter format: of its interview; `nil` where nothing is to be packed.
    init(_ event: Event, in format: Format? = nil, number: (Question) throws -> Int) rethrows {
        self.event = event
        if case .answered(let answered) = event, format?.packsAnswers == true {
            packed = PackedAnswer(answered)
        }
        if case .seatTaken(var taken) = event {
            taken.seat.visitor = nil
            self.event = .seatTaken(taken)
        }
        if case .planChanged(var changed) = event {
            kept = Kept(questions: try changed.questions.map(number))
            changed.questions = []
            self.event = .planChanged(changed)
        }
        guard case .opened(var opened) = event else { return }
        kept = Kept(
            questions: try opened.questions.map(number),
            alternatives: try opened.alternatives?.map { try $0.map(number) })
        opened.questions = []
        opened.alternatives = nil
        opened.visitor = nil
        self.event = .opened(opened)
    }

    /// The numbers that stand for questions.
    var questions: Set<Int> {
        guard let kept else { return [] }
        return Set(kept.questions).union(kept.alternatives?.flatMap(\.self) ?? [])
    }

    /// The event as it was.
    func event(visitor: String?, question: (Int) throws -> Question) rethrows -> Event {
        if case .seatTaken(var taken) = event {
            taken.seat.visitor = visitor ?? taken.seat.visitor
            return .seatTaken(taken)
        }
        if case .planChanged(var changed) = event, let kept {
            changed.questions = try kept.questions.map(question)
            return .planChanged(changed)
        }
        guard case .opened(var opened) = event else { return event }
        opened.visitor = visitor ?? opened.visitor
        if let kept {
            opened.questions = try kept.questions.map(question)
            opened.alternatives = try kept.alternatives?.map { try $0.map(question) }
        }
        return .opened(opened)
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard !container.contains(.packed) else {
            event = .answered(try PackedAnswer(from: decoder).answer())
            return
        }
        event = try Event(from: decoder)
        kept = try container.decodeIfPresent(Kept.self, forKey: .kept)
    }

    func encode(to encoder: any Encoder) throws {
        try event.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(kept, forKey: .kept)
    }
}

extension Event {
    /// Digest of the secret of the visitor whose doing the event was, where it says so.
    var visitor: String? {
        switch self {
        case .opened(let opened): opened.visitor
        case .seatTaken(let taken): taken.seat.visitor
        default: nil
        }
    }
}
