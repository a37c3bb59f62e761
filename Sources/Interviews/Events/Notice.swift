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
        /// With the places that say key points, where they are known.
        case revealed(
            question: Int, modelAnswer: String?, said: [Event.ModelAnswerRevealed.Said]? = nil)
        case skipped(question: Int)
        case reopened(question: Int)
        case paused
        case continued
        case extended(seconds: Int)
        case closed(question: Int)
        case ended(Event.Ended.Reason)
        /// A seat was taken. In a solo interview nobody is told.
        case seatTaken(SeatID, Seat.Role)
        case seatChanged(SeatID)
        case locked(Bool)
        case shown(question: Int)
        case ruled(Event.Ruled)
        case said(Event.Said)
        case chatChanged(Event.ChatChanged)
        /// The questions to come changed; all but hosts learn only how many there are now.
        case planned(count: Int)
        case ticked(Event.Ticked)
        /// The seat has come to the end, where each moves on alone.
        case finished(question: Int)
        /// It was deleted.
        case nothing
    }

    /// Who learns of it.
    public enum Audience: Hashable, Sendable {
        case everyone
        case seat(SeatID)
        case hosts
        case seatAndHosts(SeatID)

        /// The only seat whose own affair it is; `nil` where it is told to all or to hosts.
        public var lane: SeatID? {
            switch self {
            case .everyone, .hosts: nil
            case .seat(let seat), .seatAndHosts(let seat): seat
            }
        }
    }

    public var seq: Int
    public var at: Timestamp
    public var audience: Audience
    /// The number of the change before it in its lane, where it is told as it happens.
    public var before: Int?
    /// Who asked for it.
    public var request: Request?
    public var content: Content

    public struct Request: Hashable, Sendable {
        public var seat: SeatID
        public var ref: Reference

        public init(seat: SeatID, ref: Reference) {
            self.seat = seat
            self.ref = ref
        }
    }

    public func concerns(_ seat: SeatID, isHost: Bool = false) -> Bool {
        switch audience {
        case .everyone: true
        case .seat(let only): only == seat
        case .hosts: isHost
        case .seatAndHosts(let one): one == seat || isHost
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
            case .questionAsked(let asked): (Self.audience(asked.for), .asked(question: asked.question))
            case .answered(let answered): (.seat(answered.seat), .answered(judged(answered)))
            case .probed(let probed): (.seat(probed.seat), .probed(probed))
            case .hintTaken(let taken):
                (.seat(taken.seat), .hinted(taken, left: hintsLeft(of: taken.question, for: taken.seat)))
            case .disputed(let disputed): (.seat(disputed.seat), .disputed(disputed))
            case .modelAnswerRevealed(let revealed):
                (
                    .seat(revealed.seat),
                    .revealed(
                        question: revealed.question, modelAnswer: modelAnswer(to: revealed.question),
                        said: revealed.said)
                )
            case .questionSkipped(let skipped): (.seat(skipped.seat), .skipped(question: skipped.question))
            case .questionReopened(let reopened):
                (Self.audience(reopened.for), .reopened(question: reopened.question))
            case .paused: (.everyone, .paused)
            case .continued: (.everyone, .continued)
            case .timeExtended(let extended):
                (
                    extended.for.map { .seatAndHosts($0) } ?? .everyone,
                    .extended(seconds: extended.seconds)
                )
            case .answersClosed(let closed):
                if let only = closed.for, closed.seat == only {
                    (.seat(only), .finished(question: closed.question))
                } else {
                    (Self.audience(closed.for), .closed(question: closed.question))
                }
            case .ended(let ended): (.everyone, .ended(ended.reason))
            case .seatChanged(let changed): (.everyone, .seatChanged(changed.seat))
            case .roomLocked(let locked): (.everyone, .locked(locked.isLocked))
            case .boardRevealed(let revealed): (.everyone, .shown(question: revealed.question))
            case .ruled(let ruled):
                // Hosts hear of the one that was asked for, and for how many others it was made.
                (ruled.isAlso == true ? .seat(ruled.seat) : .seatAndHosts(ruled.seat), .ruled(ruled))
            case .said(let said):
                (said.to == .hosts ? .seatAndHosts(said.seat) : .everyone, .said(said))
            case .chatChanged(let changed): (.everyone, .chatChanged(changed))
            case .planChanged: (.everyone, .planned(count: questions.count))
            case .ticked(let ticked): (.seat(ticked.seat), .ticked(ticked))
            case .seatErased(let erased): (.everyone, .seatChanged(erased.seat))
            case .erased: (.hosts, .nothing)
            }
        return Notice(
            seq: recorded.seq, at: recorded.at, audience: audience,
            request: recorded.event.request.map { Notice.Request(seat: $0.seat, ref: $0.ref) },
            content: content)
    }

    private static func audience(_ only: SeatID?) -> Notice.Audience {
        only.map { .seat($0) } ?? .everyone
    }

    /// An answer with what the order of events says of it: it may have been closed while it was on its way.
    private func judged(_ answered: Event.Answered) -> Event.Answered {
        var answered = answered
        if response(of: answered.seat, to: answered.question).late.contains(answered.attempt) {
            answered.isLate = true
        }
        return answered
    }

    private func modelAnswer(to question: Int) -> String? {
        questions.indices.contains(question) ? questions[question].modelAnswer : nil
    }
}
