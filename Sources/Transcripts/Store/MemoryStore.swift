public import Interviews
import QuestionBank
public import Scheduling
import Synchronization

/// Keeps the log in memory, for tests and for trying things out. It forgets everything with the process.
public final class MemoryStore: EventStore, ShareStore {
    /// Rows rather than events, so that nothing passes here that a database would not take.
    struct Kept {
        var at: Timestamp
        var row: EventRow
    }

    struct State {
        var events: [InterviewID: [Kept]] = [:]
        var questions = QuestionShelf()
        var reviews: [ReviewKey: ReviewRow] = [:]
        var rooms: [RoomCode: InterviewID] = [:]
        var shares: [String: Share] = [:]
        var browsers: [String: (browser: Browser, pass: String)] = [:]
        var passes: [String: Pass] = [:]
        var notes = NoteShelf()
        var erased: [InterviewID: Set<SeatID>] = [:]

        /// Whose a key is.
        func owner(of key: String) -> String { browsers[key]?.browser.visitor ?? key }
    }

    struct ReviewKey: Hashable {
        var visitor: String
        var interview: String
        var question: String
    }

    let state = Mutex(State())

    public init() {}

    public func commit(_ appends: [Append]) throws(StoreError) -> [Appended] {
        try state.withLock { state throws(StoreError) in
            var next = state
            let outcomes = try Self.described {
                try appends.map { append in
                    let latest = next.events[append.interview]?.count ?? 0
                    if let obstacle = append.obstacle(after: latest) { return obstacle }
                    let append = append.left(without: next.erased[append.interview] ?? [])
                    try Self.keep(append, in: &next)
                    return .recorded(append.recorded(after: latest))
                }
            }
            state = next
            return outcomes
        }
    }

    public func events(
        of interview: InterviewID, lanes: Lanes, after seq: Int, limit: Int
    ) throws(StoreError) -> [RecordedEvent] {
        let (rows, questions) = state.withLock { ($0.events[interview] ?? [], $0.questions) }
        let wanted = rows.enumerated().dropFirst(seq).filter {
            lanes.contains($0.element.row.lane, kind: $0.element.row.kind)
        }
        return try Self.described {
            try wanted.prefix(limit).map { index, kept in
                let event = try EventRow.event(
                    payload: kept.row.payload, visitor: kept.row.visitor, interview: interview,
                    seq: index + 1, question: questions.question)
                return RecordedEvent(interview: interview, seq: index + 1, at: kept.at, event: event)
            }
        }
    }

    public func latest(of interview: InterviewID) -> Int {
        state.withLock { $0.events[interview]?.count ?? 0 }
    }

    public func interview(with code: RoomCode) -> InterviewID? {
        state.withLock { state in state.rooms[code].flatMap { state.events[$0] == nil ? nil : $0 } }
    }

    public func interviews(of visitor: String) -> [InterviewID] {
        state.withLock { state in
            state.events.filter { $0.value.contains { $0.row.visitor == visitor } }.keys.sorted {
                $0.text < $1.text
            }
        }
    }

    public func heads(after interview: InterviewID?, limit: Int) -> [LogHead] {
        let heads = state.withLock { state in
            state.events.compactMap { id, events in
                events.first.map { LogHead(interview: id, opened: $0.at, latest: events.count) }
            }
        }
        let wanted = heads.filter { $0.interview.text > interview?.text ?? "" }
        return Array(wanted.sorted { $0.interview.text < $1.interview.text }.prefix(limit))
    }

    public func interviewCount() -> Int {
        state.withLock { $0.events.count }
    }

    /// How many different questions are kept.
    var questionCount: Int {
        state.withLock { $0.questions.count }
    }

    public func reviews(of visitor: String, latest count: Int) -> [Review] {
        let rows = state.withLock { $0.reviews.filter { $0.key.visitor == visitor }.values }
        return rows.sorted { $0.at > $1.at }.prefix(count).flatMap(\.reviews)
    }

    public func hasSeat(_ holder: SeatHolder, in interview: InterviewID) throws(StoreError) -> Bool {
        switch holder {
        case .secret(let digest):
            try events(of: interview, lanes: .everyone, after: 0, limit: .max).contains {
                if case .seatTaken(let taken) = $0.event { taken.seat.tokenDigest == digest } else { false }
            }
        case .visitor(let visitor):
            state.withLock { $0.events[interview] ?? [] }.contains { $0.row.visitor == visitor }
        }
    }

    public func forget(_ visitor: String) {
        state.withLock { state in
            state.reviews = state.reviews.filter { $0.key.visitor != visitor }
            state.shares = state.shares.filter { $0.value.visitor != visitor }
            state.passes = state.passes.filter { $0.value.visitor != visitor }
            state.browsers = state.browsers.filter { $0.value.browser.visitor != visitor }
            state.notes.forget(visitor)
            for interview in state.events.keys {
                for index in state.events[interview]?.indices ?? 0..<0
                where state.events[interview]?[index].row.visitor == visitor {
                    state.events[interview]?[index].row.visitor = nil
                }
            }
        }
    }

    @discardableResult
    public func erase(_ interview: InterviewID) -> Bool {
        state.withLock { state in
            guard let events = state.events.removeValue(forKey: interview) else { return false }
            for kept in events { state.questions.letGo(kept.row.questions) }
            state.reviews = state.reviews.filter { $0.key.interview != interview.text }
            state.shares = state.shares.filter { $0.value.interview != interview }
            state.notes.erase(interview)
            state.erased[interview] = nil
            return true
        }
    }

    public func erase(
        _ seat: SeatID, of interview: InterviewID, at now: Timestamp
    ) throws(StoreError) -> RecordedEvent? {
        try state.withLock { state throws(StoreError) in
            var next = state
            let recorded = try Self.described { try next.erase(seat, of: interview, at: now) }
            state = next
            return recorded
        }
    }

    public func keep(_ share: Share) -> Share? {
        state.withLock { state in
            if let known = state.shares[share.digest] { return known.visitor == share.visitor ? known : nil }
            state.shares = state.shares.filter { $0.value.lives(at: share.made) }
            let count = state.shares.values.count { $0.visitor == share.visitor }
            guard count < Share.maximumCount, state.events[share.interview] != nil else { return nil }
            state.shares[share.digest] = share
            return share
        }
    }

    public func share(_ digest: String, at now: Timestamp) -> Share? {
        state.withLock { $0.shares[digest] }.flatMap { $0.lives(at: now) ? $0 : nil }
    }

    public func shares(of visitor: String, at now: Timestamp) -> [Share] {
        state.withLock { state in
            state.shares.values.filter { $0.visitor == visitor && $0.lives(at: now) }
                .sorted { ($0.made.milliseconds, $1.digest) > ($1.made.milliseconds, $0.digest) }
        }
    }

    public func takeBack(_ digest: String, of visitor: String) -> Bool {
        state.withLock { state in
            guard state.shares[digest]?.visitor == visitor else { return false }
            state.shares[digest] = nil
            return true
        }
    }

    fileprivate static func keep(_ append: Append, in state: inout State) throws {
        for event in append.events {
            var row = try EventRow(event, in: append.format) { try state.questions.number(of: $0) }
            row.visitor = row.visitor.map { state.owner(of: $0) }
            state.questions.use(row.questions)
            if case .opened(let opened) = event, let code = opened.code {
                state.rooms[code] = append.interview
            }
            state.events[append.interview, default: []].append(Kept(at: append.at, row: row))
        }
        for review in append.reviews {
            let row = ReviewRow(review, of: append.interview)
            let visitor = state.owner(of: review.visitor)
            let key = ReviewKey(visitor: visitor, interview: row.interview, question: row.question)
            state.reviews[key, default: row].ratings = row.ratings
        }
    }

    private static func described<Value>(_ work: () throws -> Value) throws(StoreError) -> Value {
        do {
            return try work()
        } catch {
            throw error as? StoreError ?? StoreError(error)
        }
    }
}

extension MemoryStore.State {
    fileprivate mutating func erase(
        _ seat: SeatID, of interview: InterviewID, at now: Timestamp
    ) throws -> RecordedEvent? {
        guard let kept = events[interview], erased[interview]?.contains(seat) != true else { return nil }
        var visitor: String?
        var isTaken = false
        for (index, one) in kept.enumerated() {
            let event = try EventRow.event(
                payload: one.row.payload, visitor: one.row.visitor, interview: interview, seq: index + 1,
                question: questions.question)
            let left = event.left(without: [seat])
            guard left != event else { continue }
            if case .seatTaken(let taken) = event { (isTaken, visitor) = (true, taken.seat.visitor) }
            var row = try EventRow(left) { try questions.number(of: $0) }
            row.lane = one.row.lane
            events[interview]?[index].row = row
        }
        guard isTaken else { return nil }
        erased[interview, default: []].insert(seat)
        reviews = reviews.filter { $0.key.interview != interview.text || $0.key.visitor != visitor }
        shares = shares.filter { $0.value.interview != interview || $0.value.seat != seat }
        notes.erase(interview, seat: seat)
        let append = Append(
            interview: interview, place: .next, events: [.seatErased(.init(seat: seat))], at: now)
        try MemoryStore.keep(append, in: &self)
        return append.recorded(after: kept.count).first
    }
}
