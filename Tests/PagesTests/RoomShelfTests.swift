import Interviews
import Testing
import Transcripts

@testable import Pages

/// A large room is folded once, and then only what came after.
struct RoomShelfTests {
    private let id: InterviewID
    private let host = SeatID("h1")
    private let store = MemoryStore()
    private let shelf = RoomShelf()

    init() throws { id = try #require(InterviewID("0123456789abcdef")) }

    private func said(_ number: Int) throws -> Event {
        .said(.init(seat: host, ref: try #require(Reference("r\(number)")), text: "\(number)"))
    }

    private func commit(_ place: Append.Place, _ events: [Event]) throws {
        _ = try store.commit([
            Append(interview: id, place: place, events: events, at: Timestamp(milliseconds: 1))
        ])
    }

    private func open() throws {
        let settings = Settings(topics: [], count: 1, seed: "s", pace: .instant)
        let opened = Event.Opened(
            settings: settings, bank: "b", topics: [], questions: [], visitor: "host",
            room: RoomRules(progression: .host))
        let seat = Seat(id: host, role: .host, tokenDigest: "x", name: SeatName("Host"), visitor: "host")
        try commit(.opening, [.opened(opened), .seatTaken(.init(seat: seat))])
    }

    @Test func whatCameAfterIsReadAndWhatIsGoneIsGone() throws {
        try open()
        try commit(.next, try (0..<1200).map(said))
        for round in 0..<3 {
            let reading = try #require(try shelf.reading(of: id, in: store))
            let fresh = try #require(Reading(try store.events(of: id)))
            #expect(reading.interview == fresh.interview)
            #expect(reading.transcript(of: host, for: .host) == fresh.transcript(of: host, for: .host))
            #expect(reading.transcript(of: host, for: .host)?.chat.count == 1200 + round)
            try commit(.next, [try said(5000 + round)])
        }
        store.erase(id)
        #expect(try shelf.reading(of: id, in: store) == nil)
        // Under the same name anew, it is another one.
        try open()
        #expect(try shelf.reading(of: id, in: store)?.interview.seq == 2)
    }

    @Test func whatIsSomebodyElsesIsReadAnew() throws {
        try open()
        try commit(.next, try (0..<1200).map(said))
        #expect(try shelf.reading(of: id, in: store)?.interview.knows("host") == true)
        store.forget("host")
        shelf.letGo(of: "somebody")
        #expect(try shelf.reading(of: id, in: store)?.interview.knows("host") == true)
        shelf.letGo(of: "host")
        #expect(try shelf.reading(of: id, in: store)?.interview.knows("host") == false)
    }
}
