import HubStage
import Interviews
import Testing
import Transcripts
import WebSockets
import Wire

@testable import Greenroom

/// Two servers on one log: whoever writes, both fold the same room, and nobody stays without a reply.
struct TwoHubsTests {
    private static let id = InterviewID("roomroomroomroom")

    /// A place at one of the two servers.
    private struct Place {
        var hub: Int
        var connection: ConnectionID
        var number: Int
    }

    private static func secret(_ number: Int) -> SeatSecret? {
        SeatSecret(String(repeating: "s", count: 42) + String(number))
    }

    /// Lets both write and read until nothing is on its way.
    private func settle(_ stages: inout [Stage]) throws {
        for _ in 0..<12 {
            for place in stages.indices {
                try stages[place].commit()
                try stages[place].load()
                stages[place].now = Timestamp(milliseconds: stages[place].now.milliseconds + 300)
                stages[place].wake()
            }
        }
    }

    @Test(arguments: 1...12)
    func bothFoldTheSame(seed: UInt64) throws {
        let id = try #require(Self.id)
        let store = MemoryStore()
        var stages = [Stage(store: store), Stage(store: store)]
        var dice = FuzzRandom(seed: seed)
        let host = ConnectionID(place: 1, generation: 1)
        stages[0].handle(.connected(host))
        var open = ClientMessage.Open(ref: ref("open"), count: 3, seed: "s", pace: .instant)
        open.room = ClientMessage.Room(progression: .host, name: "Host")
        open.interview = id
        open.secret = Self.secret(0)
        stages[0].say(.open(open), on: host)
        try stages[0].commit()
        let code = try #require(stages[0].heard(host).compactMap(\.opened).first?.code?.text)
        var people = [Place(hub: 0, connection: host, number: 0)]
        for number in 1...6 {
            let place = Place(
                hub: number % 2, connection: ConnectionID(place: UInt32(10 + number), generation: 1),
                number: number)
            people.append(place)
            stages[place.hub].handle(.connected(place.connection))
            stages[place.hub].say(
                .join(
                    .init(
                        ref: ref("join"), code: code, secret: try #require(Self.secret(number)),
                        name: "P\(number)")),
                on: place.connection)
        }
        try settle(&stages)
        for person in people.dropFirst() {
            let kinds = stages[person.hub].heardInFull(person.connection).map(\.kind)
            #expect(kinds.contains(.joined), "person \(person.number)")
        }
        var asked: [(Place, Reference)] = []
        for step in 0..<300 {
            let person = people[dice.below(people.count)]
            let name = ref("s\(step)")
            let current = stages[person.hub].hub.held[id]?.confirmed.current ?? 0
            let about = ClientMessage.AboutQuestion(ref: name, interview: id, question: current)
            let message: ClientMessage =
                switch dice.below(8) {
                case 0: .start(.init(ref: name, interview: id))
                case 1: .next(about)
                case 2: .say(.init(ref: name, interview: id, text: "Hm."))
                case 3: .close(about)
                case 4: .skip(about)
                default: .answer(.init(ref: name, interview: id, question: current, text: "It prevents."))
                }
            stages[person.hub].say(message, on: person.connection)
            asked.append((person, name))
            if dice.below(3) == 0 { try stages[dice.below(2)].commit() }
            if dice.below(3) == 0 { try stages[dice.below(2)].load() }
        }
        try settle(&stages)
        let events = try store.events(of: id)
        for stage in stages {
            let held = try #require(stage.hub.held[id]?.confirmed)
            var replayed = Interview(id: id)
            for event in events.prefix(held.seq) { _ = replayed.apply(event) }
            #expect(replayed == held)
        }
        #expect(stages.map { $0.hub.held[id]?.confirmed.seq ?? 0 }.max() == events.count)
        for person in people {
            let heard = stages[person.hub].heardInFull(person.connection)
            for (asker, name) in asked where asker.number == person.number {
                #expect(heard.count { $0.repliesTo(name) } == 1, "seed \(seed): \(name) of \(person.number)")
            }
        }
    }
}

extension ServerMessage {
    fileprivate func repliesTo(_ name: Reference) -> Bool { text.contains("\"ref\":\"\(name.text)\"") }
}
