import HubStage
import Interviews
import Testing
import Transcripts
import Wire

@testable import Greenroom

/// What other servers commit is read and told here without anybody asking.
struct NewsTests {
    private var stage = Stage()
    private let id: InterviewID

    init() throws {
        id = try stage.open().interview
        _ = stage.heard()
    }

    /// Somebody skips a question on another server.
    private func skip() throws -> Int {
        let events: [Event] = [
            .questionSkipped(.init(seat: SeatID("c1"), ref: ref("x"), question: 0)),
            .questionAsked(.init(question: 1)),
        ]
        let append = Append(interview: id, place: .next, events: events, at: Timestamp(milliseconds: 0))
        _ = try stage.store.commit([append])
        return try stage.store.latest(of: id)
    }

    @Test mutating func whatAnotherServerHasCommittedIsReadAndTold() throws {
        let latest = try skip()
        stage.handle(.advanced([id: latest]))
        stage.handle(.advanced([id: latest]))
        #expect(stage.loads.count == 1)
        try stage.load()
        #expect(stage.heard().map(\.kind) == [.skipped, .asked])
        #expect(stage.loads.isEmpty)
    }

    @Test mutating func whatIsKnownIsNotReadAgain() throws {
        stage.handle(.advanced([id: try stage.store.latest(of: id), .fresh: 9]))
        #expect(stage.loads.isEmpty && stage.hub.interviewCount == 1)
    }

    @Test mutating func whatCouldNotBeReadIsTriedAgainThoughNothingIsNew() throws {
        stage.say(.answer(.init(ref: ref("a"), interview: id, question: 0, text: "one")))
        stage.failCommit(.unavailable(code: "08006"))
        #expect(stage.loads.count == 1)
        stage.handle(.loaded(id, .failure(.unavailable(code: "08006"))))
        #expect(stage.hub.state(of: id) == nil)
        stage.handle(.advanced([id: try stage.store.latest(of: id)]))
        #expect(stage.loads.count == 2)
        try stage.load()
        #expect(stage.hub.state(of: id) != nil)
    }

    @Test mutating func whatOfOursIsOnItsWayComesFirst() throws {
        let latest = try skip()
        stage.say(.answer(.init(ref: ref("a"), interview: id, question: 0, text: "one")))
        stage.handle(.advanced([id: latest]))
        #expect(stage.loads.isEmpty)
        try stage.commit()
        try stage.load()
        #expect(stage.heard().map(\.kind) == [.skipped, .asked, .answered])
        #expect(stage.loads.isEmpty)
    }

    /// The other server's event has the number behind ours, so that ours comes back as the next one.
    @Test mutating func whatCameBehindOursIsReadAfterIt() throws {
        stage.say(.answer(.init(ref: ref("a"), interview: id, question: 0, text: "one")))
        stage.handle(.advanced([id: try stage.store.latest(of: id) + 4]))
        try stage.commit()
        _ = try skip()
        #expect(stage.heard().map(\.kind) == [.answered])
        try stage.load()
        #expect(stage.heard().map(\.kind) == [.skipped, .asked])
    }

    @Test mutating func whatIsAnnouncedWhileItIsReadIsReadToo() throws {
        let known = try stage.store.latest(of: id)
        let first = try skip()
        stage.handle(.advanced([id: first]))
        let later = Append(
            interview: id, place: .next, events: [.ended(.init(reason: .left))],
            at: Timestamp(milliseconds: 0))
        let events = try stage.store.events(of: id, after: known)
        _ = try stage.store.commit([later])
        stage.handle(.advanced([id: first + 1]))
        stage.handle(.loaded(id, .success(events)))
        #expect(stage.loads.last?.after == first)
    }
}

extension InterviewID {
    fileprivate static var fresh: InterviewID {
        guard let id = InterviewID("0123456789abcdef") else { preconditionFailure() }
        return id
    }
}
