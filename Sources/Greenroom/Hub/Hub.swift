import Interviews
import Marking
public import QuestionBank
import Transcripts
import WebSockets
import Wire

/// What a loop does with what people say: finds the interview, lets it decide, waits for the log, and tells
/// everybody concerned. A value that performs nothing itself and is confined to its loop.
public struct Hub {
    var bank: Bank {
        didSet { welcome = ServerMessage.welcome(.init(bank, hosting: hosting.kind)) }
    }
    var welcome: ServerMessage
    var sessions: [ConnectionID: Session] = [:]
    var held: [InterviewID: HeldInterview] = [:]
    /// The requests whose appends the log has not answered, by ticket; `nil` where nobody asked.
    var inFlight: [UInt64: (interview: InterviewID, request: Request?, seat: SeatID?)] = [:]
    /// The requests that wait for what the log remembers, by ticket.
    var recalls: [UInt64: Recall] = [:]
    /// The requests that wait for a room to be found by its code, by ticket.
    var searches: [UInt64: Request] = [:]
    /// The requests that wait for what their visitor was asked about, by ticket.
    var consultations: [UInt64: Consultation] = [:]
    /// The visitors who wait to be forgotten, by ticket.
    var forgettings: [UInt64: Forgetting] = [:]
    /// The visitors of whom all is about to be gone or another's, by ticket.
    var departures: [UInt64: Departure] = [:]
    /// The visitors who want transcripts deleted, by ticket.
    var erasings: [UInt64: Erasing] = [:]
    /// Who found fault with a question, by ticket.
    var flaggings: [UInt64: (ref: Reference, connection: ConnectionID)] = [:]
    /// What visitors asked for that is done elsewhere, by ticket.
    var errands: [UInt64: (errand: Errand, connection: ConnectionID)] = [:]
    /// Whom appends that are on their way say something about, by ticket.
    var sayings: [UInt64: Set<String>] = [:]
    /// The requests whose secret is looked up in the log, by ticket.
    var checks: [UInt64: (interview: InterviewID, request: Request)] = [:]
    var lastTicket: UInt64 = 0
    let matchers: Matchers
    /// Made when a host first looks for a question.
    var finder: QuestionFinder?
    var effects: [Effect] = []
    let secrets: any SecretSource
    /// Who may open rooms.
    let hosting: HostingRule
    /// The time of the input being handled, free of jumps.
    var now = Timestamp(milliseconds: 0)
    /// The same in nanoseconds, by the steady clock alone.
    var uptime: UInt64 = 0
    private var clock = SteadyClock()
    var rates: RateLimits
    var documents = DocumentDesk()
    /// When another server of the same log was last heard of.
    var companySeenAt: Timestamp?

    /// How many interviews one connection may be in.
    static let maximumSeats = 16
    /// How long an interview stays in memory when nobody is in it.
    static let patience = Duration.seconds(60)

    public init(
        bank: Bank, hosting: HostingRule = .open, secrets: any SecretSource = SystemSecretSource(),
        limits: RequestLimits = RequestLimits(), matchers: Matchers = Matchers()
    ) {
        self.bank = bank
        self.matchers = matchers
        self.hosting = hosting
        self.secrets = secrets
        rates = RateLimits(limits)
        welcome = ServerMessage.welcome(.init(bank, hosting: hosting.kind))
    }

    /// Takes what happened and returns what to do about it.
    public mutating func handle(_ input: Input, at moment: Moment) -> [Effect] {
        now = clock.reading(at: moment)
        uptime = UInt64(max(0, moment.steady)) &* 1_000_000
        effects.removeAll(keepingCapacity: true)
        switch input {
        case .connected(let connection, let visitor, let key, let address):
            sessions[connection] = Session(visitor: visitor, key: key, address: address)
            send(welcome, to: connection)
        case .received(let text, let connection):
            if mayBeRead(text, on: connection) { received(text, on: connection) }
        case .receivedBinary(let connection):
            guard mayBeRead("", on: connection) else { break }
            refuse(Refused(UnreadableMessage(code: .malformed)), to: connection)
        case .disconnected(let connection):
            disconnected(connection)
        case .committed(let completions):
            for completion in completions {
                committed(completion)
                noteSaid(completion.ticket)
            }
        case .loaded(let interview, let result):
            loaded(interview, result)
        case .woken(.speak(let interview, let stream)):
            speak(interview, stream: stream)
        case .woken(.forget(let interview)):
            if held[interview]?.isUnused == true { held[interview] = nil } else { forgetLater(interview) }
        case .woken(.close(let interview)):
            closeIfTimeIsUp(interview)
        case .woken(.closeSeat(let interview, let seat)):
            closeIfTimeIsUp(interview, for: seat)
        case .woken(.tellNews(let interview)):
            tellNews(in: interview)
        case .woken(.lookForStuck(let interview)):
            lookForStuck(in: interview)
        case .bankChanged(let bank):
            self.bank = bank
        case .recalled(let ticket, let result):
            recalled(ticket, result)
        case .found(let ticket, let result):
            found(ticket, result)
        case .documentRead(let document, let connection, let ref):
            read(document, for: connection, ref)
        case .consulted(let ticket, let result):
            consulted(ticket, result)
        case .seatFound(let ticket, let result):
            seatFound(ticket, result)
        case .reviewsForgotten(let ticket, let result):
            reviewsForgotten(ticket, result)
        case .erased(let ticket, let result):
            erased(ticket, result)
        case .flagged(let ticket, let result):
            flagged(ticket, result)
        case .advanced(let latest):
            advanced(latest)
        case .whispered(let whisper):
            whispered(whisper)
        case .secondPassed(let isDeaf):
            if isDeaf { refreshEchoes() } else { forgetEchoes() }
        case .purged(let interviews):
            purged(interviews)
        case .ran(let ticket, let result):
            ran(ticket, result)
        }
        return effects
    }

    /// How many interviews are in memory.
    public var interviewCount: Int { held.count }

    mutating func send(_ message: ServerMessage, to connection: ConnectionID) {
        effects.append(.send(message, to: connection))
    }

    mutating func refuse(_ refused: Refused, to connection: ConnectionID) {
        // Asked for again under its name, it is looked at anew.
        sessions[connection]?.opened.removeAll { $0.ref == refused.ref && $0.reply == nil }
        effects.append(.log(.refused(refused.code)))
        send(.refused(refused), to: connection)
    }
}
