import HubStage
import Interviews
import Testing
import Wire

/// One browser may hold the secrets of several seats of a room, and come in as another while a request is on its way.
struct SeatSwitchTests {
    static let requests: [@Sendable (InterviewID) -> ClientMessage] = [
        { .change(.init(ref: ref("wish"), interview: $0, seat: SeatID("c1"), role: .spectator)) },
        { .change(.init(ref: ref("wish"), interview: $0, seat: SeatID("c1"), name: "Cleo")) },
        { .answer(.init(ref: ref("wish"), interview: $0, question: 0, text: "It prevents overfitting.")) },
        { .say(.init(ref: ref("wish"), interview: $0, text: "Hello.", to: .hosts)) },
        { .say(.init(ref: ref("wish"), interview: $0, text: "Hello.")) },
    ]

    @Test(arguments: requests.indices, [0, 1, 2])
    func whoeverComesInAsAnotherHasTheReplyOnce(request: Int, seat: Int) throws {
        var room = try RoomOnStage()
        try room.ask { .start(.init(ref: $0, interview: $1)) }
        let connection = RoomOnStage.connection(1)
        _ = room.heard(1)
        room.stage.say(Self.requests[request](room.interview), on: connection)
        let token = try #require(RoomOnStage.secret(seat)).text
        room.stage.say(
            .resume(.init(ref: ref("back"), interview: room.interview, token: token, seq: 0)), on: connection)
        try room.settle()
        let heard = room.heard(1).filter { $0.reply == ref("wish") }
        #expect(heard.count == 1, "\(heard.map(\.text))")
    }
}
