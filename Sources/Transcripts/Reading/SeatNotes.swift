import Interviews
import Marking

/// What is written down of the events that count.
struct Notes: Sendable {
    var common = CommonNotes()
    var seats: [SeatID: SeatNotes] = [:]

    /// - Parameter interview: after the event.
    mutating func take(_ recorded: RecordedEvent, in interview: Interview) {
        if case .seatErased(let erased) = recorded.event { seats[erased.seat] = nil }
        guard let seat = recorded.event.lane else { return common.take(recorded) }
        seats[seat, default: SeatNotes()].take(recorded, of: seat, in: interview)
    }
}

/// What happened to one seat alone.
struct SeatNotes: Sendable {
    var asked: [Int: Timestamp] = [:]
    var attempts: [Int: [Attempt]] = [:]
    var hints: [Int: [AskedQuestion.HintTaken]] = [:]
    var followUps: [Int: [AskedQuestion.FollowUpAsked]] = [:]
    var revealed: [Int: Timestamp] = [:]
    var latest: Timestamp?

    mutating func take(_ recorded: RecordedEvent, of seat: SeatID, in interview: Interview) {
        let at = recorded.at
        latest = at
        switch recorded.event {
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
        case .opened, .seatTaken, .questionSkipped, .questionReopened, .paused, .continued, .timeExtended,
            .answersClosed, .ended, .seatChanged, .roomLocked, .boardRevealed, .said, .chatChanged,
            .planChanged, .ticked, .seatErased, .erased:
            break
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
                    .init(
                        at: at, point: disputed.point,
                        isSaid: attempt.mark?.points.first { $0.keyPoint == disputed.point }?.verdict != .hit,
                        ranges: disputed.ranges, by: nil))
            }
        }
    }

    private mutating func change(_ question: Int, _ number: Int, _ change: (inout Attempt) -> Void) {
        guard let index = attempts[question]?.firstIndex(where: { $0.number == number }) else { return }
        change(&attempts[question, default: []][index])
    }
}
