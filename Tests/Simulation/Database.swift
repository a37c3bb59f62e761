import Interviews
import Transcripts

/// The log that all servers share, as PostgreSQL shows itself to them: what is read is what was committed by then, and
/// two transactions that go on with the same interview do not get the same numbers.
struct Database {
    /// What a server is about to keep, and behind which numbers.
    struct Transaction {
        var appends: [Append]
        fileprivate var latest: [InterviewID: Int]
    }

    private(set) var events: [InterviewID: [RecordedEvent]] = [:]
    private var rooms: [RoomCode: InterviewID] = [:]

    func latest(of interview: InterviewID) -> Int { events[interview]?.last?.seq ?? 0 }

    func begin(_ appends: [Append]) -> Transaction {
        var latest: [InterviewID: Int] = [:]
        for append in appends { latest[append.interview] = self.latest(of: append.interview) }
        return Transaction(appends: appends, latest: latest)
    }

    /// - Returns: `nil` where somebody else has gone on meanwhile: whoever loses has to begin anew.
    mutating func commit(_ transaction: Transaction) -> [Appended]? {
        guard transaction.latest.allSatisfy({ latest(of: $0.key) == $0.value }) else { return nil }
        var numbers = transaction.latest
        return transaction.appends.map { append in
            let number = numbers[append.interview] ?? 0
            switch append.place {
            case .opening where number > 0: return .taken
            case .next where number == 0: return .gone
            case .opening, .next: break
            }
            let recorded = append.events.enumerated().map { offset, event in
                RecordedEvent(
                    interview: append.interview, seq: number + 1 + offset, at: append.at, event: event)
            }
            numbers[append.interview] = number + recorded.count
            events[append.interview, default: []] += recorded
            if case .opened(let opened)? = append.events.first, let code = opened.code {
                rooms[code] = append.interview
            }
            return .recorded(recorded)
        }
    }

    func events(
        of interview: InterviewID, lanes: Lanes = .all, after seq: Int, limit: Int = .max
    ) -> [RecordedEvent] {
        let later = (events[interview] ?? []).lazy.filter { recorded in
            recorded.seq > seq
                && lanes.contains(recorded.event.lane?.text, kind: recorded.event.kind.rawValue)
        }
        return Array(later.prefix(limit))
    }

    func interview(with code: RoomCode) -> InterviewID? { rooms[code] }

    func hasSeat(_ holder: SeatHolder, in interview: InterviewID) -> Bool {
        (events[interview] ?? []).contains { recorded in
            guard case .seatTaken(let taken) = recorded.event else { return false }
            return switch holder {
            case .secret(let digest): taken.seat.tokenDigest == digest
            case .visitor(let visitor): taken.seat.visitor == visitor
            }
        }
    }
}
