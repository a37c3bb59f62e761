import Greenroom
import HubStage
import Interviews
import Testing
import Wire

@testable import TerminalClient

/// What is told to everyone and what is told to one seat do not come in one order.
struct CandidateLaneTests {
    /// Somebody in a room whose first question is being spoken, and who has said something to the hosts meanwhile.
    private func candidate() throws -> CandidateStage {
        var stage = Stage()
        stage.handle(.connected(bob))
        let interview = try #require(InterviewID("roomroomroomroom"))
        var open = ClientMessage.Open(ref: ref("open"), topics: [], count: 2, seed: "s", pace: .natural)
        open.room = ClientMessage.Room(progression: .host, name: "Bob")
        open.interview = interview
        open.secret = SeatSecret(String(repeating: "b", count: 43))
        stage.say(.open(open), on: bob)
        try stage.commit()
        let opened = try #require(stage.heard(bob).compactMap(\.opened).first)
        let entry = RoomEntry(
            code: try #require(opened.code),
            secret: try #require(SeatSecret(String(repeating: "a", count: 43))),
            name: "Ann", role: .candidate, password: nil)
        var candidate = CandidateStage(stage, isConversation: true) { $0.entry = entry }
        try candidate.connect()
        _ = candidate.text()
        candidate.stage.say(.start(.init(ref: ref("start"), interview: interview)), on: bob)
        try candidate.stage.commit()
        try candidate.hear()
        candidate.stage.say(
            .say(.init(ref: ref("aside"), interview: interview, text: "Is my microphone on?", to: .hosts)))
        try candidate.stage.commit()
        try candidate.hear()
        return candidate
    }

    @Test func whatIsForOneSeatDoesNotHideTheQuestionThatIsBeingSpoken() throws {
        var candidate = try candidate()
        #expect(candidate.text().contains("Is my microphone on?"))
        try candidate.settle()
        #expect(candidate.text().components("Why does dropout help?") == 1)
    }

    @Test func whoIsGoneMeanwhileFindsTheQuestionOnComingBack() throws {
        var candidate = try candidate()
        try candidate.lose()
        _ = candidate.text()
        try candidate.connect()
        let shown = candidate.text()
        #expect(shown.components("Why does dropout help?") == 1)
        #expect(!shown.contains("Is my microphone on?"))
    }
}
