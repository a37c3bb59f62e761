import QuestionBank

/// What an event means to the people in the interview; the same when it happens and when somebody who was
/// away asks for what they missed.
public struct Notice: Hashable, Sendable {
    public enum Content: Hashable, Sendable {
        case opened(Event.Opened)
        case asked(question: Int)
        case answered(Event.Answered)
        case probed(Event.Probed)
        /// With the number of hints that are left now.
        case hinted(Event.HintTaken, left: Int)
        case disputed(Event.Disputed)
        case revealed(question: Int, modelAnswer: String?)
        case skipped(question: Int)
        case reopened(question: Int)
        case paused
        case continued
        case extended(seconds: Int)
        case closed(question: Int)
        case ended(Event.Ended.Reason)
        /// A seat was taken. In a solo interview nobody is told.
        case seatTaken(SeatID, Seat.Role)
    }

    /// Who learns of it.
    public enum Audience: Hashable, Sendable {
        case everyone
        case seat(SeatID)
    }

    public var seq: Int
    public var at: Timestamp
    public var audience: Audience
    /// The request it answers, which only the seat that made it is told.
    public var request: Request?
    public var content: Content

    public struct Request: Hashable, Sendable {
        public var seat: SeatID
        public var ref: Reference
    }

    public func concerns(_ seat: SeatID) -> Bool {
        switch audience {
        case .everyone: true
        case .seat(let only): only == seat
        }
    }
}

extension Interview {
    /// What an event of this interview means, whenever it happened.
    public func notice(of recorded: RecordedEvent) -> Notice {
        let (audience, content): (Notice.Audience, Notice.Content) =
            switch recorded.event {
            case .opened(let opened): (.everyone, .opened(opened))
            case .seatTaken(let taken): (.everyone, .seatTaken(taken.seat.id, taken.seat.role))
            case .questionAsked(let asked): (.everyone, .asked(question: asked.question))
            case .answered(let answered): (.seat(answered.seat), .answered(answered))
            case .probed(let probed): (.seat(probed.seat), .probed(probed))
            case .hintTaken(let taken):
                (.seat(taken.seat), .hinted(taken, left: hintsLeft(of: taken.question, for: taken.seat)))
            case .disputed(let disputed): (.seat(disputed.seat), .disputed(disputed))
            case .modelAnswerRevealed(let revealed):
                (
                    .seat(revealed.seat),
                    .revealed(question: revealed.question, modelAnswer: modelAnswer(to: revealed.question))
                )
            case .questionSkipped(let skipped): (.seat(skipped.seat), .skipped(question: skipped.question))
            case .questionReopened(let reopened): (.everyone, .reopened(question: reopened.question))
            case .paused: (.everyone, .paused)
            case .continued: (.everyone, .continued)
            case .timeExtended(let extended): (.everyone, .extended(seconds: extended.seconds))
            case .answersClosed(let closed): (.everyone, .closed(question: closed.question))
            case .ended(let ended): (.everyone, .ended(ended.reason))
            }
        return Notice(
            seq: recorded.seq, at: recorded.at, audience: audience,
            request: recorded.event.request.map { Notice.Request(seat: $0.seat, ref: $0.ref) },
            content: content)
    }

    private func modelAnswer(to question: Int) -> String? {
        questions.indices.contains(question) ? questions[question].modelAnswer : nil
    }
}
