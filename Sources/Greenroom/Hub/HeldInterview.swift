import Interviews
import WebSockets
import Wire

/// An interview that this loop has in memory, with everybody here who is in it.
struct HeldInterview {
    /// The fold of what the log has confirmed: the only thing that anybody is shown.
    var committed: Interview
    /// `committed` and what is on its way to the log: what the next command is checked against, so that
    /// commands need not wait for one another's commits.
    var projected: Interview
    /// Appends that the log has not answered yet.
    var inFlight = 0
    /// Whether `projected` may have parted from the log, which has then to be read before anything is decided.
    var isStale = false
    var isLoading = false
    /// Requests that wait for the log, in order.
    var waiting: [Request] = []
    /// Who is told what happens, and as which seat.
    var listeners: [ConnectionID: SeatID] = [:]
    var stream: PromptStream?
    /// How many prompts were streamed; names the current one.
    var streamCount = 0

    init(_ id: InterviewID) {
        committed = Interview(id: id)
        projected = committed
    }

    /// Whether commands can be decided at once.
    var isReady: Bool { committed.seq > 0 && !isStale && !isLoading }

    var isUnused: Bool { listeners.isEmpty && inFlight == 0 && !isLoading && waiting.isEmpty }
}

/// A request that was accepted for an interview and is not answered yet.
struct Request {
    enum Wish {
        case open(token: String)
        /// Opens another interview with points of this one.
        case openAgain(ClientMessage.Open)
        case resume(token: String, seq: Int)
        case command(Command, by: SeatID)
    }

    var connection: ConnectionID
    var ref: Reference
    var wish: Wish
}

/// What one connection may do here.
struct Session {
    /// Digest of the visitor's secret.
    var visitor: String?
    /// The seats it holds.
    var seats: [InterviewID: SeatID] = [:]
    /// The interviews it opened last: a repeated request gets the same reply.
    var opened: [(ref: Reference, reply: ServerMessage.Opened?)] = []
    /// The document that is arriving.
    var pasting: PastedDocument?
    /// The document to practise on.
    var document: PrivateBank?

    init(visitor: String? = nil) {
        self.visitor = visitor
    }
}
