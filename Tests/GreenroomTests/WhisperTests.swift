import HubStage
import Interviews
import Testing
import Transcripts
import Wire

@testable import Greenroom

/// Who is in a room at another server counts here as if they were here.
struct WhisperTests {
    /// Two candidates at the first question; the room closes it when all who count have answered. The second is at
    /// another server.
    private var room: RoomOnStage

    init() throws {
        room = try RoomOnStage(joining: 2) { $0.room?.advances = true }
        try room.ask { .start(.init(ref: $0, interview: $1)) }
        whisper(.here)
        room.stage.handle(.disconnected(RoomOnStage.connection(2)))
        room.forgetAll()
    }

    private mutating func whisper(_ presence: Presence) {
        room.stage.handle(.whispered([room.interview: [SeatID("c2"): presence]]))
    }

    private mutating func pass(seconds: Int) {
        for _ in 0..<seconds {
            room.stage.now = Timestamp(milliseconds: room.stage.now.milliseconds + 1000)
            room.stage.handle(.secondPassed(isDeaf: false))
        }
    }

    private mutating func answer() throws {
        try room.ask(by: 1) {
            .answer(.init(ref: $0, interview: $1, question: 0, text: "It prevents overfitting."))
        }
    }

    private var row: Board.Row? { room.stage.hub.held[room.interview]?.room.board?[SeatID("c2")] }

    private var isClosed: Bool { room.stage.hub.held[room.interview]?.confirmed.isClosed ?? false }

    @Test mutating func theRoomWaitsForWhoIsElsewhere() throws {
        whisper(.here)
        try answer()
        #expect(!isClosed && row?.here == true)
        whisper(.writing)
        #expect(row?.status == .writing)
        whisper(.away)
        try room.settle()
        #expect(isClosed)
    }

    @Test mutating func whoIsNotHeardOfAnyMoreIsNotWaitedFor() throws {
        whisper(.here)
        try answer()
        pass(seconds: 1)
        try room.settle()
        #expect(!isClosed)
        pass(seconds: 3)
        try room.settle()
        #expect(isClosed && row?.here == false)
    }

    @Test mutating func whoIsOnTheWayToAnotherServerIsWaitedFor() throws {
        whisper(.here)
        pass(seconds: 4)
        try room.settle()
        room.stage.handle(.connected(RoomOnStage.connection(2), visitor: "visitor 2"))
        let token = try #require(RoomOnStage.secret(2)).text
        room.stage.say(
            .resume(.init(ref: ref("back"), interview: room.interview, token: token, seq: 0)),
            on: RoomOnStage.connection(2))
        try room.settle()
        room.stage.handle(.disconnected(RoomOnStage.connection(2)))
        #expect(row?.here == true)
        pass(seconds: 4)
        #expect(row?.here == false)
    }

    @Test mutating func whoeverIsDeafForgetsNobody() throws {
        whisper(.here)
        room.stage.now = Timestamp(milliseconds: room.stage.now.milliseconds + 9000)
        room.stage.handle(.secondPassed(isDeaf: true))
        pass(seconds: 2)
        try answer()
        #expect(!isClosed)
    }

    @Test mutating func noCandidateTakesOverWhereAHostIsElsewhere() throws {
        room.stage.handle(.disconnected(ann))
        room.stage.now = Timestamp(milliseconds: room.stage.now.milliseconds + 14_000)
        room.stage.handle(.whispered([room.interview: [SeatID("h1"): .here]]))
        room.stage.now = Timestamp(milliseconds: room.stage.now.milliseconds + 2000)
        #expect(!room.stage.hub.mayTakeOver(in: room.interview))
        pass(seconds: 20)
        #expect(room.stage.hub.mayTakeOver(in: room.interview))
    }

    @Test mutating func whoIsHereIsToldToOthers() {
        #expect(room.stage.hub.whisper == [room.interview: [SeatID("h1"): .here, SeatID("c1"): .here]])
    }

    @Test mutating func whatIsSaidOfUnknownSeatsMeansNothing() throws {
        let count = room.stage.hub.interviewCount
        let unknown = try #require(InterviewID("unknownunknownun"))
        let seats = [SeatID("c99"): Presence.here]
        room.stage.handle(.whispered([room.interview: seats, unknown: seats]))
        #expect(room.stage.hub.interviewCount == count)
        #expect(room.stage.hub.held[room.interview]?.isHere(SeatID("c99")) == false)
    }
}
