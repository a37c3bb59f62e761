import HubStage
import Interviews
import Testing
import Transcripts
import Wire

@testable import Greenroom

/// Whoever does not know a seat's secret costs nothing; whoever drew it opens the same interview again, anywhere.
struct SeatSecretTests {
    private let name = "drawnbytheclientitself"
    private let secret = String(repeating: "s", count: 43)

    private func open(_ name: String = "o", secret: String? = nil) -> ClientMessage {
        var open = ClientMessage.Open(ref: ref(name), count: 1, seed: "s", pace: .instant)
        open.interview = InterviewID(self.name)
        open.secret = SeatSecret(secret ?? self.secret)
        return .open(open)
    }

    /// A hub that has nothing in memory, as after a restart.
    private func restarted(_ stage: Stage) -> Stage {
        var after = Stage(store: stage.store)
        after.handle(.connected(bob))
        _ = after.heard(bob)
        return after
    }

    @Test func aWrongSecretReadsNothing() throws {
        var stage = Stage()
        let opened = try stage.open()
        var after = restarted(stage)
        for token in ["", "wrong", String(repeating: "x", count: 43)] {
            after.say(
                .resume(.init(ref: ref("r"), interview: opened.interview, token: token, seq: 0)), on: bob)
            #expect(after.heard(bob).compactMap(\.refused).map(\.code) == [.noSuchSeat])
        }
        #expect(after.loads.isEmpty)
        #expect(after.hub.interviewCount == 0)
        after.say(
            .resume(
                .init(ref: ref("r"), interview: opened.interview, token: opened.token ?? "", seq: 0)), on: bob
        )
        #expect(after.loads.count == 1)
        try after.load()
        #expect(after.heard(bob).map(\.kind) == [.resumed])
    }

    @Test func openedAgainAnywhereItIsTheSameInterview() throws {
        var stage = Stage()
        stage.handle(.connected(ann))
        stage.say(open())
        try stage.commit()
        #expect(stage.heard().compactMap(\.opened).map(\.interview.text) == [name])
        // On another connection, under another ref.
        stage.handle(.connected(bob))
        _ = stage.heard(bob)
        stage.say(open("again"), on: bob)
        #expect(stage.heard(bob).map(\.kind) == [.opened, .asked])
        // After a restart.
        var after = restarted(stage)
        after.say(open("once-more"), on: bob)
        try after.commit()
        try after.load()
        let heard = after.heard(bob)
        #expect(heard.map(\.kind) == [.opened, .asked])
        #expect(heard.first?.opened?.ref == ref("once-more"))
        #expect(try after.store.interviewCount() == 1)
    }

    @Test func openedOnTwoConnectionsAtOnceItIsOneInterview() throws {
        var stage = Stage()
        stage.handle(.connected(ann))
        stage.handle(.connected(bob))
        (_, _) = (stage.heard(), stage.heard(bob))
        stage.say(open())
        stage.say(open(), on: bob)
        try stage.commit()
        #expect(stage.heard().map(\.kind) == [.opened, .asked])
        #expect(stage.heard(bob).map(\.kind) == [.opened, .asked])
        #expect(try stage.store.interviewCount() == 1)
    }

    /// Whoever opens again is told what others keep while it is read.
    @Test func whatHappensWhileItIsReadIsToldToo() throws {
        var stage = Stage()
        stage.handle(.connected(ann))
        stage.say(open())
        try stage.commit()
        let interview = try #require(stage.heard().first { $0.opened != nil }?.opened?.interview)
        stage.handle(.connected(bob))
        _ = stage.heard(bob)
        stage.recallsAtOnce = false
        stage.say(open(), on: bob)
        let ticket = try #require(stage.recalls.first?.ticket)
        let read = try stage.store.events(of: interview)
        stage.say(.skip(.init(ref: ref("skip"), interview: interview, question: 0)))
        try stage.commit()

        stage.handle(.recalled(ticket, .success(read)))
        stage.recall()
        #expect(stage.heard(bob).map(\.kind).starts(with: [.opened, .asked, .skipped]))
    }

    @Test func somebodyElsesNameOpensNothing() throws {
        var stage = Stage()
        stage.handle(.connected(ann))
        stage.say(open())
        try stage.commit()
        let other = String(repeating: "t", count: 43)
        stage.handle(.connected(bob))
        _ = stage.heard(bob)
        stage.say(open("mine", secret: other), on: bob)
        #expect(stage.heard(bob).compactMap(\.refused).map(\.code) == [.noSuchSeat])
        var after = restarted(stage)
        after.say(open("mine", secret: other), on: bob)
        try after.commit()
        #expect(after.heard(bob).compactMap(\.refused).map(\.code) == [.noSuchSeat])
        #expect(after.loads.isEmpty)
        #expect(after.hub.interviewCount == 0)
    }

    @Test func whatWasReadForSomebodyWhoLeftIsLetGo() throws {
        var stage = Stage()
        let opened = try stage.open()
        var after = restarted(stage)
        after.say(
            .resume(
                .init(ref: ref("r"), interview: opened.interview, token: opened.token ?? "", seq: 0)), on: bob
        )
        after.handle(.disconnected(bob))
        try after.load()
        #expect(after.hub.interviewCount == 1)
        after.wake()
        #expect(after.hub.interviewCount == 0)
    }

    @Test func ofSeveralWhoWaitForAnInterviewThatIsOverEachIsAnswered() throws {
        var stage = Stage()
        let opened = try stage.open()
        stage.say(.end(.init(ref: ref("end"), interview: opened.interview)))
        try stage.commit()
        var after = restarted(stage)
        func resume(_ name: String, _ token: String) -> ClientMessage {
            .resume(.init(ref: ref(name), interview: opened.interview, token: token, seq: 0))
        }
        let token = opened.token ?? ""
        after.say(resume("first", token), on: bob)
        // Waits as well, as the interview is being read for somebody already.
        after.say(resume("wrong", "wrong"), on: bob)
        after.say(resume("last", token), on: bob)
        try after.load()
        try after.load()
        let heard = after.heard(bob).compactMap { $0.refused?.ref ?? $0.resumed?.ref }
        #expect(Set(heard) == [ref("first"), ref("wrong"), ref("last")])
        #expect(heard.count == 3)
    }
}
