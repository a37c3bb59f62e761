import Greenroom
import HubStage
import Interviews
import QuestionBank
import Testing
import WebSockets
import Wire

/// A room at a hub: `ann` hosts it, others join by their number.
struct RoomOnStage {
    var stage: Stage
    let interview: InterviewID
    let code: String
    private var requests = 0

    init(
        bank: Bank = smallBank(), form: RoomRules.Form = .everyone, mode: Settings.Mode = .coached,
        joining: Int = 2, limits: RequestLimits = RequestLimits(),
        _ change: (inout ClientMessage.Open) -> Void = { _ in }
    ) throws {
        stage = Stage(bank: bank, limits: limits)
        interview = try #require(InterviewID("roomroomroomroom"))
        stage.handle(.connected(ann, visitor: "visitor 0"))
        var open = ClientMessage.Open(ref: ref("open"), count: 3, seed: "s", pace: .instant)
        var room = ClientMessage.Room(progression: .host, name: "Ann")
        room.form = form
        (open.room, open.mode) = (room, mode)
        (open.interview, open.secret) = (interview, Self.secret(0))
        change(&open)
        stage.say(.open(open))
        try stage.commit()
        code = try #require(stage.heard().compactMap(\.opened).first?.code?.text)
        for number in 0..<joining { try join(number + 1) }
    }

    static func connection(_ number: Int) -> ConnectionID {
        number == 0 ? ann : ConnectionID(place: UInt32(10 + number), generation: 1)
    }

    static func secret(_ number: Int) -> SeatSecret? {
        let digits = String(number)
        return SeatSecret(String(repeating: "s", count: 43 - digits.count) + digits)
    }

    mutating func join(_ number: Int, as role: Seat.Role = .candidate, name: String? = nil) throws {
        let connection = Self.connection(number)
        stage.handle(.connected(connection, visitor: "visitor \(number)"))
        var join = ClientMessage.Join(
            ref: ref("join"), code: code, secret: try #require(Self.secret(number)),
            name: name ?? "C\(number)")
        join.role = role
        stage.say(.join(join), on: connection)
        try settle()
    }

    /// Lets everything happen that is on its way.
    mutating func settle() throws {
        for _ in 0..<6 {
            stage.now = Timestamp(milliseconds: stage.now.milliseconds + 300)
            while !stage.appends.isEmpty || !stage.loads.isEmpty {
                try stage.commit()
                try stage.load()
            }
            stage.wake()
        }
    }

    /// Asks, and lets all that follows happen.
    ///
    /// - Parameter message: made with the request's name.
    @discardableResult
    mutating func ask(
        by number: Int = 0, _ message: (Reference, InterviewID) -> ClientMessage
    ) throws -> Reference {
        requests += 1
        let name = ref("q\(requests)")
        stage.say(message(name, interview), on: Self.connection(number))
        try settle()
        return name
    }

    /// What somebody was told since the last call.
    mutating func heard(_ number: Int = 0) -> [ServerMessage] { stage.heardInFull(Self.connection(number)) }

    mutating func forgetAll() {
        for number in 0...12 { _ = heard(number) }
    }
}
