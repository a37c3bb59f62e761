import FoundationEssentials
import HubStage
import Interviews
import Testing
import Transcripts
import WebSockets
import Wire

@testable import Greenroom

/// A room at one or several servers on one log, and people in it who talk at random.
struct RoomTalk {
    /// One person in the room.
    struct Person {
        var number: Int
        /// At which server.
        var server: Int
        var connection: ConnectionID
        /// Requests of this connection that have no reply yet.
        var waiting: Set<String> = []
        var answered: Set<String> = []
    }

    static let people = 7
    let id: InterviewID
    let seed: UInt64
    private(set) var stages: [Stage]
    private(set) var people: [Person] = []
    /// How many requests were made.
    private(set) var count = 0
    private var dice: FuzzRandom
    private var code = ""
    private var secrets: RoomSecrets
    private var problem: String?

    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    /// The seeds to try: many, or the one that failed before.
    static func seeds(_ count: UInt64) -> [UInt64] {
        ProcessInfo.processInfo.environment["GREENROOM_ROOM_SEED"].flatMap(UInt64.init).map { [$0] }
            ?? Array(1...count)
    }

    init(seed: UInt64, servers: Int) throws {
        self.seed = seed
        id = try #require(InterviewID("roomroomroomroom"))
        dice = FuzzRandom(seed: seed)
        secrets = RoomSecrets(id)
        let store = MemoryStore()
        stages = (0..<servers).map { _ in
            Stage(bank: RoomSecrets.bank, store: store, limits: RequestLimits(factor: 1_000_000))
        }
        people = (0..<Self.people).map { number in
            Person(
                number: number, server: number % servers,
                connection: ConnectionID(place: UInt32(100 + number), generation: 1))
        }
        for person in people {
            stages[person.server].handle(.connected(person.connection, visitor: "v\(person.number)"))
        }
        try open()
        for number in 1..<Self.people { join(number) }
        try settle()
    }

    private static func secret(_ number: Int) -> String { String(repeating: "s", count: 42) + "\(number)" }

    private mutating func open() throws {
        var open = ClientMessage.Open(ref: ref("open"), count: 3, seed: "s", pace: .instant)
        (open.interview, open.secret) = (id, SeatSecret(Self.secret(0)))
        open.mode = dice.below(2) == 0 ? .realistic : .coached
        let progressions = RoomRules.Progression.allCases
        var room = ClientMessage.Room(progression: progressions[dice.below(progressions.count)], name: "Host")
        room.form = dice.below(3) == 0 && room.progression != .own ? .hotSeat : .everyone
        room.answers = RoomRules.Answers.allCases[dice.below(3)]
        room.advances = dice.below(2) == 0
        open.room = room
        if room.progression == .deadline || dice.below(3) == 0 {
            open.limit = .init(per: .question, seconds: 30)
        }
        stages[0].say(.open(open), on: people[0].connection)
        try stages[0].commit()
        code = try #require(stages[0].heard(people[0].connection).compactMap(\.opened).first?.code?.text)
    }

    private mutating func join(_ number: Int) {
        guard let secret = SeatSecret(Self.secret(number)) else { return }
        var join = ClientMessage.Join(ref: ref(name()), code: code, secret: secret, name: "P\(number)")
        join.realName = "Realname\(number)"
        if number == Self.people - 1 { join.role = .spectator }
        say(.join(join), by: number)
    }

    private mutating func name() -> String {
        count += 1
        return "r\(count)"
    }

    private mutating func say(_ message: ClientMessage, by number: Int) {
        if let name = message.ref?.text { people[number].waiting.insert(name) }
        stages[people[number].server].say(message, on: people[number].connection)
    }

    /// So many things happen.
    mutating func goOn(_ steps: Int) throws {
        for _ in 0..<steps {
            act()
            try listen()
        }
    }

    /// Lets everything happen that is on its way, and everybody hear it: whoever has no reply then gets none.
    mutating func settle() throws {
        for _ in 0..<4 {
            for place in stages.indices {
                while stages[place].isWaiting {
                    try stages[place].commit()
                    try stages[place].load()
                }
                stages[place].now.milliseconds += 300
                stages[place].wake()
            }
        }
        try listen()
    }

    private mutating func act() {
        let number = dice.below(people.count)
        let place = dice.below(stages.count)
        switch dice.below(40) {
        case 0: leaveAndComeBack(number)
        case 1...4:
            do {
                try stages[place].commit()
                try stages[place].load()
            } catch { problem = "\(error)" }
        case 5...7:
            for place in stages.indices {
                stages[place].now.milliseconds += 4000
                stages[place].wake()
            }
        case 8: join(number)
        default:
            let current = stages[people[number].server].hub.held[id]?.confirmed.current ?? 0
            let speaker = RoomChatter.Speaker(number: number, interview: id, current: current)
            if let message = RoomChatter.message(ref(name()), speaker, &dice) { say(message, by: number) }
        }
    }

    private mutating func leaveAndComeBack(_ number: Int) {
        let place = people[number].server
        stages[place].handle(.disconnected(people[number].connection))
        let connection = ConnectionID(place: UInt32(100 + number), generation: UInt32(2 + count))
        people[number] = Person(number: number, server: place, connection: connection)
        stages[place].handle(.connected(connection, visitor: "v\(number)"))
        say(.resume(.init(ref: ref(name()), interview: id, token: Self.secret(number), seq: 0)), by: number)
    }

    /// Folds what was kept, counts replies, and looks at what each was told.
    private mutating func listen() throws {
        for event in try stages[0].store.events(of: id, after: secrets.interview.seq) {
            if let wrong = secrets.fold(event) { problem = wrong }
        }
        for index in people.indices {
            let (number, place) = (people[index].number, people[index].server)
            let seat = secrets.interview.seats.held(by: SeatToken.digest(of: Self.secret(number)))?.id
            for message in stages[place].heardInFull(people[index].connection) {
                let text = message.text
                if let name = text.firstReference { heard(String(name), index, text) }
                if let leak = secrets.leak(in: text, to: seat, number: number, people: people.count) {
                    problem = "\(number) is told \(leak): \(text)"
                }
            }
        }
        if let problem { throw failure(problem) }
    }

    private mutating func heard(_ name: String, _ index: Int, _ text: String) {
        if people[index].waiting.remove(name) != nil {
            people[index].answered.insert(name)
        } else if people[index].answered.contains(name) {
            problem = "a second reply to \(name): \(text)"
        }
    }

    /// Lets everything come to rest: nobody waits for a reply any more, and every server has folded what the log says.
    mutating func finish() throws {
        try settle()
        for place in stages.indices where stages[place].hub.held[id] != nil {
            // As a server does that asks now and then how far its interviews have come.
            stages[place].hub.held[id]?.isStale = true
            let visitor = ConnectionID(place: 99, generation: 1)
            stages[place].handle(.connected(visitor))
            stages[place].say(
                .resume(.init(ref: ref("look"), interview: id, token: "?", seq: 0)), on: visitor)
        }
        try settle()
        for person in people where !person.waiting.isEmpty {
            throw failure("\(person.number) has no reply to \(person.waiting.sorted())")
        }
        for stage in stages {
            guard let live = stage.hub.held[id]?.confirmed else { continue }
            if live != secrets.interview {
                throw failure("a server has folded something else than the log says")
            }
        }
        try checkTwice()
    }

    /// Applied twice is applied once.
    private func checkTwice() throws {
        var once = Interview(id: id)
        for event in try stages[0].store.events(of: id) {
            once.apply(event)
            let before = once
            if once.apply(event).counts || once != before { throw failure("event \(event.seq) counts twice") }
        }
        if once != secrets.interview { throw failure("the log is folded differently a second time") }
    }

    private func failure(_ what: String) -> Failure {
        let suite = stages.count == 1 ? "RoomTalkTests" : "TwoHubsTests"
        return Failure(
            description: "\(what)\nOnce more: GREENROOM_ROOM_SEED=\(seed) swift test --filter \(suite)")
    }
}
