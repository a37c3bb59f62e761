public import Interviews
public import Wire

/// How a candidate comes into a room.
public struct RoomEntry: Hashable, Sendable {
    public var code: RoomCode
    /// The secret of the seat: the same again is the same seat.
    public var secret: SeatSecret
    /// `nil`: whoever sits there is asked, but for spectators, who need none.
    public var name: String?
    public var role: Seat.Role
    public var password: String?
    /// Lines that were typed the last time and not sent.
    public var draft: [String]

    public init(
        code: RoomCode, secret: SeatSecret, name: String?, role: Seat.Role, password: String?,
        draft: [String] = []
    ) {
        (self.code, self.secret, self.name, self.role, self.password) = (code, secret, name, role, password)
        self.draft = draft
    }

    func request(_ ref: Reference) -> ClientMessage {
        var join = ClientMessage.Join(ref: ref, code: code.text, secret: secret, name: name)
        join.role = role == .candidate ? nil : role
        join.password = password
        return .join(join)
    }
}

/// What a candidate knows of a room beside the questions.
struct RoomTalk: Hashable, Sendable {
    /// What has to be known before one can come in.
    enum Missing: Hashable {
        case name, password
    }

    let rules: RoomView
    /// The candidate's own.
    var own: SeatID?
    var seats: [SeatID: SeatView] = [:]
    /// The first page of all who are here was told.
    var isListed = false
    /// The question that is closed, and those that were shown.
    var closed: Int?
    var shown: Set<Int> = []
    /// The only one who answers.
    var answering: SeatID?
    /// Has come to the end, where each moves on alone.
    var isFinished = false
    /// The question that a script is done with: what comes next is for the one after it.
    var doneWith: Int?
    var isOver = false
    var wantsReport = false
    private(set) var chat: [Int: ServerMessage.Said] = [:]
    private var order: [Int] = []

    /// How much of the chat is remembered.
    static let longestChat = 200

    init(_ rules: RoomView) { self.rules = rules }

    var movesAlone: Bool { rules.progression == .own }

    var role: Seat.Role { own.flatMap { seats[$0]?.role } ?? .candidate }

    func name(of seat: SeatID) -> String { seats[seat]?.name ?? Words.somebody(seats[seat]?.role) }

    /// Why an answer to a question would not be taken; `nil` where it would be.
    func obstacle(to question: Int?) -> String? {
        guard role == .candidate else { return Words.watching }
        guard !isFinished else { return Words.finished }
        guard let question else { return isOver ? Words.over : Words.nothingAsked }
        guard !shown.contains(question) else { return Words.seenByAll }
        guard answering == nil || answering == own else {
            return answering.map { Words.inHotSeat(name(of: $0)) }
        }
        return nil
    }

    mutating func note(_ said: ServerMessage.Said) {
        guard chat.updateValue(said, forKey: said.seq) == nil else { return }
        order.append(said.seq)
        if order.count > Self.longestChat { chat[order.removeFirst()] = nil }
    }

    mutating func note(_ told: ServerMessage.Seats) {
        for seat in told.seats {
            if seat.standing == .present { seats[seat.seat] = seat } else { seats[seat.seat] = nil }
        }
    }

    mutating func note(_ presence: ServerMessage.Here) {
        for seat in presence.here { seats[seat]?.here = true }
        for seat in presence.gone { seats[seat]?.here = false }
    }

    /// Hosts first, each role in the order in which they came.
    var people: [SeatView] {
        let roles: [Seat.Role] = [.host, .candidate, .spectator]
        return roles.flatMap { role in
            seats.values.filter { $0.role == role }.sorted {
                ($0.seat.text.utf8.count, $0.seat.text) < ($1.seat.text.utf8.count, $1.seat.text)
            }
        }
    }
}
