import HubStage
import Interviews
import Transcripts
import Wire

/// Reads everything that the log keeps and that anybody is told, and says where one does not fit the other.
struct Witness {
    let id: InterviewID
    /// The log folded once more, and who may have been told what.
    private(set) var secrets: RoomSecrets
    private var events: [RecordedEvent] = []
    /// What everybody learns, by its number; `nil` where nobody is told.
    private var notices: [Notice?] = []
    /// What a request has done, by its seat and name.
    private var done: [String: Int] = [:]
    private var attempts: [String: Int] = [:]
    private var hasEnded = false
    /// The seats of those who have come in, by their voice.
    private(set) var seats: [Int: SeatID] = [:]
    private var everHosts: Set<SeatID> = []

    init(_ id: InterviewID) {
        self.id = id
        secrets = RoomSecrets(id)
    }

    var interview: Interview { secrets.interview }
    var latest: Int { events.count }

    /// - Returns: What is wrong with an event that was kept.
    mutating func note(_ recorded: RecordedEvent) -> String? {
        guard recorded.interview == id else { return nil }
        guard recorded.seq == events.count + 1 else {
            return "the log has the number \(recorded.seq) after \(events.count)"
        }
        events.append(recorded)
        let problem = secrets.fold(recorded)
        everHosts.formUnion(interview.seats.hosts)
        guard interview.counted(recorded.seq) else {
            notices.append(nil)
            return nil
        }
        notices.append(interview.notice(of: recorded))
        return problem ?? judge(recorded)
    }

    /// Knows nothing of how events are folded.
    private mutating func judge(_ recorded: RecordedEvent) -> String? {
        let event = recorded.event
        if hasEnded, !RoomSecrets.comesAfterTheEnd(event) { return "\(event.kind) counts after the end" }
        if case .ended = event { hasEnded = true }
        if let (seat, ref) = event.request {
            let name = "\(seat) \(ref)"
            if let before = done[name] { return "\(before) and \(recorded.seq) both do \(ref) of \(seat)" }
            done[name] = recorded.seq
        }
        if case .answered(let answered) = event {
            let name = "\(answered.seat) \(answered.question)"
            guard answered.attempt == attempts[name, default: 0] + 1 else {
                return "attempt \(answered.attempt) of \(name) comes after \(attempts[name, default: 0])"
            }
            attempts[name] = answered.attempt
        }
        return nil
    }

    /// - Parameter voice: whose words they are; see ``Person/voice``.
    /// - Returns: What is wrong with a message that is being sent.
    mutating func check(_ told: Told, to voice: Int, of voices: Int) -> String? {
        switch told.message {
        case .joined(let resumed), .resumed(let resumed): seats[voice] = resumed.seat
        case .opened(let opened): seats[voice] = opened.seat
        default: break
        }
        let seat = seats[voice]
        for number in told.numbers where number > latest {
            return "is told change \(number), and the log has \(latest)"
        }
        for number in told.changes {
            guard (1...latest).contains(number), let notice = notices[number - 1] else {
                return "is told \(number), which changed nothing"
            }
            guard let seat, concerns(notice, seat) || tellsHosts(notice) && everHosts.contains(seat) else {
                return "is told \(number), which is for \(notice.audience)"
            }
        }
        if case .answered(let answered) = told.message, let ref = answered.ref, let seat,
            events[answered.seq - 1].event.request.map({ $0 != (seat, ref) }) ?? true
        {
            return "is told that \(answered.seq) is the answer \(ref), and it is not"
        }
        return secrets.leak(in: told.text, to: seat, number: voice, people: voices)
    }

    // Said here once more, so that it is not believed to whoever is watched.

    private func concerns(_ notice: Notice, _ seat: SeatID) -> Bool {
        notice.audience == .everyone || notice.audience == .seat(seat)
            || notice.audience == .seatAndHosts(seat)
    }

    private func tellsHosts(_ notice: Notice) -> Bool {
        switch notice.audience {
        case .hosts, .seatAndHosts: true
        case .everyone, .seat: false
        }
    }

    /// Whether a request has done something once.
    func hasDone(_ ref: String, by voice: Int) -> Bool {
        seats[voice].map { done["\($0) \(ref)"] != nil } ?? false
    }

    /// The changes that a seat should know of after all.
    func owed(to voice: Int) -> [Int] {
        guard let seat = seats[voice] else { return [] }
        return notices.compactMap { notice in
            guard let notice, concerns(notice, seat) else { return nil }
            switch notice.content {
            // Who is here is told as it stands.
            case .opened, .seatTaken, .seatChanged, .nothing: return nil
            default: return notice.seq
            }
        }
    }

    /// - Returns: What is wrong with the log when all is over.
    func checkTwice() -> String? {
        var once = Interview(id: id)
        for event in events {
            once.apply(event)
            let before = once
            if once.apply(event).counts || once != before { return "event \(event.seq) counts twice" }
        }
        return once == interview ? nil : "the log is folded differently a second time"
    }
}
