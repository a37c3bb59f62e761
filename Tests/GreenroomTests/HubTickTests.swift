import HubStage
import Interviews
import Marking
import Testing
import Wire

@testable import Greenroom

/// The hot seat through the hub: who has the points before the eyes, and who is told what was heard.
struct HubTickTests {
    private func tick(_ question: Int = 0) -> (Reference, InterviewID) -> ClientMessage {
        { .tick(.init(ref: $0, interview: $1, question: question, point: "p", said: true)) }
    }

    @Test func onlyThoseWhoListenHaveThePoints() throws {
        var room = try RoomOnStage(form: .hotSeat)
        try room.join(3, as: .spectator)
        room.forgetAll()
        try room.ask { .start(.init(ref: $0, interview: $1)) }
        #expect(room.heard(2).compactMap(\.checklist).map { $0.points.map(\.id) } == [["p"]])
        #expect(room.heard(3).compactMap(\.checklist).count == 1)
        let one = room.heard(1)
        #expect(one.contains { $0.kind == .asked })
        #expect(!one.contains { $0.text.contains("Regularisation") })
        let name = try room.ask(by: 2, tick())
        let told = room.heard(2)
        #expect(told.compactMap(\.ticked).map(\.ref) == [name])
        #expect(!told.contains { $0.kind == .ticks })
        // Hosts see it at any time.
        let host = try #require(room.heard().compactMap(\.ticks).last)
        #expect(host.of == 1 && host.points.map(\.ticked) == [1] && host.points.map(\.verdict) == [nil])
        try room.ask(by: 1) {
            .answer(.init(ref: $0, interview: $1, question: 0, text: "It prevents overfitting."))
        }
        #expect(room.heard().compactMap(\.ticks).last?.points.map(\.verdict) == [.hit])
        #expect(!room.heard(2).contains { $0.kind == .ticks })
        try room.ask { .close(.init(ref: $0, interview: $1, question: 0)) }
        let closed = try #require(room.heard(2).compactMap(\.ticks).last)
        #expect(closed.points.map(\.ticked) == [1] && closed.points.map(\.verdict) == [.hit])
        #expect(!room.heard(1).contains { $0.kind == .ticks })
        try room.ask { .show(.init(ref: $0, interview: $1, question: 0)) }
        #expect(room.heard(1).compactMap(\.ticks).last == closed)
        #expect(room.heard(2).compactMap(\.ticks).last == closed)
        // The next question goes to the other one by itself, who now is the only one without the points.
        try room.ask { .next(.init(ref: $0, interview: $1, question: 0)) }
        #expect(room.heard(1).compactMap(\.checklist).map(\.question) == [1])
        #expect(!room.heard(2).contains { $0.kind == .checklist || $0.kind == .ticks })
    }

    @Test func whereMarksWaitForTheRevealSoDoTheMachinesVerdicts() throws {
        var room = try RoomOnStage(form: .hotSeat, mode: .realistic)
        try room.ask { .start(.init(ref: $0, interview: $1)) }
        try room.ask(by: 1) {
            .answer(.init(ref: $0, interview: $1, question: 0, text: "It prevents overfitting."))
        }
        room.forgetAll()
        try room.ask { .close(.init(ref: $0, interview: $1, question: 0)) }
        #expect(room.heard(2).compactMap(\.ticks).last?.points.map(\.verdict) == [nil])
        #expect(room.heard(0).compactMap(\.ticks).last?.points.map(\.verdict) == [.hit])
        try room.ask { .show(.init(ref: $0, interview: $1, question: 0)) }
        #expect(room.heard(2).compactMap(\.ticks).last?.points.map(\.verdict) == [.hit])
    }

    @Test func whoComesBackHasOnesTicksAndTheRestAgain() throws {
        var room = try RoomOnStage(form: .hotSeat)
        try room.ask { .start(.init(ref: $0, interview: $1)) }
        try room.ask(by: 2, tick())
        room.stage.handle(.disconnected(RoomOnStage.connection(2)))
        room.forgetAll()
        try room.join(2)
        let back = room.heard(2)
        #expect(back.compactMap(\.joined).first?.missed.contains { $0.message.kind == .ticked } == true)
        #expect(back.contains { $0.kind == .checklist } && !back.contains { $0.kind == .ticks })
        room.stage.handle(.disconnected(RoomOnStage.connection(1)))
        try room.join(1)
        #expect(!room.heard(1).contains { $0.kind == .checklist || $0.kind == .ticks })
    }

    @Test func aRulingForEverybodyIsToldToEachAndCountedForTheHost() throws {
        var room = try RoomOnStage(joining: 3)
        try room.ask { .start(.init(ref: $0, interview: $1)) }
        for number in 1...3 {
            try room.ask(by: number) {
                .answer(
                    .init(ref: $0, interview: $1, question: 0, text: number == 3 ? "Hm." : "It is a brake."))
            }
        }
        room.forgetAll()
        let name = try room.ask {
            .rule(
                .init(
                    ref: $0, interview: $1, seat: SeatID("c1"), question: 0, attempt: 1, point: "p",
                    said: true,
                    ranges: [.init(start: 6, end: 13)], everybody: true))
        }
        let host = room.heard().compactMap(\.ruled)
        #expect(host.map(\.ref) == [name] && host.map(\.others) == [1])
        #expect(room.heard(1).compactMap(\.ruled).map(\.own) == [1])
        #expect(room.heard(2).compactMap(\.ruled).map(\.seat) == [SeatID("c2")])
        #expect(room.heard(3).compactMap(\.ruled).isEmpty)
    }
}

extension ServerMessage {
    fileprivate var checklist: Checklist? { if case .checklist(let list) = self { list } else { nil } }
    fileprivate var ticked: Ticked? { if case .ticked(let ticked) = self { ticked } else { nil } }
    fileprivate var ticks: Ticks? { if case .ticks(let ticks) = self { ticks } else { nil } }
}
