import Interviews
import Testing

/// Whoever comes late to a question has the same time for it, whatever hosts and time do meanwhile.
struct RoomClockTests {
    private let late = SeatID("c2")

    /// A room whose question has been open for 40 s of 60 when the second candidate comes.
    private func room(_ progression: RoomRules.Progression = .host) throws -> RoomRehearsal {
        var room = try RoomRehearsal(
            RoomRules(progression: progression), limit: Settings.TimeLimit(per: .question, seconds: 60))
        try room.join("Ann")
        room.ask(.start, by: RoomRehearsal.host)
        room.now.milliseconds += 40_000
        try room.join("Bob")
        return room
    }

    private func remaining(_ room: RoomRehearsal, _ seat: SeatID) -> Int64? {
        room.interview.clock(of: seat)?.remaining(at: room.now)
    }

    /// Lets time decide whatever it does, until a moment.
    private func wait(_ room: inout RoomRehearsal, _ milliseconds: Int64) {
        for _ in 0..<10 {
            room.now.milliseconds += milliseconds / 10
            for _ in 0..<3 {
                let seats = room.interview.seats.map(\.id)
                room.record(
                    seats.flatMap { room.interview.due(of: $0, at: room.now) }
                        + room.interview.due(at: room.now))
            }
        }
    }

    @Test func aPauseStopsTheClockOfWhoeverCameLate() throws {
        var room = try room()
        room.now.milliseconds += 10_000
        #expect(room.ask(.pauseClock, by: RoomRehearsal.host).refusal == nil)
        #expect(remaining(room, late) == 50_000)
        wait(&room, 600_000)
        #expect(remaining(room, late) == 50_000 && remaining(room, SeatID("c1")) == 10_000)
        #expect(!room.interview.isClosed(for: late))
        #expect(room.ask(.resumeClock, by: RoomRehearsal.host).refusal == nil)
        room.now.milliseconds += 5_000
        #expect(remaining(room, late) == 45_000 && remaining(room, SeatID("c1")) == 5_000)
    }

    @Test func whoeverComesWhileTheClockStandsHasAllTheTimeWhenItGoesOn() throws {
        var room = try room()
        room.ask(.pauseClock, by: RoomRehearsal.host)
        let later = try #require(try room.join("Cy"))
        wait(&room, 600_000)
        #expect(remaining(room, later) == 60_000)
        room.ask(.resumeClock, by: RoomRehearsal.host)
        room.now.milliseconds += 5_000
        #expect(remaining(room, later) == 55_000)
    }

    @Test func moreTimeForAllIsMoreForWhoeverCameLate() throws {
        var room = try room()
        room.ask(.extendClock(seconds: 30), by: RoomRehearsal.host)
        #expect(remaining(room, late) == 90_000 && remaining(room, SeatID("c1")) == 50_000)
    }

    @Test func timeRevealsNothingBeforeWhoeverCameLateHasHadTheTime() throws {
        var room = try room(.deadline)
        wait(&room, 30_000)
        #expect(room.interview.isClosed && !room.interview.isClosed(for: late))
        #expect(!room.interview.isShown(0))
        let answered = room.ask(.answer(question: 0, text: "One"), by: late)
        #expect(answered.refusal == nil && !room.interview.response(of: late, to: 0).isLate)
        // Nobody else has to be waited for.
        wait(&room, 10)
        #expect(room.interview.isShown(0))
    }

    @Test func whoeverCameLateAndSaysNothingHoldsTheRoomUpForThatTimeOnly() throws {
        var room = try room(.deadline)
        wait(&room, 59_000)
        #expect(!room.interview.isShown(0))
        // Who comes now, when the room's time is up, is not waited for.
        let last = try #require(try room.join("Cy"))
        #expect(room.interview.isClosed(for: last))
        wait(&room, 5_000)
        #expect(room.interview.isClosed(for: late) && room.interview.isShown(0))
    }
}
