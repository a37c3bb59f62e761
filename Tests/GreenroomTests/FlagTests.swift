import HubStage
import Interviews
import QuestionBank
import Testing
import Wire

@testable import Greenroom

/// Whoever finds fault with a question tells its author.
struct FlagTests {
    private func stage() -> Stage {
        var stage = Stage()
        stage.handle(.connected(ann))
        _ = stage.heard()
        return stage
    }

    private func flag(_ question: String, _ note: String? = nil) -> ClientMessage {
        .flag(.init(ref: ref("f"), question: question, fault: .wrongPoint, note: note))
    }

    @Test func whatIsWrongIsKeptForTheAuthor() {
        var stage = stage()
        stage.say(flag("nets-2", "Dropout is off at inference."))
        #expect(stage.heard() == [.flagged(.init(ref: ref("f")))])
        let kept = QuestionFlag(question: "nets-2", fault: .wrongPoint, note: "Dropout is off at inference.")
        #expect(stage.flagged.map(\.flag) == [kept])
        #expect(stage.hub.flaggings.isEmpty)
    }

    @Test func questionsThatAreNotHereAndEndlessNotesAreRefused() {
        var stage = stage()
        stage.say(flag("nowhere"))
        stage.say(flag("nets-1", String(repeating: "x", count: Hub.longestNote + 1)))
        #expect(stage.heard().map(\.refusal) == [.notFound, .badValue])
        #expect(stage.flagged.isEmpty)
        stage.say(flag("nets-1", String(repeating: "x", count: Hub.longestNote)))
        #expect(stage.heard().map(\.kind) == [.flagged])
    }

    @Test func whatCannotBeKeptIsSaidToBe() {
        var stage = stage()
        stage.flagsAreKept = false
        stage.say(flag("nets-1"))
        #expect(stage.heard().map(\.refusal) == [.busy])
    }
}

extension ServerMessage {
    fileprivate var refusal: RefusalCode? {
        if case .refused(let refused) = self { refused.code } else { nil }
    }
}
