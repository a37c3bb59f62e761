/// What somebody who holds a seat asks of an interview.
public enum Command: Hashable, Sendable {
    /// Submits an answer to a question.
    case answer(question: Int, text: String)
    /// Wants to see the model answer.
    case reveal(question: Int)
    /// Passes a question over.
    case skip(question: Int)
    /// Is done with a question.
    case next(question: Int)
    /// Ends the interview.
    case end
}

/// Why a command was not carried out. Nothing changed.
public enum Refusal: Error, Hashable, Sendable {
    /// Only white space.
    case emptyAnswer
    /// Longer than ``Interview/maximumAnswerLength``.
    case answerTooLong
    /// The command is about a question that is not the one being asked.
    case notAsked(question: Int)
    /// The command needs an answer to the question first.
    case notAnswered(question: Int)
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
}

/// What comes of a command that was not refused.
public enum Decision: Hashable, Sendable {
    /// Events to commit, in one transaction; at least one.
    case commit([Event])
    /// The request was carried out before, by the event with this number.
    case repeated(seq: Int)
}
