import HubStage
import Interviews
import Testing
import Wire

@testable import Greenroom

/// Deadlines do not follow somebody who sets the clock.
struct SteadyClockTests {
    private let hour: Int64 = 3_600_000

    private func reading(_ moments: [(wall: Int64, steady: Int64)]) -> Int64 {
        var clock = SteadyClock()
        return moments.map {
            clock.reading(at: Moment(wall: Timestamp(milliseconds: $0.wall), steady: $0.steady)).milliseconds
        }.last ?? 0
    }

    @Test func itBeginsWithTheWallAndGoesOnByTheSteadyClock() {
        #expect(reading([(1000, 7)]) == 1000)
        #expect(reading([(1000, 7), (1500, 507)]) == 1500)
        #expect(reading([(1000, 7), (1010, 10)]) == 1003)
    }

    @Test func aJumpIsFollowedSlowly() {
        var clock = SteadyClock()
        _ = clock.reading(at: Moment(wall: Timestamp(milliseconds: 0), steady: 0))
        for second in Int64(1)...3600 {
            let wall = Timestamp(milliseconds: second * 1000 + hour)
            _ = clock.reading(at: Moment(wall: wall, steady: second * 1000))
        }
        let ahead = Moment(wall: Timestamp(milliseconds: 2 * hour), steady: hour)
        #expect(clock.reading(at: ahead).milliseconds == hour + 18_000)
    }

    @Test func aSmallDifferenceIsMadeUp() {
        var clock = SteadyClock()
        _ = clock.reading(at: Moment(wall: Timestamp(milliseconds: 0), steady: 0))
        for second in Int64(1)...60 {
            _ = clock.reading(
                at: Moment(wall: Timestamp(milliseconds: second * 1000 - 50), steady: second * 1000))
        }
        let later = Moment(wall: Timestamp(milliseconds: 60_950), steady: 61_000)
        #expect(clock.reading(at: later).milliseconds == 60_950)
    }

    @Test(arguments: [-1, 0, 7, 1000, 3_600_000] as [Int64])
    func itNeverGoesBack(step: Int64) {
        var clock = SteadyClock()
        var before = Int64.min
        var wall: Int64 = 10_000_000
        for steady in Int64(0)..<2000 {
            wall += steady == 100 ? -step : 1
            let reading = clock.reading(at: Moment(wall: Timestamp(milliseconds: wall), steady: steady))
                .milliseconds
            #expect(reading >= before)
            before = reading
        }
    }

    // Through the hub

    private func openWithLimit(_ stage: inout Stage) throws -> ServerMessage.Opened {
        stage.now.milliseconds = 100 * hour
        stage.handle(.connected(ann))
        var open = ClientMessage.Open(ref: ref("open"), count: 1, seed: "s", pace: .instant)
        open.limit = .init(per: .question, seconds: 60)
        stage.say(.open(open))
        try stage.commit()
        return try #require(stage.heard().compactMap(\.opened).first)
    }

    @Test(arguments: [3_600_000, -3_600_000] as [Int64])
    func aClockThatJumpsNeitherTakesTimeNorGivesIt(jump: Int64) throws {
        var stage = Stage()
        let opened = try openWithLimit(&stage)
        stage.now.milliseconds += 10_000
        stage.setClock(by: jump)
        stage.handle(.woken(.close(opened.interview)))
        #expect(stage.appends.isEmpty)
        stage.now.milliseconds += 52_000
        stage.handle(.woken(.close(opened.interview)))
        #expect(stage.appends.isEmpty)
        // A minute and three seconds of grace, and what the clock caught up meanwhile.
        stage.now.milliseconds += 1_500
        stage.handle(.woken(.close(opened.interview)))
        try stage.commit()
        #expect(stage.heard().map(\.kind) == [.closed])
    }

    @Test func afterARestartTheLogsTimesHold() throws {
        var stage = Stage()
        let opened = try openWithLimit(&stage)
        var after = Stage(store: stage.store)
        after.now = stage.now
        after.now.milliseconds += 70_000
        after.handle(.connected(ann))
        after.say(
            .resume(.init(ref: ref("r"), interview: opened.interview, token: opened.token ?? "", seq: 0)))
        try after.load()
        after.handle(.woken(.close(opened.interview)))
        try after.commit()
        #expect(after.heard().last?.kind == .closed)
    }
}
