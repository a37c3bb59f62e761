public import QuestionBank

/// What somebody who holds a seat asks of an interview.
public enum Command: Hashable, Sendable {
    /// Submits an answer to a question.
    case answer(question: Int, text: String)
    /// Replies to the follow-up question; counts together with the answer before it.
    case reply(question: Int, text: String)
    /// Wants a nudge towards a key point that was not said.
    case hint(question: Int)
    /// Says that an attempt did say a key point, or takes that back.
    case dispute(Dispute)
    /// Wants to see the model answer.
    case reveal(question: Int)
    /// Passes a question over.
    case skip(question: Int)
    /// Wants the question back that was just skipped.
    case unskip(question: Int)
    /// Is done with a question.
    case next(question: Int)
    /// Stops the clock.
    case pauseClock
    /// Lets the clock go on.
    case resumeClock
    /// Takes more time; in a room for everybody, or for one seat.
    case extendClock(seconds: Int, for: SeatID? = nil)
    /// Ends the interview.
    case end
    /// Asks the first question of a room.
    case start
    /// Closes the answers to a question.
    case close(question: Int)
    /// Shows everybody what everybody said to a question.
    case show(question: Int)
    /// Takes back closing the answers, or going on before anybody has answered.
    case undo
    /// Lets nobody come any more, or everybody with the code again.
    case lock(Bool)
    case change(Change)
    case rule(Ruled)
    case say(text: String, to: Event.Said.Circle?)
    case moderate(message: Int, isPinned: Bool?, isTakenAway: Bool?)
    /// Changes what is still to be asked.
    case plan(Plan)
    /// Has heard a key point from the hot seat, or takes that back.
    case tick(question: Int, point: String, isSaid: Bool)

    /// Changes what a seat is called or may do; what is `nil` stays as it is.
    public struct Change: Hashable, Sendable {
        public var seat: SeatID
        public var name: SeatName?
        public var role: Seat.Role?
        public var standing: Seat.Standing?
        public var isMuted: Bool?
        /// A candidate becomes a host because none is there; whether that is so is for the asker to know.
        public var isTakeOver: Bool

        public init(
            seat: SeatID, name: SeatName? = nil, role: Seat.Role? = nil, standing: Seat.Standing? = nil,
            isMuted: Bool? = nil, isTakeOver: Bool = false
        ) {
            self.seat = seat
            self.name = name
            self.role = role
            self.standing = standing
            self.isMuted = isMuted
            self.isTakeOver = isTakeOver
        }
    }

    /// A change of the questions that are still to be asked. Places are indices in the interview.
    public enum Plan: Hashable, Sendable {
        /// Puts a question of a bank to a place; behind all where there is none.
        case add(Question, of: Topic?, to: Int?)
        /// The same with one that a host has typed; it gets its name here.
        case type(Question, to: Int?)
        /// ``Question/id``
        case move(String, to: Int)
        case remove(String)
    }

    /// Decides about a verdict of somebody's attempt.
    public struct Ruled: Hashable, Sendable {
        public var seat: SeatID
        public var isSaid: Bool
        public var dispute: Dispute
        /// Whether it holds for everybody who said it in the same words.
        public var isForAll: Bool

        public init(seat: SeatID, isSaid: Bool, _ dispute: Dispute, isForAll: Bool = false) {
            self.seat = seat
            self.isSaid = isSaid
            self.dispute = dispute
            self.isForAll = isForAll
        }
    }

    public struct Dispute: Hashable, Sendable {
        public var question: Int
        public var attempt: Int
        /// ``KeyPoint/id``
        public var point: String
        public var ranges: [TextRange]
        public var isWithdrawn: Bool

        public init(question: Int, attempt: Int, point: String, ranges: [TextRange], isWithdrawn: Bool) {
            self.question = question
            self.attempt = attempt
            self.point = point
            self.ranges = ranges
            self.isWithdrawn = isWithdrawn
        }
    }
}

/// Why a command was not carried out. Nothing changed.
public enum Refusal: Error, Hashable, Sendable {
    /// Only white space.
    case emptyAnswer
    /// Longer than ``Interview/maximumAnswerLength``.
    case answerTooLong
    /// The command is about a question that is not the one being asked.
    case notAsked(question: Int)
    /// The command needs an answer to the question first, or a follow-up question to reply to.
    case notAnswered(question: Int)
    /// In a realistic interview only its end allows this.
    case notYet
    /// There is no hint that was not taken.
    case noHint
    /// The question was not the last to be skipped, or the one after it was answered.
    case notSkipped(question: Int)
    /// The attempt or its point is not there, was said, or the ranges are not in its text.
    case notDisputable
    /// There is no clock, or it is in that state already.
    case noClock
    /// The interview is over.
    case ended
    /// The seat may not do this, or is none of this interview's.
    case notSeated
    /// No question of the bank fits the settings.
    case noQuestions
    /// Fewer questions than one, or more than ``Settings/maximumCount``.
    case countOutOfRange
    /// Longer than ``Settings/maximumSeedLength``.
    case seedTooLong
    /// A topic that the bank does not have.
    case unknownTopic(String)
    /// A weight outside 1...``Settings/maximumWeight``.
    case weightOutOfRange
    /// Seconds outside what is allowed.
    case timeOutOfRange
    /// The difficulty adapts to one candidate only.
    case notAdaptive
    /// The role of the seat does not allow it.
    case notAllowed
    /// A room needs somebody who can move it on.
    case lastHost
    /// It is like that already.
    case nothingToChange
    /// No such seat, message or question.
    case notFound
    /// The answers to the question are over: everybody has seen them.
    case shown(question: Int)
    /// The room has begun already.
    case notInLobby
    /// May not speak in the chat, or nobody may.
    case muted, chatOff
    /// Nothing but white space, or longer than ``Interview/maximumMessageLength``.
    case messageOutOfRange
    /// More or less text than a typed question has.
    case questionOutOfRange
    /// Nobody may join any more.
    case locked
    case roomFull
    case wrongPassword
    /// Sent away for good.
    case banned
}

/// What comes of a command that was not refused.
public enum Decision: Hashable, Sendable {
    /// Events to commit, in one transaction; at least one.
    case commit([Event])
    /// The request was carried out before, by the event with this number.
    case repeated(seq: Int)
}
