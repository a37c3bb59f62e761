/// A fact about an interview that was committed to the log: the only thing that changes an interview.
///
/// An event carries what it presumes: where that does not hold any more it is void, and changes nothing. So it may
/// be proposed by anybody, late or twice, without harm.
public enum Event: Hashable, Sendable {
    case opened(Opened)
    case seatTaken(SeatTaken)
    case questionAsked(QuestionAsked)
    case answered(Answered)
    /// The interviewer asked a follow-up question.
    case probed(Probed)
    case hintTaken(HintTaken)
    /// A candidate says that a verdict is wrong, or takes that back.
    case disputed(Disputed)
    case modelAnswerRevealed(ModelAnswerRevealed)
    case questionSkipped(QuestionSkipped)
    /// A question that was asked before is the current one again.
    case questionReopened(QuestionReopened)
    case paused(ClockChanged)
    case continued(ClockChanged)
    case timeExtended(TimeExtended)
    /// The time is up.
    case answersClosed(AnswersClosed)
    case ended(Ended)
    case seatChanged(SeatChanged)
    case roomLocked(RoomLocked)
    case boardRevealed(BoardRevealed)
    /// A host decides about a verdict.
    case ruled(Ruled)
    case said(Said)
    case chatChanged(ChatChanged)
    /// What is still to be asked became something else.
    case planChanged(PlanChanged)
    /// Somebody who follows the hot seat heard a key point, or takes that back.
    case ticked(Ticked)
    /// Whose seat it is has deleted what they did in it.
    case seatErased(SeatErased)
    /// What is left of an event that was deleted.
    case erased(Erased)
}

extension Event {
    /// The request that this event answers, if a request caused it.
    public var request: (seat: SeatID, ref: Reference)? {
        switch self {
        case .opened, .probed, .seatErased, .erased: nil
        case .answersClosed(let closed): Self.pair(closed.seat, closed.ref)
        case .seatTaken(let taken): taken.ref.map { (taken.seat.id, $0) }
        case .questionAsked(let asked): Self.pair(asked.seat, asked.ref)
        case .answered(let answered): (answered.seat, answered.ref)
        case .hintTaken(let taken): (taken.seat, taken.ref)
        case .disputed(let disputed): (disputed.seat, disputed.ref)
        case .modelAnswerRevealed(let revealed): (revealed.seat, revealed.ref)
        case .questionSkipped(let skipped): (skipped.seat, skipped.ref)
        case .questionReopened(let reopened): Self.pair(reopened.seat, reopened.ref)
        case .paused(let changed), .continued(let changed): (changed.seat, changed.ref)
        case .timeExtended(let extended): (extended.seat, extended.ref)
        case .ended(let ended): Self.pair(ended.seat, ended.ref)
        case .seatChanged(let changed): (changed.by, changed.ref)
        case .roomLocked(let locked): (locked.by, locked.ref)
        case .boardRevealed(let revealed): Self.pair(revealed.by, revealed.ref)
        case .ruled(let ruled): ruled.isAlso == true ? nil : (ruled.by, ruled.ref)
        case .said(let said): (said.seat, said.ref)
        case .chatChanged(let changed): (changed.by, changed.ref)
        case .planChanged(let changed): (changed.by, changed.ref)
        case .ticked(let ticked): (ticked.seat, ticked.ref)
        }
    }

    private static func pair(_ seat: SeatID?, _ ref: Reference?) -> (seat: SeatID, ref: Reference)? {
        guard let seat, let ref else { return nil }
        return (seat, ref)
    }
}

/// An event with its place in the log.
public struct RecordedEvent: Hashable, Sendable {
    public var interview: InterviewID
    /// Place among the interview's events, from 1 without gaps.
    public var seq: Int
    public var at: Timestamp
    public var event: Event

    public init(interview: InterviewID, seq: Int, at: Timestamp, event: Event) {
        self.interview = interview
        self.seq = seq
        self.at = at
        self.event = event
    }
}
