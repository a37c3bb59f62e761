import HubStage
import Interviews
import Testing
import WebSockets
import Wire

@testable import Greenroom

/// A room through the hub: who comes in, who is told what, and how it goes on.
struct HubRoomTests {
    private func open(
        _ stage: inout Stage, progression: RoomRules.Progression = .host, mode: Settings.Mode = .coached,
        _ change: (inout ClientMessage.Room) -> Void = { _ in }
    ) throws -> ServerMessage.Opened {
        stage.handle(.connected(ann))
        var open = ClientMessage.Open(ref: ref("open"), count: 3, seed: "s", pace: .instant)
        var room = ClientMessage.Room(progression: progression, name: "Ann")
        change(&room)
        open.room = room
        open.mode = mode
        open.interview = InterviewID("roomroomroomroom")
        open.secret = secret(0)
        stage.say(.open(open))
        try stage.commit()
        return try #require(stage.heard().compactMap(\.opened).first)
    }

    private func connection(_ number: Int) -> ConnectionID {
        ConnectionID(place: UInt32(10 + number), generation: 1)
    }

    private func secret(_ number: Int) -> SeatSecret? {
        let digits = String(number)
        return SeatSecret(String(repeating: "s", count: 43 - digits.count) + digits)
    }

    private func join(
        _ number: Int, _ code: String, name: String? = nil, in stage: inout Stage,
        _ change: (inout ClientMessage.Join) -> Void = { _ in }
    ) throws {
        stage.handle(.connected(connection(number), visitor: "visitor \(number)"))
        var join = ClientMessage.Join(
            ref: ref("join"), code: code, secret: try #require(secret(number)), name: name ?? "C\(number)")
        change(&join)
        stage.say(.join(join), on: connection(number))
    }

    /// Lets everything happen that is on its way.
    private func settle(_ stage: inout Stage) throws {
        for _ in 0..<8 {
            stage.now = Timestamp(milliseconds: stage.now.milliseconds + 300)
            while !stage.appends.isEmpty || !stage.loads.isEmpty {
                try stage.commit()
                try stage.load()
            }
            stage.wake()
        }
    }

    @Test func aRoomFromItsOpeningToItsEnd() throws {
        var stage = Stage()
        let opened = try open(&stage)
        let code = try #require(opened.code?.text)
        #expect(opened.seat == SeatID("h1") && opened.room?.progression == .host)
        try join(1, code, in: &stage)
        try join(2, code.uppercased(), in: &stage)
        try settle(&stage)
        let joined = try #require(stage.heard(connection(1)).compactMap(\.joined).first)
        #expect(joined.seat == SeatID("c1") && !joined.more)
        #expect(joined.missed.compactMap(\.message.opened).first?.seed == nil)
        stage.say(.start(.init(ref: ref("start"), interview: opened.interview)))
        try settle(&stage)
        let told = stage.heard()
        #expect(told.contains { $0.kind == .asked })
        let board = try #require(told.compactMap(\.board).last)
        #expect(board.rows.map(\.seat) == [SeatID("c1"), SeatID("c2")] && board.points.map(\.id) == ["p"])
        stage.say(
            .answer(
                .init(
                    ref: ref("a"), interview: opened.interview, question: 0, text: "It prevents overfitting.")
            ),
            on: connection(1))
        try settle(&stage)
        let cells = try #require(stage.heard().compactMap(\.cells).last)
        #expect(cells.rows.first?.verdicts == "h" && cells.totals.done == 1 && cells.totals.of == 2)
        let others = stage.heard(connection(2))
        #expect(!others.contains { $0.kind == .answered })
        #expect(others.compactMap(\.totals).last?.points == nil)
        stage.say(.show(.init(ref: ref("show"), interview: opened.interview, question: 0)))
        try settle(&stage)
        let shown = stage.heard(connection(2))
        #expect(shown.map(\.kind).contains(.shown) && shown.map(\.kind).contains(.closed))
        let phrases = try #require(shown.compactMap(\.phrases).first)
        #expect(phrases.points.first?.phrases.map(\.name) == ["C1"] && phrases.points.first?.hit == 1)
        stage.say(.next(.init(ref: ref("next"), interview: opened.interview, question: 0)))
        try settle(&stage)
        stage.say(.end(.init(ref: ref("end"), interview: opened.interview)))
        try settle(&stage)
        #expect(stage.heard(connection(2)).contains { $0.kind == .ended })
        stage.say(.report(.init(ref: ref("report"), interview: opened.interview)), on: connection(1))
        #expect(stage.heard(connection(1)).compactMap(\.report).last?.report.answered == 1)
        _ = stage.heard()
        stage.say(.report(.init(ref: ref("all"), interview: opened.interview)))
        let all = try #require(stage.heard().compactMap(\.roomReport).last)
        #expect(all.ref == ref("all") && !all.more && all.questions.count == 2)
        #expect(all.people.map { $0.answers.map(\.verdicts) } == [["h"], []])
        #expect(all.questions.first?.points.map(\.hit) == [1])
    }

    @Test func whoClosesTheAnswersIsToldSo() throws {
        var stage = Stage()
        let opened = try open(&stage)
        try join(1, try #require(opened.code?.text), in: &stage)
        stage.say(.start(.init(ref: ref("start"), interview: opened.interview)))
        try settle(&stage)
        _ = (stage.heard(), stage.heard(connection(1)))
        stage.say(.close(.init(ref: ref("close"), interview: opened.interview, question: 0)))
        try settle(&stage)
        func closings(_ heard: [ServerMessage]) -> [Reference?] {
            heard.compactMap { if case .closed(let closed) = $0 { .some(closed.ref) } else { nil } }
        }
        #expect(closings(stage.heard()) == [ref("close")])
        #expect(closings(stage.heard(connection(1))).count == 1)
    }

    @Test func manyJoinInTheSameMoment() throws {
        var stage = Stage()
        let code = try #require(try open(&stage).code?.text)
        _ = stage.heard()
        for number in 1...50 { try join(number, code, in: &stage) }
        try settle(&stage)
        let told = stage.heard().compactMap(\.seats).flatMap(\.seats).map(\.seat.text)
        #expect(told == (1...50).map { "c\($0)" })
        var seats: Set<SeatID> = []
        for number in 1...50 {
            let heard = stage.heard(connection(number))
            seats.insert(try #require(heard.compactMap(\.joined).first).seat)
            #expect(!heard.contains { $0.kind == .refused })
        }
        #expect(seats.count == 50)
    }

    @Test func joiningTwiceIsOneSeat() throws {
        var stage = Stage()
        let code = try #require(try open(&stage).code?.text)
        try join(1, code, in: &stage)
        try join(1, code, in: &stage) { $0.ref = ref("again") }
        try settle(&stage)
        let joined = stage.heard(connection(1)).compactMap(\.joined)
        #expect(joined.map(\.seat) == [SeatID("c1"), SeatID("c1")])
        #expect(Set(joined.map(\.ref)) == [ref("join"), ref("again")])
    }

    @Test func whoeverWasRemovedMayComeBackAndWhoeverWasBannedMayNot() throws {
        var stage = Stage()
        let opened = try open(&stage)
        let code = try #require(opened.code?.text)
        try join(1, code, in: &stage)
        try settle(&stage)
        func change(_ standing: Seat.Standing, _ name: String) -> ClientMessage {
            .change(
                .init(
                    ref: ref(name), interview: opened.interview, seat: SeatID("c1"), standing: standing))
        }
        stage.say(change(.removed, "remove"))
        try settle(&stage)
        #expect(stage.heard(connection(1)).compactMap(\.gone).first?.reason == .removed)
        try join(1, code, in: &stage) { $0.ref = ref("back") }
        try settle(&stage)
        #expect(stage.heard(connection(1)).compactMap(\.joined).first?.seat == SeatID("c1"))
        stage.say(change(.banned, "ban"))
        try settle(&stage)
        #expect(stage.heard(connection(1)).compactMap(\.gone).first?.reason == .banned)
        try join(1, code, in: &stage) { $0.ref = ref("third") }
        try join(1, code, in: &stage) { join in
            join.ref = ref("fourth")
            join.secret = secret(77) ?? join.secret
        }
        try settle(&stage)
        #expect(stage.heard(connection(1)).compactMap(\.refused).map(\.code) == [.banned, .banned])
    }

    @Test func nobodyIsInTheHotSeatWhereEachGoesOnAlone() throws {
        var stage = Stage()
        stage.handle(.connected(ann))
        var open = ClientMessage.Open(ref: ref("open"), count: 3, seed: "s", pace: .instant)
        open.room = ClientMessage.Room(progression: .own, name: "Ann")
        open.room?.form = .hotSeat
        stage.say(.open(open))
        try settle(&stage)
        #expect(stage.heard().compactMap(\.refused).map(\.code) == [.badValue])
    }

    @Test func aHostWhoSendsOneselfAwayHasOneReply() throws {
        var room = try RoomOnStage()
        try room.ask { .change(.init(ref: $0, interview: $1, seat: SeatID("c1"), role: .host)) }
        room.forgetAll()
        let name = try room.ask(by: 1) {
            .change(.init(ref: $0, interview: $1, seat: SeatID("c1"), standing: .removed))
        }
        let heard = room.heard(1)
        #expect(heard.count { $0.reply == name } == 1)
        #expect(heard.compactMap(\.gone).map(\.reason) == [.removed])
    }

    @Test func wrongCodesAreLimited() throws {
        var stage = Stage()
        _ = try open(&stage)
        for number in 0..<9 {
            try join(1, "0000-000\(number)", in: &stage) { $0.ref = ref("guess-\(number)") }
        }
        let refused = stage.heard(connection(1)).compactMap(\.refused)
        #expect(refused.dropLast().allSatisfy { $0.code == .noSuchRoom } && refused.count == 9)
        #expect(refused.last?.code == .tooManyTries && (refused.last?.retryAfter ?? 0) > 0)
    }

    @Test func aRoomGoesOnWhenAllWhoAreHereHaveAnswered() throws {
        var stage = Stage()
        let opened = try open(&stage) { $0.advances = true }
        let code = try #require(opened.code?.text)
        for number in 1...3 { try join(number, code, in: &stage) }
        try settle(&stage)
        stage.say(.start(.init(ref: ref("start"), interview: opened.interview)))
        try settle(&stage)
        func answer(_ number: Int) {
            stage.say(
                .answer(.init(ref: ref("a"), interview: opened.interview, question: 0, text: "Hm.")),
                on: connection(number))
        }
        answer(1)
        try settle(&stage)
        stage.say(.status(.init(interview: opened.interview, status: .away)), on: connection(2))
        _ = stage.heard()
        try settle(&stage)
        #expect(!stage.heard().contains { $0.kind == .closed })
        stage.handle(.disconnected(connection(3)))
        try settle(&stage)
        #expect(stage.heard().contains { $0.kind == .closed })
    }

    @Test func aCandidateTakesOverOnlyWhenTheHostIsGone() throws {
        var stage = Stage()
        let opened = try open(&stage)
        try join(1, try #require(opened.code?.text), in: &stage)
        try settle(&stage)
        func takeOver(_ name: String) throws -> [ServerMessage] {
            stage.say(.takeOver(.init(ref: ref(name), interview: opened.interview)), on: connection(1))
            try settle(&stage)
            return stage.heard(connection(1))
        }
        #expect(try takeOver("first").compactMap(\.refused).first?.code == .notAllowed)
        stage.handle(.disconnected(ann))
        #expect(try takeOver("second").compactMap(\.refused).first?.code == .notAllowed)
        stage.now = Timestamp(milliseconds: stage.now.milliseconds + HeldRoom.hostPatience)
        #expect(try takeOver("third").compactMap(\.seats).first?.seats.first?.role == .host)
    }

    @Test func aHostWhoHasAnsweredHasAReport() throws {
        var stage = Stage()
        let opened = try open(&stage)
        let id = opened.interview
        try join(1, try #require(opened.code?.text), in: &stage)
        try settle(&stage)
        stage.say(.start(.init(ref: ref("start"), interview: id)))
        try settle(&stage)
        stage.say(
            .answer(.init(ref: ref("a"), interview: id, question: 0, text: "It prevents overfitting.")),
            on: connection(1))
        try settle(&stage)
        stage.say(.change(.init(ref: ref("host"), interview: id, seat: SeatID("c1"), role: .host)))
        try settle(&stage)
        _ = stage.heard(connection(1))
        stage.say(.report(.init(ref: ref("own"), interview: id, seat: SeatID("c1"))), on: connection(1))
        stage.say(.report(.init(ref: ref("room"), interview: id)), on: connection(1))
        let heard = stage.heard(connection(1))
        #expect(
            heard.contains { if case .report(let report) = $0 { report.seat == SeatID("c1") } else { false } }
        )
        let people = heard.compactMap { if case .roomReport(let page) = $0 { page.people } else { nil } }
        #expect(people.flatMap(\.self).map(\.seat) == [SeatID("c1")])
    }

    @Test func aHostComesBackToTheRunningRoom() throws {
        var stage = Stage()
        let opened = try open(&stage)
        try join(1, try #require(opened.code?.text), in: &stage)
        try settle(&stage)
        stage.say(.start(.init(ref: ref("start"), interview: opened.interview)))
        try settle(&stage)
        stage.handle(.disconnected(ann))
        stage.handle(.connected(bob))
        stage.say(
            .resume(
                .init(
                    ref: ref("back"), interview: opened.interview, token: try #require(secret(0)).text, seq: 0
                )),
            on: bob)
        try settle(&stage)
        let heard = stage.heard(bob)
        let resumed = try #require(heard.compactMap(\.resumed).first)
        #expect(resumed.seat == SeatID("h1") && resumed.missed.map(\.message.kind) == [.opened, .asked])
        #expect(heard.contains { $0.kind == .board })
        #expect(heard.compactMap(\.seats).first?.seats.count == 2)
    }
}
