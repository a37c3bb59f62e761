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
    /// Takes more time.
    case extendClock(seconds: Int)
    /// Ends the interview.
    case end

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
}

/// What comes of a command that was not refused.
public enum Decision: Hashable, Sendable {
    /// Events to commit, in one transaction; at least one.
    case commit([Event])
    /// The request was carried out before, by the event with this number.
    case repeated(seq: Int)
}
