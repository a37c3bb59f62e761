import FoundationEssentials
import HubStage
import Interviews
import Testing
import Transcripts
import Wire

@testable import Greenroom

/// Who may ask for what in a room, and what comes of it: every request, by everybody, at every moment, as
/// ``RoomTable`` says.
struct RoomTableTests {
    typealias Who = RoomTable.Who
    typealias Moment = RoomTable.Moment

    @Test func theTableHasEveryMessageForEverybodyAtEveryMoment() throws {
        let schema = try MessageGenerator(schema: protocolDescription(), seed: 0).messageTypes
        #expect(schema.count > 40)
        #expect(Set(RoomTable.requests.map { $0.split(separator: "-")[0] }) == Set(schema.map { $0[...] }))
        #expect(RoomTable.everyone.named == Set(RoomTable.requests))
        #expect(RoomTable.hotSeat.named.isSubset(of: RoomTable.requests))
        for request in RoomTable.requests {
            for who in Who.everyone {
                #expect(RoomTable.everyone[request, who] != nil, "\(request) by \(who)")
            }
        }
    }

    @Test(arguments: Moment.allCases)
    func everybodyMayWhatTheTableSays(moment: Moment) throws {
        var trial = try Trial(at: moment, in: .everyone)
        for request in RoomTable.requests {
            for who in Who.everyone {
                let outcome = try trial.outcome(of: request, by: who)
                let expected = RoomTable.everyone[request, who]?[moment]
                #expect(outcome == expected, "\(request) by \(who), \(moment)")
            }
        }
    }

    /// What the table of the hot seat does not name is as everywhere.
    @Test(arguments: RoomTable.momentsOfTheHotSeat)
    func inTheHotSeatItIsTheSameButForWhatItsTableSays(moment: Moment) throws {
        var trial = try Trial(at: moment, in: .hotSeat)
        for request in RoomTable.requests {
            for who in Who.inTheHotSeat {
                let outcome = try trial.outcome(of: request, by: who)
                let expected =
                    (RoomTable.hotSeat[request, who] ?? RoomTable.everyone[request, who.elsewhere])?[moment]
                #expect(outcome == expected, "\(request) by \(who), \(moment)")
            }
        }
    }

    @Test func whoIsInNoTableHasNoOutcome() {
        #expect(RoomTable("start hosts asked")["start", .candidate] == nil)
        #expect(RoomTable("start hosts asked")["start", .coHost]?[.shown] == "asked")
    }
}

/// A room at a moment, and there again whenever a request has changed something.
private struct Trial {
    private let start: RoomOnStage
    private var room: RoomOnStage
    /// The number of a message in the chat.
    private let said: Int
    private var count = 0

    init(at moment: RoomTable.Moment, in form: RoomRules.Form) throws {
        var room = try RoomOnStage(
            bank: smallBank(count: 4), form: form, joining: 3, limits: RequestLimits(factor: 1_000_000)
        ) { $0.limit = Settings.TimeLimit(per: .question, seconds: 3600) }
        try room.join(RoomTable.Who.spectator.number, as: .spectator)
        for who in [RoomTable.Who.removed, .banned] { try room.join(who.number) }
        room.stage.handle(
            .connected(RoomOnStage.connection(RoomTable.Who.stranger.number), visitor: "stranger"))
        try room.ask { .change(.init(ref: $0, interview: $1, seat: SeatID("c1"), role: .host)) }
        try room.ask { .change(.init(ref: $0, interview: $1, seat: SeatID("c4"), standing: .removed)) }
        try room.ask { .change(.init(ref: $0, interview: $1, seat: SeatID("c5"), standing: .banned)) }
        try room.ask { .say(.init(ref: $0, interview: $1, text: "Hello.")) }
        said = room.stage.hub.held[room.interview]?.confirmed.seq ?? 0
        if moment != .lobby {
            try room.ask { .start(.init(ref: $0, interview: $1)) }
            try room.ask(by: RoomTable.Who.candidate.number) {
                .answer(.init(ref: $0, interview: $1, question: 0, text: "Something."))
            }
        }
        switch moment {
        case .lobby, .answering: break
        case .closed: try room.ask { .close(.init(ref: $0, interview: $1, question: 0)) }
        case .shown: try room.ask { .show(.init(ref: $0, interview: $1, question: 0)) }
        case .paused: try room.ask { .pause(.init(ref: $0, interview: $1)) }
        case .ended: try room.ask { .end(.init(ref: $0, interview: $1)) }
        }
        room.forgetAll()
        start = room
        self.room = room
        try begin()
    }

    /// The same room, on a log of its own.
    private mutating func begin() throws {
        let log = MemoryStore()
        let events = try start.stage.store.events(of: start.interview)
        _ = try log.commit([
            Append(
                interview: start.interview, place: .opening, events: events.map(\.event), at: start.stage.now,
                ticket: 0)
        ])
        room = start
        room.stage.store = log
    }

    /// - Returns: The type of the reply, or `!` and the code of the refusal; `-` where there is none.
    mutating func outcome(of request: String, by who: RoomTable.Who) throws -> String {
        count += 1
        let name = ref("t\(count)")
        let before = room.stage.hub.held[room.interview]?.confirmed
        let message = try #require(
            RoomTable.message(
                request, name, of: who, in: before ?? Interview(id: room.interview), said, room.code))
        room.stage.say(message, on: RoomOnStage.connection(who.number))
        while room.stage.isWaiting {
            try room.stage.commit()
            try room.stage.load()
            room.stage.readDocuments()
        }
        let replies = room.heard(who.number).filter { $0.reply == name }
        #expect(replies.count == (message.ref == nil ? 0 : 1), "\(request) by \(who)")
        guard let reply = replies.first else { return "-" }
        guard let code = reply.refused?.code else {
            room.forgetAll()
            if room.stage.hub.held[room.interview]?.confirmed != before { try begin() }
            return reply.kind.rawValue
        }
        #expect(room.stage.hub.held[room.interview]?.confirmed == before, "\(request) by \(who)")
        for other in RoomTable.Who.allCases where other.number != who.number {
            #expect(room.heard(other.number).isEmpty, "\(request) by \(who) tells \(other)")
        }
        return "!" + code.rawValue
    }
}

extension RoomTable.Who {
    /// As in ``RoomOnStage``.
    var number: Int {
        switch self {
        case .host: 0
        case .coHost: 1
        case .candidate: 2
        case .follower: 3
        case .spectator: 8
        case .removed: 4
        case .banned: 5
        case .stranger: 7
        }
    }

    /// Who that would be in a room where everybody answers.
    fileprivate var elsewhere: Self { self == .follower ? .candidate : self }
}

extension ServerMessage {
    /// The request that it answers.
    var reply: Reference? {
        struct OnlyReference: Decodable {
            var ref: Reference?
        }
        return (try? JSONDecoder().decode(OnlyReference.self, from: Data(text.utf8)))?.ref
    }
}

/// `greenroom.v1.schema.json`
func protocolDescription() throws -> [UInt8] {
    let here = URL(filePath: #filePath)
    let root = here.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return Array(try Data(contentsOf: root.appending(path: "Public/greenroom.v1.schema.json")))
}
