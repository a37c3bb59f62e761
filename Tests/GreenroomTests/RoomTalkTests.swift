import FoundationEssentials
import HubStage
import Interviews
import Testing
import Transcripts
import WebSockets
import Wire

@testable import Greenroom

/// Many seats of a room ask for whatever comes to their minds, may or may not, while the log answers late and connections
/// come and go: every request gets one reply, and nobody hears what is not for them yet.
struct RoomTalkTests {
    /// One person in the room.
    private struct Person {
        var number: Int
        var connection: ConnectionID
        var isJoined = false
    }

    private struct Talk {
        var stage = Stage()
        var dice: FuzzRandom
        var people: [Person] = []
        var interview = InterviewID("roomroomroomroom")
        var code = ""
        /// Requests by name, with the connection that made them.
        var asked: [String: ConnectionID] = [:]
        var replies: [String: Int] = [:]
        /// Those who hosted at any time, and may have been told what hosts are told.
        var everHosts: Set<Int> = [0]
        var count = 0

        mutating func name() -> String {
            count += 1
            return "r\(count)"
        }
    }

    private static func secret(_ number: Int) -> SeatSecret? {
        let digits = String(number)
        return SeatSecret(String(repeating: "s", count: 43 - digits.count) + digits)
    }

    @Test(arguments: 0..<12)
    func everyRequestHasOneReplyAndNobodyHearsTooMuch(seed: UInt64) throws {
        var talk = Talk(dice: FuzzRandom(seed: seed))
        try open(&talk)
        for step in 0..<500 {
            try act(&talk, step)
            try listen(&talk)
        }
        try settle(&talk)
        try listen(&talk)
        for (name, connection) in talk.asked
        where talk.people.contains(where: { $0.connection == connection }) {
            #expect(talk.replies[name, default: 0] == 1, "seed \(seed): \(name)")
        }
        let id = try #require(talk.interview)
        let events = try talk.stage.store.events(of: id)
        var replayed = Interview(id: id)
        for event in events { _ = replayed.apply(event) }
        let live = try #require(talk.stage.hub.held[id]?.confirmed)
        #expect(replayed == live)
        #expect(live.seats.hosts.isEmpty == false)
    }

    private func open(_ talk: inout Talk) throws {
        let host = Person(number: 0, connection: ConnectionID(place: 100, generation: 1), isJoined: true)
        talk.people = [host]
        talk.stage.handle(.connected(host.connection, visitor: "v0"))
        var open = ClientMessage.Open(ref: ref("open"), count: 3, seed: "s", pace: .instant)
        open.interview = talk.interview
        open.secret = Self.secret(0)
        open.mode = talk.dice.below(2) == 0 ? .realistic : .coached
        let progressions = RoomRules.Progression.allCases
        var room = ClientMessage.Room(
            progression: progressions[talk.dice.below(progressions.count)], name: "Host")
        room.form = talk.dice.below(3) == 0 ? .hotSeat : .everyone
        room.answers = .end
        room.advances = talk.dice.below(2) == 0
        open.room = room
        if room.progression == .deadline { open.limit = .init(per: .question, seconds: 30) }
        talk.stage.say(.open(open), on: host.connection)
        try talk.stage.commit()
        talk.code = try #require(talk.stage.heard(host.connection).compactMap(\.opened).first?.code?.text)
        for number in 1...6 {
            let person = Person(
                number: number, connection: ConnectionID(place: UInt32(100 + number), generation: 1))
            talk.people.append(person)
            talk.stage.handle(.connected(person.connection, visitor: "v\(number)"))
            try join(number, &talk)
        }
        try settle(&talk)
        try listen(&talk)
    }

    private func join(_ number: Int, _ talk: inout Talk) throws {
        let name = talk.name()
        var join = ClientMessage.Join(
            ref: ref(name), code: talk.code, secret: try #require(Self.secret(number)), name: "P\(number)")
        join.realName = "Realname\(number)"
        if number == 6 { join.role = .spectator }
        say(.join(join), name, number, &talk)
    }

    private func say(_ message: ClientMessage, _ name: String, _ number: Int, _ talk: inout Talk) {
        talk.asked[name] = talk.people[number].connection
        talk.stage.say(message, on: talk.people[number].connection)
    }

    private func settle(_ talk: inout Talk) throws {
        for _ in 0..<6 {
            while !talk.stage.appends.isEmpty || !talk.stage.loads.isEmpty {
                try talk.stage.commit()
                try talk.stage.load()
            }
            talk.stage.now = Timestamp(milliseconds: talk.stage.now.milliseconds + 300)
            talk.stage.wake()
        }
    }

    /// One random thing happens.
    private func act(_ talk: inout Talk, _ step: Int) throws {
        let number = talk.dice.below(talk.people.count)
        switch talk.dice.below(40) {
        case 0: try leaveAndComeBack(number, &talk)
        case 1...4:
            try talk.stage.commit()
            try talk.stage.load()
        case 5...7:
            talk.stage.now = Timestamp(milliseconds: talk.stage.now.milliseconds + 4000)
            talk.stage.wake()
        case 8: try join(number, &talk)
        default:
            guard let id = talk.interview else { return }
            let name = talk.name()
            if let message = request(name, of: number, id, &talk) { say(message, name, number, &talk) }
        }
    }

    private func leaveAndComeBack(_ number: Int, _ talk: inout Talk) throws {
        let old = talk.people[number].connection
        talk.stage.handle(.disconnected(old))
        talk.asked = talk.asked.filter { $0.value != old }
        let connection = ConnectionID(place: UInt32(100 + number), generation: UInt32(2 + talk.count))
        talk.people[number].connection = connection
        talk.stage.handle(.connected(connection, visitor: "v\(number)"))
        guard let id = talk.interview, let secret = Self.secret(number) else { return }
        let name = talk.name()
        say(.resume(.init(ref: ref(name), interview: id, token: secret.text, seq: 0)), name, number, &talk)
    }

    private func request(
        _ name: String, of number: Int, _ id: InterviewID, _ talk: inout Talk
    ) -> ClientMessage? {
        let question = talk.dice.below(3)
        let other = talk.dice.below(6)
        let seat = SeatID(other == 0 ? "h1" : "c\(other)")
        let ref = ref(name)
        let about = ClientMessage.AboutQuestion(ref: ref, interview: id, question: question)
        let whole = ClientMessage.AboutInterview(ref: ref, interview: id)
        let current = talk.stage.hub.held[id]?.confirmed.current ?? 0
        let atCurrent = ClientMessage.AboutQuestion(ref: ref, interview: id, question: current)
        switch talk.dice.below(26) {
        case 0...5:
            let text = "It prevents overfitting, says mark\(current)of\(number)."
            return .answer(.init(ref: ref, interview: id, question: current, text: text))
        case 6: return .skip(atCurrent)
        case 7: return .next(atCurrent)
        case 8: return .hint(about)
        case 9: return .say(.init(ref: ref, interview: id, text: "Hello.", to: other == 1 ? .hosts : nil))
        case 10: return .change(.init(ref: ref, interview: id, seat: seat, name: "N\(other)"))
        case 11:
            let role: Seat.Role = other < 2 ? .spectator : other < 4 ? .candidate : .host
            return .change(.init(ref: ref, interview: id, seat: seat, role: role))
        case 12:
            let standing: Seat.Standing = other == 5 ? .banned : other > 2 ? .removed : .present
            return .change(.init(ref: ref, interview: id, seat: seat, standing: standing))
        case 13:
            return .dispute(.init(ref: ref, interview: id, question: question, attempt: 1, point: "p"))
        case 14:
            return .rule(
                .init(
                    ref: ref, interview: id, seat: seat, question: question, attempt: 1, point: "p",
                    said: true))
        case 15: return .start(whole)
        case 16: return .close(atCurrent)
        case 17: return talk.dice.below(3) == 0 ? .show(atCurrent) : nil
        case 18: return .lock(.init(ref: ref, interview: id, locked: other % 2 == 0))
        case 19: return .takeOver(whole)
        case 20: return .nudge(.init(ref: ref, interview: id, seat: seat))
        case 21: return .row(.init(ref: ref, interview: id, seat: seat, question: question))
        case 22: return .report(.init(ref: ref, interview: id, seat: other < 3 ? nil : seat))
        case 23: return .moderate(.init(ref: ref, interview: id, message: 9, pinned: true))
        case 24: return .extend(.init(ref: ref, interview: id, seconds: 30, seat: other < 3 ? nil : seat))
        default: return talk.dice.below(60) == 0 ? .end(whole) : .pause(whole)
        }
    }

    /// Counts replies, and looks at what each person was told.
    private func listen(_ talk: inout Talk) throws {
        guard let id = talk.interview else { return }
        let interview = talk.stage.hub.held[id]?.confirmed
        for person in talk.people {
            let secret = Self.secret(person.number)?.text ?? ""
            if let seat = interview?.seats.held(by: SeatToken.digest(of: secret)), seat.isHost {
                talk.everHosts.insert(person.number)
            }
            for message in talk.stage.heardInFull(person.connection) {
                if let name = message.ref?.text, talk.asked[name] == person.connection {
                    talk.replies[name, default: 0] += 1
                }
                guard !talk.everHosts.contains(person.number) else { continue }
                let text = message.text
                #expect(!text.contains("Realname"), "\(text)")
                for question in 0..<3 where interview?.isShown(question) != true {
                    for other in 0..<7 where other != person.number {
                        #expect(!text.contains("mark\(question)of\(other)"), "\(text)")
                    }
                    #expect(!tells(message, of: question), "\(text)")
                }
            }
        }
    }

    /// Whether it carries marks or points of others' answers.
    private func tells(_ message: ServerMessage, of question: Int) -> Bool {
        switch message {
        case .board, .cells, .row: true
        case .phrases(let phrases): phrases.question == question
        case .totals(let totals): totals.question == question && totals.points != nil
        default: false
        }
    }
}

extension ServerMessage {
    fileprivate var ref: Reference? {
        struct OnlyReference: Decodable { var ref: Reference? }
        return (try? JSONDecoder().decode(OnlyReference.self, from: Data(text.utf8)))?.ref
    }
}
