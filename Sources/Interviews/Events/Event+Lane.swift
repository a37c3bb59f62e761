extension Event {
    /// Whom an event concerns, whether it counts or not; `nil` for everyone.
    public var lane: SeatID? {
        switch self {
        case .opened, .seatTaken, .paused, .continued, .ended, .seatChanged, .roomLocked, .boardRevealed,
            .chatChanged, .said, .planChanged, .seatErased, .erased:
            nil
        case .questionAsked(let asked): asked.for
        case .questionReopened(let reopened): reopened.for
        case .answered(let answered): answered.seat
        case .probed(let probed): probed.seat
        case .hintTaken(let taken): taken.seat
        case .disputed(let disputed): disputed.seat
        case .modelAnswerRevealed(let revealed): revealed.seat
        case .questionSkipped(let skipped): skipped.seat
        case .timeExtended(let extended): extended.for
        case .answersClosed(let closed): closed.for
        case .ruled(let ruled): ruled.seat
        case .ticked(let ticked): ticked.seat
        }
    }
}
