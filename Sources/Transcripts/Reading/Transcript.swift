public import Interviews
public import QuestionBank

/// An interview as a person reads it: what one seat was asked, said and was told. The fold of its events.
public struct Transcript: Hashable, Sendable {
    /// Who reads it. What a reader may not see is not in the transcript.
    public enum Reader: Hashable, Sendable, CaseIterable {
        /// Whose seat it is.
        case owner
        /// Who hosts the room: sees every mark at once.
        case host
        /// Who was given a link: sees what the owner sees, but not what others wrote in the chat.
        case guest
    }

    public var interview: InterviewID
    public var seat: SeatID
    /// What the seat is called in a room.
    public var name: SeatName?
    public var opened: Timestamp
    /// When the last thing happened that this seat knows of.
    public var latest: Timestamp
    /// `nil` while it is under way.
    public var ending: Ending?
    public var settings: Settings
    /// ``Bank/hash`` of the bank that the questions come from.
    public var bank: String
    /// The versions of the matching rules that the marks were made by, in their order; one, as a rule.
    public var matchers: [String]
    /// The topics of the questions that were asked.
    public var topics: [Topic]
    /// `nil` where somebody practised alone.
    public var room: RoomRules?
    public var code: RoomCode?
    /// Those that were asked, in their order.
    public var questions: [AskedQuestion]
    public var chat: [ChatMessage]
    /// How it went; of what the reader may not see yet it says nothing.
    public var report: Report
    /// What was written about answers, threads in the order of their places; none where the reader may not see it.
    public var notes: [Note] = []

    public struct Ending: Hashable, Sendable {
        public var at: Timestamp
        public var reason: Event.Ended.Reason
    }

    public func topic(_ id: String) -> Topic? { topics.first { $0.id == id } }

    /// How many answers there are in all.
    public var attemptCount: Int { questions.reduce(0) { $0 + $1.attempts.count } }
}

/// Something that was written in the room's chat.
public struct ChatMessage: Hashable, Sendable {
    /// ``RecordedEvent/seq``
    public var seq: Int
    public var at: Timestamp
    public var seat: SeatID
    public var name: SeatName?
    public var text: String
    public var isForHosts: Bool
    public var isPinned: Bool
}
