import Interviews
import QuestionBank

/// A room driven like the server does it: decide, record, apply.
struct RoomRehearsal {
    var interview: Interview
    private(set) var log: [RecordedEvent] = []
    var now = Timestamp(milliseconds: 0)
    private var requests = 0

    static let host = SeatID("h1")

    init(_ rules: RoomRules, limit: Settings.TimeLimit? = nil, mode: Settings.Mode = .coached) throws {
        guard let id = InterviewID("0123456789abcdef"), let code = RoomCode("kq7m2xrd") else {
            preconditionFailure("a room's name and code")
        }
        interview = Interview(id: id)
        var settings = Settings(topics: [], count: 3, seed: "s", pace: .instant)
        (settings.limit, settings.mode) = (limit, mode)
        let room = RoomSetup(rules: rules, code: code, hostName: SeatName("Ada"))
        record(
            try Interview.open(
                settings, from: smallBank, seat: "host", visitor: nil, room: room, ref: ref("open")))
    }

    /// - Returns: The seat, where it was taken.
    @discardableResult
    mutating func join(_ name: String, as role: Seat.Role = .candidate) throws(Refusal) -> SeatID? {
        requests += 1
        let joining = Joining(role: role, name: SeatName(name), tokenDigest: "secret of \(name)")
        guard let event = try interview.join(joining, ref: ref("j\(requests)")) else { return nil }
        record([event])
        return interview.seats.held(by: joining.tokenDigest)?.id
    }

    /// - Returns: What was told to whom, and why not where it was refused.
    @discardableResult
    mutating func ask(_ command: Command, by seat: SeatID) -> (applied: [Applied], refusal: Refusal?) {
        requests += 1
        do throws(Refusal) {
            let decision = try interview.decide(
                command, by: seat, ref: ref("r\(requests)"), marking: marked)
            guard case .commit(let events) = decision else { return ([], nil) }
            return (record(events), nil)
        } catch {
            return ([], error)
        }
    }

    @discardableResult
    mutating func record(_ events: [Event]) -> [Applied] {
        events.map { event in
            let recorded = RecordedEvent(
                interview: interview.id, seq: log.count + 1, at: now, event: event)
            log.append(recorded)
            return interview.apply(recorded)
        }
    }
}
