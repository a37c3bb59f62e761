import QuestionBank
import Testing

@testable import Interviews

/// A seat whose owner deletes what they did in it.
struct SeatErasingTests {
    /// A room under way: c1 and c2 have answered the first question, c1 has said something.
    private func room() throws -> RoomRehearsal {
        var room = try RoomRehearsal(RoomRules(progression: .host))
        try room.join("Bea")
        try room.join("Cem")
        room.ask(.start, by: RoomRehearsal.host)
        for seat in ["c1", "c2"] {
            let answer = Command.answer(question: 0, text: "It prevents overfitting.")
            #expect(room.ask(answer, by: SeatID(seat)).refusal == nil)
        }
        #expect(room.ask(.say(text: "Hello", to: nil), by: SeatID("c1")).refusal == nil)
        return room
    }

    private let erasing = Event.seatErased(.init(seat: SeatID("c1")))

    /// What the log has from then on.
    private func left(of log: [RecordedEvent]) -> [RecordedEvent] {
        log.map { recorded in
            var recorded = recorded
            switch recorded.event {
            case .seatTaken(var taken) where taken.seat.id == SeatID("c1"):
                taken.seat.name = nil
                recorded.event = .seatTaken(taken)
            case .answered(let answered) where answered.seat == SeatID("c1"):
                recorded.event = .erased(.init(.answered))
            case .said(let said) where said.seat == SeatID("c1"): recorded.event = .erased(.init(.said))
            default: break
            }
            return recorded
        }
    }

    @Test func nothingOfItIsLeftAndTheRestIsAsItWas() throws {
        var room = try room()
        let before = room.interview
        let applied = try #require(room.record([erasing]).first)
        #expect(applied.counts && applied.notices.map(\.content) == [.seatChanged(SeatID("c1"))])
        let seat = try #require(room.interview.seats[SeatID("c1")])
        #expect(seat.isErased && seat.name == nil && !seat.isPresent && seat.responses.isEmpty)
        #expect(room.interview.report(for: SeatID("c1")).questions.allSatisfy { $0.outcome != .answered })
        #expect(room.interview.report(for: SeatID("c2")) == before.report(for: SeatID("c2")))
        // Once is enough, and a host's seat is the room.
        #expect(room.record([erasing]).first?.counts == false)
        #expect(room.record([.seatErased(.init(seat: RoomRehearsal.host))]).first?.counts == false)
        #expect(room.record([.seatErased(.init(seat: SeatID("c9")))]).first?.counts == false)
    }

    @Test func theLogWithoutItIsFoldedToTheSame() throws {
        var room = try room()
        room.record([erasing])
        room.ask(.next(question: 0), by: RoomRehearsal.host)
        room.ask(.answer(question: 1, text: "It prevents overfitting."), by: SeatID("c2"))
        var again = Interview(id: room.interview.id)
        for recorded in left(of: room.log) { again.apply(recorded) }
        #expect(again.seq == room.interview.seq && again.current == room.interview.current)
        #expect(Array(again.seats) == Array(room.interview.seats))
        #expect(again.room.messages == room.interview.room.messages)
    }

    @Test func whatWasOnItsWayComesTooLate() throws {
        var room = try room()
        let late = try #require(room.log.last { $0.event.kind == .answered && $0.event.lane == SeatID("c1") })
        room.record([erasing])
        #expect(room.record([late.event]).first?.counts == false)
        #expect(room.ask(.answer(question: 0, text: "Again."), by: SeatID("c1")).refusal == .notAllowed)
        #expect(room.ask(.say(text: "Hello?", to: nil), by: SeatID("c1")).refusal == .notAllowed)
        let rename = Event.SeatChanged(
            seat: SeatID("c1"), by: RoomRehearsal.host, ref: ref("name"), name: SeatName("Bea"))
        #expect(room.record([.seatChanged(rename)]).first?.counts == false)
    }

    @Test func itsSecretOpensItNoMoreAndANewOneANewSeat() throws {
        var room = try room()
        room.record([erasing])
        #expect(throws: Refusal.notAllowed) { try room.join("Bea") }
        #expect(try room.join("Bea, anew") == SeatID("c3"))
    }

    @Test(arguments: Event.Kind.allCases)
    func whatIsLeftIsWrittenAndReadByItsKind(kind: Event.Kind) throws {
        let event = Event.erased(.init(kind))
        #expect(event.kind == kind)
        #expect(event.lane == nil && event.request == nil)
    }
}
