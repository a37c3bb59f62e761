import Interviews
import WebSockets
import Wire

/// An interview that this loop has in memory, with everybody here who is in it.
struct HeldInterview {
    /// The fold of what the log has confirmed: what everything is decided on, and the only thing that anybody is shown.
    @Boxed var confirmed: Interview
    /// Seats with a request on its way to the log. What they ask meanwhile waits for that.
    var busy: Set<SeatID> = []
    var queues: [SeatID: [Request]] = [:]
    /// Appends that the log has not answered yet.
    var inFlight = 0
    /// Whether the log may hold what was not folded here; it has to be read before anything is decided.
    var isStale = false
    var isLoading = false
    /// How far others say that the log goes.
    var announced = 0
    /// Events that others wrote while it was being read: what is read may not have them.
    var learnt: [RecordedEvent] = []
    /// Requests that wait for the log to be read, in order.
    var waiting: [Request] = []
    var audience = Listeners()
    @Boxed var room = HeldRoom()
    @Boxed var stream: PromptStream? = nil
    /// How many prompts were streamed; names the current one.
    var streamCount = 0
    /// When it is looked at next whether the time is up, by the wall clock.
    var watched: Timestamp?
    /// The same for seats with a clock of their own.
    var watchedSeats: [SeatID: Timestamp] = [:]
    /// What time or the last answer decides is on its way to the log.
    var isProposing = false

    /// How many requests of a seat wait for one another.
    static let longestQueue = 32

    init(_ id: InterviewID) {
        confirmed = Interview(id: id)
    }

    /// Whether commands can be decided at once.
    var isReady: Bool { confirmed.seq > 0 && !isStale && !isLoading }

    /// Whether a request of a seat cannot be decided yet.
    func hasToWait(_ seat: SeatID) -> Bool { isStale || busy.contains(seat) }

    var isUnused: Bool {
        audience.isEmpty && inFlight == 0 && !isLoading && waiting.isEmpty && queues.isEmpty
    }
}

/// Who is told what happens in an interview, and as which seat.
struct Listeners {
    private(set) var seats: [ConnectionID: SeatID] = [:]
    private var connections: [SeatID: Set<ConnectionID>] = [:]

    var isEmpty: Bool { seats.isEmpty }
    var everyone: [ConnectionID] { Array(seats.keys) }

    func connections(of seat: SeatID) -> Set<ConnectionID> { connections[seat] ?? [] }

    func isHere(_ seat: SeatID) -> Bool { connections[seat] != nil }

    mutating func add(_ connection: ConnectionID, as seat: SeatID) {
        remove(connection)
        seats[connection] = seat
        connections[seat, default: []].insert(connection)
    }

    mutating func remove(_ connection: ConnectionID) {
        guard let seat = seats.removeValue(forKey: connection) else { return }
        connections[seat]?.remove(connection)
        if connections[seat]?.isEmpty == true { connections[seat] = nil }
    }
}

/// A request that was accepted for an interview and is not answered yet.
struct Request {
    enum Wish {
        case open(Opener)
        /// Opens another interview with points of this one.
        case openAgain(ClientMessage.Open)
        case resume(SeatKey, seq: Int)
        case join(Joining, token: String)
        /// Reads a seat's answers to a question.
        case row(seat: SeatID, question: Int)
        case command(Command, by: SeatID)
    }

    /// Who opens an interview: the secret of the seat, and whether the client drew it.
    struct Opener {
        var token: String
        var isKnown: Bool
    }

    var connection: ConnectionID
    var ref: Reference
    var wish: Wish
    /// How often it was decided and its events were void.
    var attempts = 0

    /// What was decided on a state that others have changed meanwhile is decided anew, but not for ever.
    static let maximumAttempts = 3
}

/// What one connection may do here.
struct Session {
    /// Whose the browser is.
    var visitor: String?
    /// Digest of the browser's secret.
    var key: String?
    /// The address whose account counts; `nil` where none does.
    var address: String?
    /// The seats it holds.
    var seats: [InterviewID: SeatID] = [:]
    /// The interviews it opened last: a repeated request gets the same reply.
    var opened: [(ref: Reference, reply: ServerMessage.Opened?)] = []

    init(visitor: String? = nil, key: String? = nil, address: String? = nil) {
        (self.visitor, self.key) = (visitor, key ?? visitor)
        self.address = address
    }
}
