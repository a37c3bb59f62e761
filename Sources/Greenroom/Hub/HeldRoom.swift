import Interviews
import Transcripts
import WebSockets
import Wire

/// What a loop knows of a room beside its fold: who is there, who is writing, and what of it has to be told next.
struct HeldRoom {
    typealias Doing = ClientMessage.Status.Doing

    /// Seats whose holders are writing or looking elsewhere.
    var doing: [SeatID: Doing] = [:]
    /// Connections at which nobody looks. Whoever has two is away only if that holds for both.
    var putAside: Set<ConnectionID> = []
    /// Who is in the room at another server, and when that was last heard of.
    var elsewhere: [SeatID: (presence: Presence, at: Timestamp)] = [:]
    /// When each was last seen typing.
    var typedAt: [SeatID: Timestamp] = [:]
    /// Since when the question at hand waits for answers.
    var askedAt: Timestamp?
    /// When a host was last there.
    var hostSeenAt: Timestamp?
    /// `nil` until somebody wants to know.
    var board: Board?
    /// The hosts have not seen the board of the question at hand.
    var owesBoard = false
    /// What was said to a question that is shown, as it stood after an event.
    var phrases: (question: Int, seq: Int, message: StampedMessage)?
    var tail = Tail()
    /// Names of seats that are on their way to the log.
    var joining: Set<SeatID> = []

    /// When it was read from the log: whoever was there has a while to come back.
    var readAt: Timestamp?

    // What is to be told with the next turn.
    var changedRows: [SeatID: Board.Row] = [:]
    var changedSeats: Set<SeatID> = []
    /// Somebody who follows the hot seat has ticked something.
    var owesTicks = false
    var came: Set<SeatID> = []
    var went: Set<SeatID> = []
    var toldDone = (done: -1, of: -1)
    var toldAt: Timestamp?
    /// When all were told how many are done.
    var guestsToldAt: Timestamp?
    var isTurnDue = false
    /// Whether somebody looks now and then for those who are stuck.
    var isWatched = false

    /// Of what changes quickly is told so often, in milliseconds.
    static let turn: Int64 = 250
    /// After a quiet while at once, but for what comes in the same moment.
    static let firstTurn: Int64 = 40
    /// Whoever has not typed for so long, in milliseconds, is stuck.
    static let patience: Int64 = 30_000
    /// How often is looked for them.
    static let watch = Duration.seconds(5)
    /// For so long somebody is taken to be at another server who was not heard of again, in milliseconds.
    static let echo: Int64 = 3000
    /// For so long a room waits for a host who is gone before a candidate may take over, in milliseconds.
    static let hostPatience: Int64 = 15_000
    /// For so long after a restart a room does without nobody who was there before, in milliseconds.
    static let returnPatience: Int64 = 15_000
}
