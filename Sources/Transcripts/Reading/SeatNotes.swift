import Interviews
import Marking

/// What is written down of the events that count, for one seat.
struct SeatNotes {
    let seat: SeatID
    var asked: [Int: Timestamp] = [:]
    var attempts: [Int: [Attempt]] = [:]
    var hints: [Int: [AskedQuestion.HintTaken]] = [:]
    var followUps: [Int: [AskedQuestion.FollowUpAsked]] = [:]
    var revealed: [Int: Timestamp] = [:]
    var ending: Transcript.Ending?
    var latest: Timestamp?
    private var said: [ChatMessage] = []
    private var takenAway: Set<Int> = []

    init(seat: SeatID) {
        self.seat = seat
    }

    /// - Parameter interview: after the event.
    mutating func take(_ recorded: RecordedEvent, in interview: Interview) {
        let (event, at) = (recorded.event, recorded.at)
        guard event.lane == nil || event.lane == seat else { return }
        latest = at
        switch event {
        case .questionAsked(let event):
            asked[event.question] = asked[event.question] ?? at
        case .answered(let answered):
            let response = interview.response(of: seat, to: answered.question)
            attempts[answered.question, default: []].append(
                Attempt(
                    number: answered.attempt, at: at, text: answered.text, reply: answered.reply,
                    isLate: answered.isLate == true || response.isLate(answered.attempt),
                    mark: answered.mark, claims: [], rulings: []))
        case .probed(let probed):
            followUps[probed.question, default: []].append(
                .init(at: at, attempt: probed.attempt, point: probed.point, text: probed.text))
        case .hintTaken(let taken):
            let before = attempts[taken.question]?.count ?? 0
            hints[taken.question, default: []].append(.init(at: at, attempts: before, hint: taken.hint))
        case .disputed(let disputed):
            dispute(disputed, at: at, isHosted: interview.rules != nil)
        case .ruled(let ruled):
            change(ruled.question, ruled.attempt) { attempt in
                attempt.rulings.removeAll { $0.point == ruled.point }
                guard !ruled.isWithdrawn else { return }
                attempt.claims.removeAll { $0.point == ruled.point }
                attempt.rulings.append(
                    .init(
                        at: at, point: ruled.point, isSaid: ruled.isSaid, ranges: ruled.ranges, by: ruled.by))
            }
        case .modelAnswerRevealed(let event):
            revealed[event.question] = at
        case .said(let message):
            said.append(
                ChatMessage(
                    seq: recorded.seq, at: at, seat: message.seat, name: nil, text: message.text,
                    isForHosts: message.to == .hosts, isPinned: false))
        case .chatChanged(let changed):
            change(changed)
        case .ended(let ended):
            ending = .init(at: at, reason: ended.reason)
        case .opened, .seatTaken, .questionSkipped, .questionReopened, .paused, .continued, .timeExtended,
            .answersClosed, .seatChanged, .roomLocked, .boardRevealed:
            break
        }
    }

    /// What was said where the reader could read it, with the names that people have now.
    func chat(for reader: Transcript.Reader, names interview: Interview) -> [ChatMessage] {
        guard reader != .guest else { return [] }
        return said.filter { message in
            !takenAway.contains(message.seq)
                && (!message.isForHosts || reader == .host || message.seat == seat)
        }.map { message in
            var message = message
            message.name = interview.seats[message.seat]?.name
            return message
        }
    }

    /// Where somebody hosts a dispute waits for a ruling; who practises alone rules by it.
    private mutating func dispute(_ disputed: Event.Disputed, at: Timestamp, isHosted: Bool) {
        change(disputed.question, disputed.attempt) { attempt in
            if isHosted {
                attempt.claims.removeAll { $0.point == disputed.point }
                guard !disputed.isWithdrawn else { return }
                attempt.claims.append(.init(at: at, point: disputed.point, ranges: disputed.ranges))
            } else {
                attempt.rulings.removeAll { $0.point == disputed.point }
                guard !disputed.isWithdrawn else { return }
                attempt.rulings.append(
                    .init(at: at, point: disputed.point, isSaid: true, ranges: disputed.ranges, by: nil))
            }
        }
    }

    private mutating func change(_ question: Int, _ number: Int, _ change: (inout Attempt) -> Void) {
        guard let index = attempts[question]?.firstIndex(where: { $0.number == number }) else { return }
        change(&attempts[question, default: []][index])
    }

    private mutating func change(_ changed: Event.ChatChanged) {
        if let isTakenAway = changed.isTakenAway {
            if isTakenAway { takenAway.insert(changed.message) } else { takenAway.remove(changed.message) }
        }
        guard let isPinned = changed.isPinned,
            let index = said.firstIndex(where: { $0.seq == changed.message })
        else { return }
        said[index].isPinned = isPinned
    }
}
