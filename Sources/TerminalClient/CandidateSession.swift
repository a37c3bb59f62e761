public import Interviews
public import Wire

/// An interview as a candidate goes through it in a terminal: what comes from the server and what is typed, folded
/// into what to show and what to send. Does nothing itself.
public struct CandidateSession: Sendable {
    public enum Input: Hashable, Sendable {
        case connected
        /// - Parameter isFinal: trying again would not help.
        case disconnected(String, isFinal: Bool)
        case heard(StampedMessage)
        /// - Parameter isPasted: more of it was there at once, so that an empty line ends nothing.
        case typed(String, isPasted: Bool = false)
        /// Ctrl-D, or the end of a file.
        case endOfInput
        /// Ctrl-C
        case interrupted
        /// The time of a `wake` has come.
        case woken
    }

    public enum Effect: Hashable, Sendable {
        case show([Line])
        /// The next words of a prompt.
        case speak(String)
        case endSpeech
        /// The candidate may type.
        case prompt
        /// Something about the connection, which is no part of the interview.
        case note(String)
        case send(ClientMessage)
        case connect(after: Duration)
        case wake(after: Duration)
        case keep(SeatNote)
        case forget(InterviewID)
        /// The last: the status to end with.
        case finish(Int32)
    }

    /// How the candidate sits there.
    public struct Manner: Hashable, Sendable {
        /// A person types, who may be asked and told what to do.
        public var isConversation: Bool
        /// Words appear as they are spoken.
        public var isSpoken: Bool

        public init(isConversation: Bool, isSpoken: Bool) {
            self.isConversation = isConversation
            self.isSpoken = isSpoken
        }
    }

    enum Link: Hashable {
        case down, greeting, resuming(Reference), seated
    }

    enum Typed: Hashable {
        case line(String, isPasted: Bool)
        case end
    }

    let setUp: SetUp
    let manner: Manner
    let server: String?
    /// What the names of all requests begin with; drawn at random, so that no two sessions share one.
    let references: String
    var requests = 0

    var link = Link.down
    var wasSeated = false
    var attemptsToConnect = 0
    /// The request whose answer is still to come; sent again after a lost connection.
    var inDoubt: ClientMessage?
    var seat: SeatNote?
    var heard = Heard()
    /// Everything is told again to a candidate who comes back: only where things stand is shown.
    var isCatchingUp = false
    /// After a realistic interview: its answers, told again with their marks.
    var collected: [ServerMessage.Answered]?
    var ended: ServerMessage.Ended?
    /// The room it is in; `nil` where somebody practises alone.
    var room: RoomTalk?
    /// How to come into a room.
    var entry: RoomEntry?
    /// What a person is being asked for, before the seat can be taken.
    var asksToEnter: RoomTalk.Missing?

    var opening: ServerMessage.Opened?
    var questions: [Int: AskedQuestion] = [:]
    var current: Int?
    /// The question being spoken, and what was heard of it.
    var speaking: (question: Int, said: String)?
    var typed: [Typed] = []
    var inputIsOver = false
    var draft: [String] = []
    var isRetrying = false
    var now = Duration.zero
    var clock: Countdown?
    /// When a request that could not be kept is sent again.
    var sendsAgainAt: Duration?
    var wakesAt: Duration?
    /// The interview is over: what it missed can be practised once more.
    var again: ClientMessage.Again?
    /// What has to be said twice before it is done.
    var asksAgain: CandidateCommand?
    var effects: [Effect] = []
    var isFinished = false

    /// - Parameters:
    ///   - server: what to tell a candidate who wants to go on later; nil for the server within this process.
    ///   - note: of an interview to go on with.
    public init(
        _ setUp: SetUp, manner: Manner, server: String?, references: String, goingOnWith note: SeatNote? = nil
    ) {
        self.setUp = setUp
        self.manner = manner
        self.server = server
        self.references = references
        seat = note
        entry = setUp.entry
        draft = note?.draft ?? setUp.entry?.draft ?? []
        isCatchingUp = note != nil
    }

    /// - Parameter now: of a clock that never jumps.
    public mutating func handle(_ input: Input, at now: Duration = .zero) -> [Effect] {
        guard !isFinished else { return [] }
        self.now = now
        switch input {
        case .connected: link = .greeting
        case .disconnected(let words, let isFinal): disconnected(words, isFinal: isFinal)
        case .heard(let message): hear(message)
        case .typed(let line, let isPasted): typed.append(.line(line, isPasted: isPasted))
        case .endOfInput where manner.isConversation: typed.append(.end)
        case .endOfInput: inputIsOver = true
        case .interrupted: interrupted()
        case .woken:
            wakesAt = nil
            timeHasCome()
        }
        takeTyped()
        askToBeWoken()
        defer { effects = [] }
        return effects
    }

    mutating func show(_ lines: [Line]) {
        if !isCatchingUp { effects.append(.show(lines)) }
    }

    /// About the connection: no part of the interview.
    mutating func note(_ sentence: String) { effects.append(.note(sentence.printable)) }

    mutating func say(_ sentence: String) { show([Line(sentence, .quiet)]) }

    mutating func finish(_ status: Int32) {
        isFinished = true
        effects.append(.finish(status))
    }
}
