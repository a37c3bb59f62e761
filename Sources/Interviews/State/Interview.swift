public import QuestionBank

/// One run through chosen questions: the fold of its events. Solo and group are the same thing; an interview
/// has seats. A value: nothing here waits, performs, or asks the time.
public struct Interview: Hashable, Sendable {
    /// Where the interview stands.
    public enum Phase: Hashable, Sendable {
        /// No event was applied yet.
        case notOpened
        /// Open, but no question was asked yet.
        case lobby
        case underWay
        case ended(Event.Ended.Reason)
    }

    /// In UTF-16 code units.
    public static let maximumAnswerLength = 20_000
    /// In UTF-16 code units.
    public static let maximumMessageLength = 1000
    /// How many seats a room has.
    public static let maximumSeats = 5000

    public let id: InterviewID
    /// The number of the last event applied; 0 before the first.
    public private(set) var seq = 0
    public internal(set) var phase = Phase.notOpened
    /// How it was set up and with which questions; `nil` before the first event.
    @Boxed public internal(set) var opening: Event.Opened? = nil
    /// In the order in which they are asked. Where the difficulty adapts, those that are still to come may change.
    public internal(set) var questions: [Question] = []
    @Boxed public internal(set) var seats = Seats()
    @Boxed var room = Room()
    /// The numbers of the events that did not count.
    private var void: Set<Int> = []

    public init(id: InterviewID) {
        self.id = id
    }

    /// Folds an event that came back from the log: says whether it counts, and what to tell whom.
    ///
    /// Total and idempotent: an event that was applied before changes nothing, and so does one that leaves a
    /// gap behind ``seq``; whoever finds `seq` unmoved has to read the missing ones first.
    @discardableResult
    public mutating func apply(_ recorded: RecordedEvent) -> Applied {
        guard recorded.interview == id, recorded.seq == seq + 1 else { return .void }
        seq = recorded.seq
        let request = recorded.event.request
        let isRepeated = request.map { seats[$0.seat]?.requests[$0.ref] != nil } ?? false
        guard !isRepeated, changeState(by: recorded.event, at: recorded.at, seq: recorded.seq) else {
            void.insert(recorded.seq)
            return .void
        }
        if let request { seats.update(request.seat) { $0.requests.note(request.ref, recorded.seq) } }
        var notice = notice(of: recorded)
        notice.before = noteTold(notice)
        return Applied(counts: true, notices: [notice])
    }

    /// Whether the event with this number, which was applied, changed anything.
    public func counted(_ seq: Int) -> Bool { seq <= self.seq && !void.contains(seq) }

    /// - Returns: The number of the change before in its lane.
    private mutating func noteTold(_ notice: Notice) -> Int? {
        switch notice.content {
        // Who is in a room is told as it stands, for many at once, and in no lane.
        case .seatTaken, .seatChanged: return nil
        default: break
        }
        switch notice.audience {
        case .everyone:
            defer { room.lastSeq = notice.seq }
            return room.lastSeq
        case .seat(let seat), .seatAndHosts(let seat):
            return seats.update(seat) { state in
                defer { state.lastSeq = notice.seq }
                return state.lastSeq
            }
        case .hosts:
            return nil
        }
    }
}

/// What came of an event.
public struct Applied: Hashable, Sendable {
    /// Whether it changed anything. What does not count is void: it keeps its number, and nobody is told.
    public var counts: Bool
    public var notices: [Notice]

    static let void = Applied(counts: false, notices: [])
}
