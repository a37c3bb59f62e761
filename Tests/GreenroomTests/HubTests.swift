import HubStage
import Interviews
import Testing
import Transcripts

@testable import Greenroom
@testable import Wire

struct HubTests {
    @Test func everyConnectionIsWelcomedWithTheBank() {
        var stage = Stage()
        stage.handle(.connected(ann))
        guard case .welcome(let welcome)? = stage.heard().first else { return #expect(Bool(false)) }
        #expect(
            welcome.bank
                == .init(
                    hash: "f00d", questions: 3, topics: [.init(id: "nets", title: "Networks", questions: 3)]))
        #expect(welcome.limits.answer == 20_000)
    }

    @Test func nothingIsShownBeforeItIsKept() throws {
        var stage = Stage()
        let opened = try stage.open()
        stage.say(.answer(.init(ref: ref("a"), interview: opened.interview, question: 0, text: "dunno")))
        #expect(stage.heard() == [])
        try stage.commit()
        #expect(stage.heard().map(\.answered?.ref) == [ref("a")])
    }

    @Test func openingTellsTheSecretOnceAndAsks() throws {
        var stage = Stage()
        stage.handle(.connected(ann))
        stage.say(.open(.init(ref: ref("open"), topics: [], count: 2, seed: nil, pace: .instant)))
        try stage.commit()
        let heard = stage.heard()
        #expect(heard.map(\.kind) == [.welcome, .opened, .asked])
        let opened = try #require(heard[1].opened)
        #expect(opened.token?.utf8.count == 43)
        #expect(opened.ref == ref("open"))
        #expect(opened.count == 2)
        #expect(opened.seed?.isEmpty == false)
    }

    @Test func theSameOpenIsTheSameInterview() throws {
        var stage = Stage()
        let opened = try stage.open()
        stage.say(.open(.init(ref: ref("open"), topics: [], count: 3, seed: "s", pace: .instant)))
        #expect(stage.heard().map(\.opened) == [opened])
        #expect(try stage.store.interviewCount() == 1)
    }

    @Test func theSameAnswerIsAnsweredTwiceAndKeptOnce() throws {
        var stage = Stage()
        let id = try stage.open().interview
        let answer = ClientMessage.answer(.init(ref: ref("a"), interview: id, question: 0, text: "one"))
        stage.say(answer)
        stage.say(answer)
        try stage.commit()
        let first = stage.heard()
        #expect(first.count == 1)
        stage.say(answer)
        #expect(stage.heard() == first)
        #expect(try stage.store.latest(of: id) == 5)
    }

    @Test func commandsOfASeatFollowOneAnother() throws {
        var stage = Stage()
        let id = try stage.open().interview
        stage.say(.answer(.init(ref: ref("a"), interview: id, question: 0, text: "one")))
        stage.say(.next(.init(ref: ref("b"), interview: id, question: 0)))
        stage.say(.answer(.init(ref: ref("c"), interview: id, question: 1, text: "two")))
        #expect(stage.appends.count == 1)
        try stage.commit()
        #expect(stage.heard().map(\.kind) == [.answered])
        try stage.commit()
        try stage.commit()
        #expect(stage.heard().map(\.kind) == [.asked, .answered])
    }

    @Test func aConnectionThatIsNotSeatedMayDoNothing() throws {
        var stage = Stage()
        let id = try stage.open().interview
        stage.handle(.connected(bob))
        _ = stage.heard(bob)
        stage.say(.end(.init(ref: ref("a"), interview: id)), on: bob)
        #expect(stage.heard(bob).map(\.refused?.code) == [.notSeated])
    }

    @Test func anotherConnectionWithTheSecretHearsTheSame() throws {
        var stage = Stage()
        let opened = try stage.open()
        stage.handle(.connected(bob))
        stage.say(
            .resume(.init(ref: ref("r"), interview: opened.interview, token: opened.token ?? "", seq: 0)),
            on: bob)
        #expect(stage.heard(bob).last?.resumed?.missed.map(\.kind) == [.opened, .asked])
        stage.say(.skip(.init(ref: ref("s"), interview: opened.interview, question: 0)), on: bob)
        try stage.commit()
        #expect(stage.heard(bob).map(\.kind) == [.skipped, .asked])
        #expect(stage.heard(ann).map(\.kind) == [.skipped, .asked])
    }

    @Test(arguments: ["", "wrong", String(repeating: "A", count: 43)])
    func aWrongSecretAndAnUnknownInterviewAreTheSame(token: String) throws {
        var stage = Stage()
        let opened = try stage.open()
        let unknown = try #require(InterviewID("zzzzzzzzzzzzzzzzzzzzzzzz"))
        for interview in [opened.interview, unknown] {
            stage.say(.resume(.init(ref: ref("r"), interview: interview, token: token, seq: 0)))
            try stage.load()
            let refused = try #require(stage.heard().first?.refused)
            #expect(refused.code == .noSuchSeat)
            #expect(refused.message == Refused.noSuchSeat(ref("r"), interview).message)
        }
        #expect(stage.hub.interviewCount == 1)
    }

    @Test func resumingBringsExactlyWhatIsMissing() throws {
        var stage = Stage()
        let opened = try stage.open()
        stage.say(.answer(.init(ref: ref("a"), interview: opened.interview, question: 0, text: "one")))
        try stage.commit()
        stage.say(.next(.init(ref: ref("b"), interview: opened.interview, question: 0)))
        try stage.commit()
        let live = stage.heardInFull()
        stage.handle(.disconnected(ann))
        stage.handle(.connected(bob))
        stage.say(
            .resume(.init(ref: ref("r"), interview: opened.interview, token: opened.token ?? "", seq: 3)),
            on: bob)
        #expect(stage.heard(bob).last?.resumed?.missed.map(\.message) == live)
    }

    @Test func aRestartedServerGoesOnWhereTheLogEnds() throws {
        var before = Stage()
        let opened = try before.open()
        before.say(.answer(.init(ref: ref("a"), interview: opened.interview, question: 0, text: "one")))
        try before.commit()
        var after = Stage(bank: smallBank(prompt: "Another bank by now?"), store: before.store)
        after.handle(.connected(ann))
        after.say(
            .resume(.init(ref: ref("r"), interview: opened.interview, token: opened.token ?? "", seq: 3)))
        after.say(.answer(.init(ref: ref("a"), interview: opened.interview, question: 0, text: "one")))
        try after.load()
        let heard = after.heard()
        #expect(heard.compactMap(\.resumed).first?.missed.compactMap(\.answered?.ref) == [ref("a")])
        // It was sent before the seat was held again; sent once more it is the same answer.
        after.say(.answer(.init(ref: ref("a"), interview: opened.interview, question: 0, text: "one")))
        #expect(after.heard().map(\.answered?.attempt) == [1])
        after.say(.next(.init(ref: ref("n"), interview: opened.interview, question: 0)))
        try after.commit()
        guard case .asked(let asked)? = after.heard().first else { return #expect(Bool(false)) }
        #expect(asked.question.prompt == "Why does dropout help?")
    }

    @Test func anInterviewThatNobodyIsInIsForgottenAndFoundAgain() throws {
        var stage = Stage()
        let opened = try stage.open()
        stage.handle(.disconnected(ann))
        stage.wake()
        #expect(stage.hub.interviewCount == 0)
        stage.handle(.connected(ann))
        stage.say(
            .resume(.init(ref: ref("r"), interview: opened.interview, token: opened.token ?? "", seq: 0)))
        try stage.load()
        #expect(stage.heard().last?.resumed?.missed.count == 2)
    }

    @Test func whoStaysKeepsTheInterviewInMemory() throws {
        var stage = Stage()
        let opened = try stage.open()
        stage.handle(.connected(bob))
        stage.say(
            .resume(.init(ref: ref("r"), interview: opened.interview, token: opened.token ?? "", seq: 0)),
            on: bob)
        stage.handle(.disconnected(ann))
        stage.wake()
        #expect(stage.hub.interviewCount == 1)
    }

    /// What happens between reading the log and taking the seat is not lost: the seat asks again for it.
    @Test func whatHappensWhileTheLogIsReadIsAskedForAgain() throws {
        var stage = Stage()
        let opened = try stage.open()
        stage.handle(.connected(bob))
        _ = stage.heard(bob)
        stage.recallsAtOnce = false
        let resume = ClientMessage.Resume(
            ref: ref("r"), interview: opened.interview, token: opened.token ?? "", seq: 0)
        stage.say(.resume(resume), on: bob)
        let before = try stage.store.events(of: opened.interview, after: 0)
        let ticket = try #require(stage.recalls.first?.ticket)
        stage.say(.answer(.init(ref: ref("a"), interview: opened.interview, question: 0, text: "one")))
        try stage.commit()
        stage.handle(.recalled(ticket, .success(before)))
        let first = try #require(stage.heard(bob).first?.resumed)
        #expect(first.more)
        #expect(first.missed.map(\.kind) == [.opened, .asked])
        stage.recallsAtOnce = true
        stage.say(
            .resume(
                .init(ref: ref("s"), interview: opened.interview, token: opened.token ?? "", seq: 3)), on: bob
        )
        let second = try #require(stage.heard(bob).first?.resumed)
        #expect(!second.more)
        #expect(second.missed.map(\.kind) == [.answered, .probed])
    }

    @Test func anInterviewThatIsOverLeavesTheMemoryWhenAnotherIsOpened() throws {
        var stage = Stage()
        let first = try stage.open()
        stage.say(.end(.init(ref: ref("e"), interview: first.interview)))
        try stage.commit()
        #expect(stage.hub.interviewCount == 1)
        stage.say(.open(.init(ref: ref("o2"), topics: [], count: 1, seed: "s", pace: .instant)))
        try stage.commit()
        #expect(stage.hub.interviewCount == 1)
        _ = stage.heard()
        stage.say(
            .resume(.init(ref: ref("r"), interview: first.interview, token: first.token ?? "", seq: 0)))
        try stage.load()
        #expect(stage.heard().last?.resumed?.missed.map(\.kind) == [.opened, .asked, .ended])
    }
}
