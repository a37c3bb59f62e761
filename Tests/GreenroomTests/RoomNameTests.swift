import HubStage
import Interviews
import Testing
import Wire

@testable import Greenroom

/// A person has one name wherever it is shown, and no two have the same.
struct RoomNameTests {
    private func names(_ room: RoomOnStage) -> [String?] {
        (room.stage.hub.held[room.interview]?.confirmed.seats.map(\.name?.text) ?? [])
    }

    @Test(arguments: [
        ["Ann", "Ann", "Ann"], ["Ann 2", "Ann", "Ann"], ["Ann", "Ann 2", "ann"], ["Ann", "Ann", "Ann 2"],
        ["Ann 2", "Ann 2", "Ann", "Ann"], ["Ann", "Ann", "Ann 2 2", "Ann 2"],
    ])
    func noTwoHaveTheSameName(wanted: [String]) throws {
        var room = try RoomOnStage(joining: 0)
        for (place, name) in wanted.enumerated() { try room.join(place + 1, name: name) }
        // The host is Ann too.
        let names = names(room).compactMap(\.self)
        #expect(Set(names).count == wanted.count + 1, "\(names)")
        #expect(
            zip(names.dropFirst(), wanted).allSatisfy { $0.lowercased().hasPrefix($1.lowercased()) },
            "\(names)")
    }

    @Test func itIsTheSameInTheListTheChatTheRevealAndTheReport() throws {
        var room = try RoomOnStage(joining: 0)
        for number in 1...2 { try room.join(number, name: "Bea") }
        try room.ask { .start(.init(ref: $0, interview: $1)) }
        for number in 1...2 {
            try room.ask(by: number) {
                .answer(
                    .init(ref: $0, interview: $1, question: 0, text: "It prevents overfitting, \(number)."))
            }
        }
        room.forgetAll()
        try room.ask(by: 2) { .say(.init(ref: $0, interview: $1, text: "Hello.")) }
        try room.ask { .show(.init(ref: $0, interview: $1, question: 0)) }
        let heard = room.heard(1)
        let phrases = try #require(heard.compactMap(\.phrases).first)
        let named = Dictionary(
            phrases.points.flatMap(\.phrases).map { ($0.seat, $0.name) },
            uniquingKeysWith: { first, _ in first })
        #expect(named == [SeatID("c1"): "Bea", SeatID("c2"): "Bea 2"])
        // The chat and the board name the seat, and the list of seats says what it is called.
        let said = heard.compactMap { if case .said(let said) = $0 { said.seat } else { nil } }
        #expect(said == [SeatID("c2")])
        let name = try room.ask { .report(.init(ref: $0, interview: $1)) }
        let report = try #require(room.heard().compactMap(\.roomReport).first { $0.ref == name })
        #expect(report.people.map(\.name) == ["Bea", "Bea 2"])
        try room.join(3)
        let list = try #require(room.heard(3).compactMap(\.seats).first { $0.whole })
        #expect(list.seats.map(\.name) == ["Ann", "Bea", "Bea 2", "C3"])
    }
}
