import HubStage
import Interviews
import Pages
import Testing
import Transcripts
import Wire

@testable import Greenroom

/// A candidate deletes the own part of a room, and the room goes on.
struct RoomErasingTests {
    private let words = "It prevents overfitting, says the xylophone."

    /// Under way: C1 and C2 have answered, C1 has said something.
    private func room() throws -> RoomOnStage {
        var room = try RoomOnStage()
        try room.ask { .start(.init(ref: $0, interview: $1)) }
        for number in [1, 2] {
            try room.ask(by: number) { .answer(.init(ref: $0, interview: $1, question: 0, text: words)) }
        }
        try room.ask(by: 1) { .say(.init(ref: $0, interview: $1, text: "Xylophones!")) }
        room.forgetAll()
        return room
    }

    private func payloads(_ room: RoomOnStage) throws -> String {
        "\(try room.stage.store.events(of: room.interview).map(\.event))"
    }

    @Test func theirWordsAreGoneAndTheRoomIsThere() throws {
        var room = try room()
        let name = try room.ask(by: 1) { .erase(.init(ref: $0, interview: $1)) }
        let told = room.heard(1)
        #expect(told.contains(.erased(.init(ref: name, interview: room.interview))))
        #expect(told.compactMap(\.gone).map(\.reason) == [.erased])
        let left = try payloads(room)
        #expect(!left.contains("Xylophones!") && !left.contains("\"C1\""))
        // Others are told that the seat is empty: what it said in the chat goes from their pages.
        for number in [0, 2] {
            let seat = try #require(room.heard(number).compactMap(\.seats).flatMap(\.seats).last)
            #expect(seat.seat == SeatID("c1") && seat.erased == true && seat.name == nil)
        }
        // The host's report has who is left, and that there was one more.
        try room.ask { .report(.init(ref: $0, interview: $1)) }
        let people = try #require(room.heard().compactMap(\.roomReport).last).people
        #expect(people.map(\.seat) == [SeatID("c1"), SeatID("c2")] && people.map(\.erased) == [true, nil])
        #expect(people.map(\.answers.count) == [0, 1] && people[0].name == nil)
        // The room goes on, and by the code one may come again as somebody new.
        try room.ask { .next(.init(ref: $0, interview: $1, question: 0)) }
        #expect(room.heard().contains { $0.kind == .asked })
        try room.ask(by: 1) {
            .resume(.init(ref: $0, interview: $1, token: RoomOnStage.secret(1)?.text, seq: 0))
        }
        #expect(room.heard(1).last?.refused?.code == .noSuchSeat)
        // Nothing is left to delete.
        try room.ask(by: 1) { .erase(.init(ref: $0, interview: $1)) }
        #expect(room.heard(1).last?.refused?.code == .notFound)
    }

    @Test func everythingIsAlsoOnesPartOfRooms() throws {
        var room = try room()
        let name = try room.ask(by: 1) { ref, _ in .erase(.init(ref: ref)) }
        #expect(room.heard(1).contains(.erased(.init(ref: name, interview: nil))))
        #expect(try !payloads(room).contains("Xylophones!"))
        #expect(try room.stage.store.latest(of: room.interview) > 0)
    }

    @Test func aHostDeletesTheRoomWithEverybodysPart() throws {
        var room = try room()
        try room.ask { .erase(.init(ref: $0, interview: $1)) }
        #expect(try room.stage.store.latest(of: room.interview) == 0)
        try room.ask(by: 2) { .erase(.init(ref: $0, interview: $1)) }
        #expect(room.heard(2).last?.refused?.code == .notFound)
    }

    @Test func anAnswerOnItsWayLeavesNoWord() throws {
        var room = try room()
        let late = ref("late")
        room.stage.say(
            .answer(.init(ref: late, interview: room.interview, question: 0, text: "A late xylophone.")),
            on: RoomOnStage.connection(1))
        try room.ask(by: 1) { .erase(.init(ref: $0, interview: $1)) }
        #expect(try !payloads(room).contains("late xylophone"))
        // It has its reply all the same.
        #expect(room.heard(1).filter { $0.refused?.ref == late }.count == 1)
        // Whoever reads the log finds what those find who were there.
        var again = Interview(id: room.interview)
        for event in try room.stage.store.events(of: room.interview) { again.apply(event) }
        #expect(again.seats[SeatID("c1")]?.isErased == true)
        #expect(again.response(of: SeatID("c2"), to: 0).attempts == 1)
    }

    /// The room is read from the log while the seat is being deleted.
    @Test func whatIsBeingReadLearnsOfIt() throws {
        var room = try room()
        for number in 0...2 { room.stage.handle(.disconnected(RoomOnStage.connection(number))) }
        room.stage.wake()
        #expect(room.stage.hub.interviewCount == 0)
        room.stage.handle(.connected(RoomOnStage.connection(0), visitor: "visitor 0"))
        room.stage.handle(.connected(RoomOnStage.connection(1), visitor: "visitor 1"))
        let token = RoomOnStage.secret(0)?.text
        room.stage.say(.resume(.init(ref: ref("r"), interview: room.interview, token: token, seq: 0)))
        let read = try room.stage.store.events(of: room.interview)
        room.stage.say(.erase(.init(ref: ref("e"), interview: room.interview)), on: RoomOnStage.connection(1))
        room.stage.handle(.loaded(room.interview, .success(read)))
        try room.settle()
        let seats = room.heard().compactMap(\.seats).flatMap(\.seats)
        #expect(seats.last { $0.seat == SeatID("c1") }?.erased == true)
    }
}
