public import Interviews

/// Why a request was refused; part of the protocol and never renamed.
public enum RefusalCode: String, Hashable, Sendable, Codable, CaseIterable {
    /// Not JSON, not an object, or a binary frame.
    case malformed
    case unknownType, missingField, wrongType, badValue
    case emptyAnswer, tooLong
    /// No such interview, or the token is not one of its seats': nobody learns which.
    case noSuchSeat
    /// This connection holds no seat in that interview.
    case notSeated
    case notAsked, notAnswered, notSkipped, ended
    /// A realistic interview tells it only when it is over.
    case notYet
    case noHint, notDisputable, noClock
    case noQuestions
    /// The set-up was made with another bank than the server has.
    case otherBank
    /// No key point is due for this visitor.
    case noneDue
    /// The store could not keep it.
    case notKept
    /// The store could not read it.
    case notRead
    /// It was written by a newer version of the server.
    case newer
    /// The role of the seat does not allow it.
    case notAllowed
    /// A room needs somebody who can move it on.
    case lastHost
    /// It is like that already.
    case nothingToChange
    /// There is no such seat, message or room.
    case notFound
    /// Everybody has seen the answers to the question.
    case shown
    /// The room has begun already.
    case notInLobby
    case muted, chatOff, locked, roomFull, wrongPassword, banned
    /// No room has that code.
    case noSuchRoom
    /// Nothing that people could be called by.
    case badName
    /// Too many codes or passwords that were wrong.
    case tooManyTries
    /// Rooms are not opened here.
    case hostingOff
    /// Not the operator's key for opening rooms.
    case wrongKey
    /// More than the server takes from one connection at a time.
    case busy
    /// More in a short time than a connection, a visitor or an address may ask for: ``Refused/retryAfter`` says when
    /// it can be asked again.
    case tooFast
}

/// The answer to a request that was not carried out. The connection stays open.
public struct Refused: Hashable, Sendable, Codable {
    /// Absent where it could not be read.
    public var ref: Reference?
    public var interview: InterviewID?
    public var code: RefusalCode
    /// A sentence for people.
    public var message: String
    /// Seconds after which it can be asked again; at least 1.
    public var retryAfter: Int?

    public init(
        ref: Reference? = nil, interview: InterviewID? = nil, code: RefusalCode, message: String,
        retryAfter: Int? = nil
    ) {
        self.ref = ref
        self.interview = interview
        self.code = code
        self.message = message
        self.retryAfter = retryAfter
    }
}

extension Refused {
    public init(_ unreadable: UnreadableMessage) {
        self.init(ref: unreadable.ref, code: unreadable.code, message: unreadable.sentence)
    }

    public init(_ refusal: Refusal, ref: Reference, interview: InterviewID?) {
        let (code, message): (RefusalCode, String) =
            switch refusal {
            case .emptyAnswer: (.emptyAnswer, "There is nothing in the answer yet.")
            case .answerTooLong:
                (.tooLong, "An answer has at most \(Interview.maximumAnswerLength) characters.")
            case .notAsked: (.notAsked, "That is not the question being asked.")
            case .notAnswered: (.notAnswered, "Answer the question first, or skip it.")
            case .ended: (.ended, "The interview is over.")
            case .notSeated: (.notSeated, "You hold no seat in this interview.")
            case .noQuestions: (.noQuestions, "There is no question for this choice of topics.")
            case .countOutOfRange: (.badValue, "An interview has 1 to \(Settings.maximumCount) questions.")
            case .seedTooLong: (.badValue, "A seed has at most \(Settings.maximumSeedLength) characters.")
            case .unknownTopic: (.badValue, "One of the topics is not in the bank.")
            case .weightOutOfRange:
                (.badValue, "The weight of a topic is 1 to \(Settings.maximumWeight).")
            case .timeOutOfRange: (.badValue, "That is more or less time than can be given.")
            case .notYet: (.notYet, "That comes at the end of this interview.")
            case .noHint: (.noHint, "There is no further hint.")
            case .notSkipped: (.notSkipped, "That skip cannot be undone any more.")
            case .notDisputable: (.notDisputable, "There is nothing to dispute there.")
            case .notAdaptive: (.badValue, "Adaptive difficulty is for interviews of one candidate.")
            case .notAllowed: (.notAllowed, "Your seat may not do that.")
            case .lastHost: (.lastHost, "Somebody has to host. Make somebody else a host first.")
            case .nothingToChange: (.nothingToChange, "It is like that already.")
            case .notFound: (.notFound, "There is no such thing here.")
            case .shown: (.shown, "Everybody has seen the answers to this question.")
            case .notInLobby: (.notInLobby, "The interview has begun already.")
            case .muted: (.muted, "The host has muted you.")
            case .chatOff: (.chatOff, "There is no chat in this room.")
            case .messageOutOfRange:
                (.tooLong, "A message has 1 to \(Interview.maximumMessageLength) characters.")
            case .questionOutOfRange:
                (.tooLong, "A question has 1 to 2000 characters and at most 20 key points of 300.")
            case .locked: (.locked, "The room is locked.")
            case .roomFull: (.roomFull, "The room is full.")
            case .wrongPassword: (.wrongPassword, "That is not the room's password.")
            case .banned: (.banned, "The host does not let you in any more.")
            case .noClock: (.noClock, "There is no clock to change, or it is as you want it already.")
            }
        self.init(ref: ref, interview: interview, code: code, message: message)
    }
}
