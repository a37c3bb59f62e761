import Greenroom
import HubStage
import Interviews
import Testing
import Transcripts
import Wire

/// Whoever asks once more for a room that was opened has it again, as long as nobody has sent them away.
struct ReopeningTests {
    private func room() throws -> (room: RoomOnStage, open: ClientMessage) {
        var asked: ClientMessage.Open?
        var room = try RoomOnStage(joining: 1) { asked = $0 }
        try room.ask { .change(.init(ref: $0, interview: $1, seat: SeatID("c1"), role: .host)) }
        room.forgetAll()
        return (room, .open(try #require(asked)))
    }

    @Test(arguments: [Seat.Standing.removed, .banned])
    func whoWasSentAwayDoesNotComeBackByOpeningAgain(standing: Seat.Standing) throws {
        var (room, open) = try room()
        try room.ask(by: 1) {
            .change(.init(ref: $0, interview: $1, seat: SeatID("h1"), standing: standing))
        }
        #expect(room.heard().contains { $0.gone != nil })
        // Opened on this connection, the request has a reply that is known; a new one knows nothing.
        room.stage.handle(.disconnected(ann))
        room.stage.handle(.connected(ann, visitor: "visitor 0"))
        room.forgetAll()
        room.stage.say(open)
        try room.settle()
        #expect(room.heard().map { $0.refused?.code } == [.noSuchSeat])
    }

    @Test func whoIsStillThereDoes() throws {
        var (room, open) = try room()
        room.stage.handle(.disconnected(ann))
        room.stage.handle(.connected(ann, visitor: "visitor 0"))
        room.forgetAll()
        room.stage.say(open)
        try room.settle()
        #expect(room.heard().first?.opened?.ref == ref("open"))
    }

    @Test func whoWasSentAwayDoesNotComeBackByTheSameJoinAndWritesNothing() throws {
        var room = try RoomOnStage(joining: 1)
        try room.ask { .change(.init(ref: $0, interview: $1, seat: SeatID("c1"), standing: .removed)) }
        room.forgetAll()
        let before = try room.stage.store.events(of: room.interview).count
        try room.join(1)
        #expect(room.heard(1).compactMap { $0.refused?.code } == [.notSeated])
        #expect(try room.stage.store.events(of: room.interview).count == before)
    }

    /// The interview is in no memory any more when its last visitor has gone.
    @Test func whoLeavesTheRoomForGoodAsTheLastHasOneReply() throws {
        var room = try RoomOnStage(joining: 1)
        try room.ask { .change(.init(ref: $0, interview: $1, seat: SeatID("c1"), role: .host)) }
        try room.ask(by: 1) { .end(.init(ref: $0, interview: $1)) }
        room.stage.handle(.disconnected(ann))
        try room.settle()
        room.forgetAll()
        let before = try room.stage.store.events(of: room.interview).count
        let request = try room.ask(by: 1) {
            .change(.init(ref: $0, interview: $1, seat: SeatID("c1"), standing: .banned))
        }
        try room.settle()
        #expect(try room.stage.store.events(of: room.interview).count == before + 1)
        #expect(room.heard(1).filter { $0.text.contains("\"ref\":\"\(request.text)\"") }.count == 1)
    }
}
