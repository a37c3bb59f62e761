import HubStage
import Interviews
import Wire

/// What a run is about: a room of some kind with its people, or one person alone with several devices.
struct SetUp {
    let id: InterviewID
    private let open: ClientMessage.Open
    /// How many seats there may be.
    let voices: Int

    var isSolo: Bool { open.room == nil }

    init(_ dice: inout FuzzRandom) {
        guard let id = InterviewID("roomroomroomroom") else { preconditionFailure("it is a name") }
        self.id = id
        let isAlone = dice.below(6) == 0
        voices = isAlone ? 1 : 3 + dice.below(4)
        var open = ClientMessage.Open(ref: ref("open"), count: 3, seed: "s", pace: .instant)
        open.interview = id
        open.mode = dice.below(2) == 0 ? .realistic : .coached
        if dice.below(4) == 0 { open.pace = .fast }
        var room = ClientMessage.Room(
            progression: dice.element(of: RoomRules.Progression.allCases) ?? .host, name: "Host")
        room.form = dice.below(3) == 0 && room.progression != .own ? .hotSeat : .everyone
        room.answers = dice.element(of: RoomRules.Answers.allCases)
        room.advances = dice.below(2) == 0
        if !isAlone { open.room = room }
        if room.progression == .deadline || dice.below(3) == 0 {
            open.limit = .init(per: .question, seconds: 30)
        }
        self.open = open
    }

    /// The first opens it. The last of a room may be another device of the second.
    func people(_ dice: inout FuzzRandom) -> [Person] {
        var people = (0..<voices).map { voice in
            Person(voice, voice: voice, isSpectator: voice > 2 && voice == voices - 1)
        }
        let devices = open.room == nil ? 1 + dice.below(3) : dice.below(2)
        for _ in 0..<devices { people.append(Person(people.count, voice: min(1, voices - 1))) }
        return people
    }

    func opening(as person: Person) -> ClientMessage {
        var open = open
        open.secret = SeatSecret(person.secret)
        return .open(open)
    }

    func joining(_ code: RoomCode, as person: inout Person) -> ClientMessage? {
        guard let secret = SeatSecret(person.secret) else { return nil }
        var join = ClientMessage.Join(
            ref: person.nextName(), code: code.text, secret: secret, name: "P\(person.voice)")
        join.realName = "Realname\(person.voice)"
        if person.isSpectator { join.role = .spectator }
        return .join(join)
    }
}
