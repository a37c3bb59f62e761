extension Event {
    /// The seat that the event concerns; `nil` where it concerns everyone.
    public var lane: SeatID? {
        switch self {
        case .opened, .seatTaken, .questionAsked, .questionReopened, .paused, .continued, .timeExtended,
            .answersClosed, .ended:
            nil
        case .answered(let answered): answered.seat
        case .probed(let probed): probed.seat
        case .hintTaken(let taken): taken.seat
        case .disputed(let disputed): disputed.seat
        case .modelAnswerRevealed(let revealed): revealed.seat
        case .questionSkipped(let skipped): skipped.seat
        }
    }
}
