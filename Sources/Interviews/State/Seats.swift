/// The seats of an interview, in the order in which they were taken.
public struct Seats: Hashable, Sendable, RandomAccessCollection {
    private var list: [SeatState] = []
    private var places: [SeatID: Int] = [:]
    private var digests: [String: Int] = [:]
    /// How many have a look in common, by look.
    private var looks: [String: Int] = [:]
    private var counts: [Seat.Role: Int] = [:]
    /// The hosts who are not sent away.
    public private(set) var hosts: Set<SeatID> = []

    public var startIndex: Int { 0 }
    public var endIndex: Int { list.count }

    public subscript(place: Int) -> SeatState { list[place] }

    public subscript(id: SeatID) -> SeatState? {
        places[id].map { list[$0] }
    }

    /// The seat whose secret has this digest.
    public func held(by digest: String) -> SeatState? {
        digests[digest].map { list[$0] }
    }

    /// A name for the next seat of a role.
    func nextID(of role: Seat.Role, isTaken: (SeatID) -> Bool) -> SeatID {
        let letter =
            switch role {
            case .host: "h"
            case .candidate: "c"
            case .spectator: "s"
            }
        var number = counts[role, default: 0] + 1
        while true {
            let id = SeatID(letter + String(number))
            if places[id] == nil, !isTaken(id) { return id }
            number += 1
        }
    }

    mutating func take(_ seat: Seat) -> Bool {
        guard places[seat.id] == nil, digests[seat.tokenDigest] == nil else { return false }
        var seat = seat
        seat.name = seat.name.map { distinct($0) }
        places[seat.id] = list.count
        digests[seat.tokenDigest] = list.count
        counts[seat.role, default: 0] += 1
        if seat.role == .host { hosts.insert(seat.id) }
        list.append(SeatState(seat))
        return true
    }

    mutating func rename(_ id: SeatID, _ name: SeatName) {
        guard let place = places[id], list[place].seat.name?.look != name.look else {
            if let place = places[id] { list[place].seat.name = name }
            return
        }
        list[place].seat.name = distinct(name)
    }

    /// - Returns: What the change returned; `nil` where there is no such seat.
    mutating func update<Result>(_ id: SeatID, _ change: (inout SeatState) -> Result) -> Result? {
        guard let place = places[id] else { return nil }
        let result = change(&list[place])
        if list[place].isHost { hosts.insert(id) } else if !hosts.isEmpty { hosts.remove(id) }
        return result
    }

    /// Changes all of them: costs as much as there are seats.
    mutating func updateAll(_ change: (inout SeatState) -> Void) {
        for place in list.indices { change(&list[place]) }
    }

    /// Of names that look alike all but the first get a number.
    private mutating func distinct(_ name: SeatName) -> SeatName {
        let look = name.look
        let others = looks[look, default: 0]
        looks[look] = others + 1
        guard others > 0 else { return name }
        var numbered = name.numbered(others + 1)
        var number = others + 1
        // Somebody may have chosen that one.
        while looks[numbered.look] != nil {
            number += 1
            numbered = name.numbered(number)
        }
        looks[numbered.look] = 1
        return numbered
    }
}

/// What is one seat's.
public struct SeatState: Hashable, Sendable, Identifiable {
    var seat: Seat
    public internal(set) var standing = Seat.Standing.present
    public internal(set) var isMuted = false
    /// Whose it is has deleted what they did in it.
    public internal(set) var isErased = false
    /// Where it is another than the room's.
    var own: Progress?
    /// What the seat did, by question.
    var responses: [Int: Response] = [:]
    var requests = RecentRequests()
    /// The number of the last event that this seat alone was told of.
    var lastSeq = 0

    init(_ seat: Seat) {
        self.seat = seat
    }

    public var id: SeatID { seat.id }
    public var role: Seat.Role { seat.role }
    public var name: SeatName? { seat.name }
    public var realName: SeatName? { seat.realName }
    public var tokenDigest: String { seat.tokenDigest }

    var isPresent: Bool { standing == .present }
    public var isHost: Bool { role == .host && isPresent }
    /// Whether its answers count.
    public var isCandidate: Bool { role == .candidate && isPresent }
    /// Whether there is anything of it to read.
    public var hasAnswered: Bool { responses.values.contains { $0.attempts > 0 } }
    /// Whether it has a report and a transcript of its own: whoever has answered keeps them in any role.
    public var isReported: Bool { role == .candidate || hasAnswered }
}

/// The last requests of a seat that counted, so that one sent again is known.
struct RecentRequests: Hashable, Sendable {
    static let capacity = 256

    private var numbers: [Reference: Int] = [:]
    private var order: [Reference] = []
    private var next = 0

    subscript(ref: Reference) -> Int? { numbers[ref] }

    mutating func note(_ ref: Reference, _ seq: Int) {
        guard numbers[ref] == nil else { return }
        numbers[ref] = seq
        if order.count < Self.capacity {
            order.append(ref)
        } else {
            numbers[order[next]] = nil
            order[next] = ref
            next = (next + 1) % Self.capacity
        }
    }
}
