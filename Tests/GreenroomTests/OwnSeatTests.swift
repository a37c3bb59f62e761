import HubStage
import Interviews
import Testing
import Transcripts
import WebSockets
import Wire

@testable import Greenroom

/// An interview goes on in another browser of the same person, which does not know the seat's secret.
struct OwnSeatTests {
    private func begun() throws -> (Stage, ServerMessage.Opened) {
        var stage = Stage()
        stage.handle(.connected(ann, visitor: "ann"))
        stage.say(.open(.init(ref: ref("open"), count: 3, seed: "s", pace: .instant)))
        try stage.commit()
        let opened = try #require(stage.heard().compactMap(\.opened).first)
        stage.say(.answer(.init(ref: ref("a"), interview: opened.interview, question: 0, text: "one")))
        try stage.commit()
        return (stage, opened)
    }

    private func resume(
        _ stage: inout Stage, _ interview: InterviewID, on connection: ConnectionID
    ) throws -> ServerMessage? {
        stage.say(.resume(.init(ref: ref("r"), interview: interview, seq: 0)), on: connection)
        while !stage.loads.isEmpty { try stage.load() }
        return stage.heard(connection).last
    }

    /// Whether it is in memory or has to be read.
    @Test(arguments: [false, true])
    func whoseItIsGoesOnWithIt(isForgotten: Bool) throws {
        var (stage, opened) = try begun()
        if isForgotten {
            stage.handle(.disconnected(ann))
            stage.wake()
            #expect(stage.hub.interviewCount == 0)
        }
        stage.handle(.connected(bob, visitor: "ann", key: "ann's phone"))
        _ = stage.heard(bob)
        let resumed = try #require(try resume(&stage, opened.interview, on: bob)?.resumed)
        #expect(resumed.seat == opened.seat && resumed.missed.first?.kind == .opened)
        stage.say(
            .next(.init(ref: ref("n"), interview: opened.interview, question: 0)), on: bob)
        try stage.commit()
        #expect(stage.heard(bob).contains { $0.kind == .asked })
    }

    /// A stranger, a browser without a name, and whoever names what is not there: all hear the same, and nothing is read.
    @Test(arguments: [false, true])
    func nobodyElseDoes(isForgotten: Bool) throws {
        var (stage, opened) = try begun()
        if isForgotten {
            stage.handle(.disconnected(ann))
            stage.wake()
        }
        let unknown = try #require(InterviewID("nothingnothingnothing"))
        let held = stage.hub.interviewCount
        for visitor in ["bob", nil] {
            stage.handle(.connected(bob, visitor: visitor))
            _ = stage.heard(bob)
            for interview in [opened.interview, unknown] {
                let refused = try #require(try resume(&stage, interview, on: bob)?.refused)
                #expect(refused.code == .noSuchSeat && refused.interview == interview)
                #expect(stage.hub.interviewCount == held)
            }
        }
    }

    @Test func itCostsAsMuchAsWithTheSecret() throws {
        var stage = Stage()
        stage.handle(.connected(ann, visitor: "ann"))
        let unknown = try #require(InterviewID("nothingnothingnothing"))
        let codes = try (0...200).map { _ in try resume(&stage, unknown, on: ann)?.refused?.code }
        #expect(codes == Array(repeating: .noSuchSeat, count: 200) + [.tooFast])
    }

    /// In a room of the host's own the seat is the host's, not that of the screen.
    @Test func aHostIsTheHostAgain() throws {
        var room = try RoomOnStage(joining: 1)
        let screen = ConnectionID(place: 90, generation: 1)
        room.stage.handle(.connected(screen, visitor: "visitor 0", key: "other"))
        var join = ClientMessage.Join(
            ref: ref("j"), code: room.code, secret: try #require(RoomOnStage.secret(9)), name: nil)
        join.role = .spectator
        room.stage.say(.join(join), on: screen)
        try room.settle()
        room.stage.handle(.connected(bob, visitor: "visitor 0", key: "other"))
        _ = room.stage.heard(bob)
        room.stage.say(.resume(.init(ref: ref("r"), interview: room.interview, seq: 0)), on: bob)
        try room.settle()
        #expect(room.stage.heard(bob).compactMap(\.resumed).first?.seat == SeatID("h1"))
        // Who was sent away does not come back by it.
        try room.ask {
            var change = ClientMessage.Change(ref: $0, interview: $1, seat: SeatID("c1"))
            change.standing = .banned
            return .change(change)
        }
        room.forgetAll()
        try room.ask(by: 1) { .resume(.init(ref: $0, interview: $1, seq: 0)) }
        #expect(room.heard(1).last?.refused?.code == .noSuchSeat)
    }
}
