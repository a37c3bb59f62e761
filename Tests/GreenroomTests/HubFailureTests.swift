import HubStage
import Interviews
import Testing
import Transcripts
import Wire

@testable import Greenroom

struct HubFailureTests {
    @Test(arguments: [StoreError.full, .unavailable(code: "10"), .failed(code: "19")])
    func whatCouldNotBeKeptIsRefusedAndCanBeSentAgain(error: StoreError) throws {
        var stage = Stage()
        let id = try stage.open().interview
        let answer = ClientMessage.answer(.init(ref: ref("a"), interview: id, question: 0, text: "one"))
        stage.say(answer)
        stage.failCommit(error)
        #expect(stage.heard().map(\.refused?.code) == [.notKept])
        try stage.load()
        stage.say(answer)
        try stage.commit()
        #expect(stage.heard().map(\.answered?.attempt) == [1])
    }

    @Test func whoIsInWhatANewerVersionWroteIsSentToAnotherServer() throws {
        var stage = Stage()
        let id = try stage.open().interview
        stage.handle(.connected(bob))
        stage.handle(.advanced([id: 9]))
        #expect(stage.loads.map(\.interview) == [id])
        stage.handle(.loaded(id, .failure(.unreadable(id, seq: 9))))
        #expect(stage.closed == [ann])
        // Whoever asks is told why.
        stage.handle(.disconnected(ann))
        stage.say(
            .resume(.init(ref: ref("r"), interview: id, token: String(repeating: "t", count: 43), seq: 0)),
            on: bob)
        stage.handle(.loaded(id, .failure(.unreadable(id, seq: 9))))
        #expect(stage.heard(bob).compactMap(\.refused?.code) == [.newer])
        #expect(stage.closed == [ann])
    }

    @Test func whatFollowsAFailureIsTriedAgainByItself() throws {
        var stage = Stage()
        let id = try stage.open().interview
        stage.say(.answer(.init(ref: ref("a"), interview: id, question: 0, text: "one")))
        stage.failCommit(.full)
        // Decided while the log is being read: it has to wait for that.
        stage.say(.answer(.init(ref: ref("b"), interview: id, question: 0, text: "two")))
        #expect(stage.appends.isEmpty)
        try stage.load()
        try stage.commit()
        #expect(stage.heard().map(\.kind) == [.refused, .answered])
    }

    @Test func whatWasKeptAfterAllIsNotKeptTwice() throws {
        var stage = Stage()
        let id = try stage.open().interview
        let answer = ClientMessage.answer(.init(ref: ref("a"), interview: id, question: 0, text: "one"))
        stage.say(answer)
        // The disk said no, but it is there.
        _ = try stage.store.commit(stage.appends)
        stage.failCommit(.unavailable(code: "10"))
        _ = stage.heard()
        try stage.load()
        #expect(stage.heard().map(\.answered?.ref) == [ref("a")])
        stage.say(answer)
        #expect(stage.heard().map(\.answered?.attempt) == [1])
        #expect(try stage.store.latest(of: id) == 5)
    }

    @Test func whatAnotherProcessWroteInBetweenIsReadFirst() throws {
        var stage = Stage()
        let id = try stage.open().interview
        let overtaking = Append(
            interview: id, place: .next,
            events: [
                .questionSkipped(.init(seat: SeatID("c1"), ref: ref("x"), question: 0)),
                .questionAsked(.init(question: 1)),
            ], at: Timestamp(milliseconds: 0))
        _ = try stage.store.commit([overtaking])
        stage.say(.answer(.init(ref: ref("a"), interview: id, question: 0, text: "one")))
        try stage.commit()
        try stage.load()
        let heard = stage.heard()
        // An answer to a question that was asked counts, whatever came in between.
        #expect(heard.map(\.kind) == [.skipped, .asked, .answered])
        #expect(try stage.store.events(of: id).map(\.event.kind).suffix(2) == [.answered, .probed])
    }

    @Test func anInterviewThatCouldNotBeKeptWasNeverOpened() throws {
        var stage = Stage()
        stage.handle(.connected(ann))
        _ = stage.heard()
        let open = ClientMessage.open(.init(ref: ref("o"), topics: [], count: 1, seed: nil, pace: .instant))
        stage.say(open)
        stage.failCommit(.full)
        #expect(stage.heard().map(\.refused?.code) == [.notKept])
        #expect(stage.hub.interviewCount == 0)
        stage.say(open)
        try stage.commit()
        #expect(stage.heard().map(\.kind) == [.opened, .asked])
    }

    @Test func anInterviewThatCannotBeReadSaysSo() throws {
        var stage = Stage()
        let opened = try stage.open()
        stage.handle(.disconnected(ann))
        stage.wake()
        stage.handle(.connected(ann))
        _ = stage.heard()
        let resume = ClientMessage.resume(
            .init(ref: ref("r"), interview: opened.interview, token: opened.token ?? "", seq: 0))
        stage.say(resume)
        stage.handle(.loaded(opened.interview, .failure(.unavailable(code: "10"))))
        #expect(stage.heard().map(\.refused?.code) == [.notRead])
        stage.say(resume)
        #expect(stage.loads.count == 2)
    }
}
