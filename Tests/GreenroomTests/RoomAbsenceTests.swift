import HubStage
import Interviews
import Testing
import WebSockets
import Wire

@testable import Greenroom

/// People who leave, fall silent and come back, and those who sit at two devices: the room goes on, and counts each once.
struct RoomAbsenceTests {
    /// Three candidates at the first question; the room closes it when all who count have answered.
    private func room(form: RoomRules.Form = .everyone) throws -> RoomOnStage {
        var room = try RoomOnStage(form: form, joining: 3) { $0.room?.advances = true }
        try room.ask { .start(.init(ref: $0, interview: $1)) }
        room.forgetAll()
        return room
    }

    private func answer(_ room: inout RoomOnStage, _ numbers: Int..., question: Int = 0) throws {
        for number in numbers {
            try room.ask(by: number) {
                .answer(.init(ref: $0, interview: $1, question: question, text: "It prevents overfitting."))
            }
        }
    }

    private func isClosed(_ room: RoomOnStage) -> Bool {
        room.stage.hub.held[room.interview]?.confirmed.isClosed ?? false
    }

    private func row(_ seat: String, in room: RoomOnStage) -> Board.Row? {
        room.stage.hub.held[room.interview]?.room.board?[SeatID(seat)]
    }

    enum Leaving: CaseIterable {
        case connectionLost, looksAway, removed, banned, watches
    }

    @Test(arguments: Leaving.allCases)
    func theLastWhoHasNotAnsweredLeaves(how: Leaving) throws {
        var room = try room()
        try answer(&room, 1, 2)
        #expect(!isClosed(room))
        switch how {
        case .connectionLost: room.stage.handle(.disconnected(RoomOnStage.connection(3)))
        case .looksAway:
            room.stage.say(
                .status(.init(interview: room.interview, status: .away)), on: RoomOnStage.connection(3))
        case .removed:
            try room.ask { .change(.init(ref: $0, interview: $1, seat: SeatID("c3"), standing: .removed)) }
        case .banned:
            try room.ask { .change(.init(ref: $0, interview: $1, seat: SeatID("c3"), standing: .banned)) }
        case .watches:
            try room.ask(by: 3) {
                .change(.init(ref: $0, interview: $1, seat: SeatID("c3"), role: .spectator))
            }
        }
        try room.settle()
        #expect(isClosed(room))
        try room.ask { .next(.init(ref: $0, interview: $1, question: 0)) }
        #expect(room.stage.hub.held[room.interview]?.confirmed.current == 1)
    }

    @Test func allHaveAnsweredBeforeAnybodyLookedAtTheBoard() throws {
        var room = try RoomOnStage(joining: 2) { $0.room?.advances = true }
        room.stage.say(.start(.init(ref: ref("s"), interview: room.interview)))
        try room.stage.commit()
        for number in [1, 2] {
            room.stage.say(
                .answer(.init(ref: ref("a"), interview: room.interview, question: 0, text: "It prevents.")),
                on: RoomOnStage.connection(number))
            try room.stage.commit()
        }
        try room.settle()
        #expect(isClosed(room))
    }

    @Test(arguments: Leaving.allCases)
    func whoIsInTheHotSeatLeavesAndTheNextOneIsAsked(how: Leaving) throws {
        var room = try room(form: .hotSeat)
        #expect(room.stage.hub.held[room.interview]?.confirmed.answering == SeatID("c1"))
        try room.ask { .next(.init(ref: $0, interview: $1, question: 0)) }
        #expect(room.stage.hub.held[room.interview]?.confirmed.answering == SeatID("c2"))
        let seat = SeatID("c2")
        switch how {
        case .connectionLost: room.stage.handle(.disconnected(RoomOnStage.connection(2)))
        case .looksAway:
            room.stage.say(
                .status(.init(interview: room.interview, status: .away)), on: RoomOnStage.connection(2))
        case .removed: try room.ask { .change(.init(ref: $0, interview: $1, seat: seat, standing: .removed)) }
        case .banned: try room.ask { .change(.init(ref: $0, interview: $1, seat: seat, standing: .banned)) }
        case .watches:
            try room.ask(by: 2) { .change(.init(ref: $0, interview: $1, seat: seat, role: .spectator)) }
        }
        try room.settle()
        try room.ask { .show(.init(ref: $0, interview: $1, question: 1)) }
        try room.ask { .next(.init(ref: $0, interview: $1, question: 1)) }
        // Whoever comes after the one who left, not the first again.
        #expect(room.stage.hub.held[room.interview]?.confirmed.answering == SeatID("c3"))
        try answer(&room, 3, question: 2)
        #expect(isClosed(room))
    }

    @Test func whoIsAwayForMinutesKeepsTheRow() throws {
        var room = try room()
        try answer(&room, 1)
        let before = try #require(row("c1", in: room))
        room.stage.handle(.disconnected(RoomOnStage.connection(1)))
        for _ in 0..<10 {
            room.stage.now.milliseconds += 60_000
            room.stage.wake()
            try room.settle()
        }
        let away = try #require(row("c1", in: room))
        #expect(!away.here && away.verdicts == before.verdicts && away.attempts == 1 && away.status == .done)
        let back = ConnectionID(place: 99, generation: 1)
        room.stage.handle(.connected(back, visitor: "visitor 1"))
        let secret = try #require(RoomOnStage.secret(1))
        room.stage.say(
            .resume(.init(ref: ref("back"), interview: room.interview, token: secret.text, seq: 0)), on: back)
        try room.settle()
        #expect(row("c1", in: room) == before)
        let heard = room.stage.heard(back)
        #expect(heard.compactMap(\.resumed).first?.missed.compactMap(\.message.answered).count == 1)
    }

    /// The lid of the first one's device is closed: nobody says goodbye, nothing comes, and the clock runs on.
    ///
    /// - Returns: the connection of the device that woke up, and what it was told.
    private func sleepForTenMinutes(
        in room: inout RoomOnStage
    ) throws -> (ConnectionID, ServerMessage.Resumed) {
        room.stage.handle(.disconnected(RoomOnStage.connection(1)))
        for _ in 0..<10 {
            room.stage.now.milliseconds += 60_000
            room.stage.wake()
            try room.settle()
        }
        let woken = ConnectionID(place: 99, generation: 1)
        room.stage.handle(.connected(woken, visitor: "visitor 1"))
        let secret = try #require(RoomOnStage.secret(1))
        room.stage.say(
            .resume(.init(ref: ref("woken"), interview: room.interview, token: secret.text, seq: 0)),
            on: woken)
        let resumed = try #require(room.stage.heard(woken).compactMap(\.resumed).first)
        return (woken, resumed)
    }

    private func answer(on device: ConnectionID, in room: inout RoomOnStage) throws -> ServerMessage.Answered
    {
        room.stage.say(
            .answer(.init(ref: ref("late"), interview: room.interview, question: 0, text: "It prevents it.")),
            on: device)
        try room.settle()
        return try #require(room.stage.heard(device).compactMap(\.answered).first)
    }

    @Test func aLidThatWasClosedForTenMinutesHasTheTimeThatIsLeft() throws {
        var room = try RoomOnStage { $0.limit = .init(per: .question, seconds: 900) }
        try room.ask { .start(.init(ref: $0, interview: $1)) }
        let asked = room.stage.now.milliseconds
        let (woken, resumed) = try sleepForTenMinutes(in: &room)
        let clock = try #require(resumed.clock)
        #expect(
            clock.running && abs(clock.remaining - (900_000 - (room.stage.now.milliseconds - asked))) < 3000)
        #expect(room.stage.now.milliseconds - asked >= 600_000)
        #expect(try answer(on: woken, in: &room).late != true)
    }

    @Test func aLidThatWasClosedWhileTheTimeRanOutIsLateAndLosesNothing() throws {
        var room = try RoomOnStage { $0.limit = .init(per: .question, seconds: 300) }
        try room.ask { .start(.init(ref: $0, interview: $1)) }
        let (woken, resumed) = try sleepForTenMinutes(in: &room)
        #expect(isClosed(room) && resumed.clock?.remaining ?? 0 == 0)
        #expect(try answer(on: woken, in: &room).late == true)
        #expect(row("c1", in: room)?.status == .late)
    }

    /// The same seat at another device.
    private func secondDevice(of number: Int, in room: inout RoomOnStage) throws -> ConnectionID {
        let device = ConnectionID(place: UInt32(60 + number), generation: 1)
        room.stage.handle(.connected(device, visitor: "visitor \(number)"))
        let secret = try #require(RoomOnStage.secret(number))
        room.stage.say(
            .join(.init(ref: ref("again"), code: room.code, secret: secret, name: "Other")), on: device)
        try room.settle()
        return device
    }

    @Test func twoDevicesOfOnePersonAreOneInEveryCount() throws {
        var room = try room()
        let device = try secondDevice(of: 1, in: &room)
        #expect(room.stage.heard(device).compactMap(\.joined).map(\.seat) == [SeatID("c1")])
        _ = room.heard(2)
        try answer(&room, 2)
        let totals = try #require(room.heard(2).compactMap(\.totals).last)
        #expect(totals.done == 1 && totals.of == 3)
        let interview = try #require(room.stage.hub.held[room.interview])
        #expect(interview.confirmed.seats.count == 4 && interview.room.board?.rows.count == 3)
        // What one says is heard at both, and counts once.
        try answer(&room, 1)
        #expect(room.stage.heard(device).compactMap(\.answered).count == 1)
        #expect(room.heard().compactMap(\.cells).last?.totals.done == 2)
        room.stage.handle(.disconnected(RoomOnStage.connection(1)))
        try room.settle()
        #expect(row("c1", in: room)?.here == true)
        let name = try room.ask { .report(.init(ref: $0, interview: $1)) }
        let report = try #require(room.heard().compactMap(\.roomReport).first { $0.ref == name })
        #expect(report.people.map(\.answers.count) == [1, 1, 0])
    }

    @Test func whoWritesAtOneDeviceIsNotAwayBecauseTheOtherIsPutAside() throws {
        var room = try room()
        let device = try secondDevice(of: 1, in: &room)
        try answer(&room, 2, 3)
        func tell(_ status: ClientMessage.Status.Doing, _ connection: ConnectionID) throws {
            room.stage.say(.status(.init(interview: room.interview, status: status)), on: connection)
            try room.settle()
        }
        try tell(.writing, RoomOnStage.connection(1))
        try tell(.away, device)
        #expect(row("c1", in: room)?.away == false && !isClosed(room))
        #expect(row("c1", in: room)?.status == .writing)
        // The one in use is gone: nobody looks at the other.
        room.stage.handle(.disconnected(RoomOnStage.connection(1)))
        try room.settle()
        #expect(row("c1", in: room)?.away == true && isClosed(room))
    }

    @Test func afterARestartTheRoomWaitsForThoseWhoWereThere() throws {
        var first = try room()
        try answer(&first, 1, 2)
        // Another process has the log, and nobody in it.
        var stage = Stage(store: first.stage.store)
        stage.now = first.stage.now
        func comeBack(_ number: Int) throws {
            let connection = RoomOnStage.connection(number)
            stage.handle(.connected(connection, visitor: "visitor \(number)"))
            let secret = try #require(RoomOnStage.secret(number))
            stage.say(
                .resume(.init(ref: ref("back"), interview: first.interview, token: secret.text, seq: 0)),
                on: connection)
        }
        func settle() throws {
            while stage.isWaiting {
                try stage.commit()
                try stage.load()
            }
        }
        for number in 0...2 { try comeBack(number) }
        try settle()
        #expect(stage.hub.held[first.interview]?.confirmed.current == 0)
        #expect(stage.hub.held[first.interview]?.confirmed.isClosed == false)
        // Whoever does not come back holds nobody up for ever.
        stage.now.milliseconds += HeldRoom.hostPatience
        stage.wake()
        try settle()
        #expect(stage.hub.held[first.interview]?.confirmed.isClosed == true)
    }
}
