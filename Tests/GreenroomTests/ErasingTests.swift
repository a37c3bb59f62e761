import HubStage
import Interviews
import Testing
import Transcripts
import Wire

@testable import Greenroom

/// Who may delete what, and what becomes of those who are in it.
struct ErasingTests {
    private func open(_ stage: inout Stage) throws -> ServerMessage.Opened {
        stage.handle(.connected(ann, visitor: "ann"))
        stage.say(.open(.init(ref: ref("open"), count: 3, seed: "s", pace: .instant)))
        try stage.commit()
        return try #require(stage.heard().compactMap(\.opened).first)
    }

    @Test func whatIsErasedIsGoneForEverybodyInIt() throws {
        var stage = Stage()
        let opened = try open(&stage)
        _ = stage.heard()
        stage.say(.erase(.init(ref: ref("e1"), interview: opened.interview)))
        let reply = stage.heard().last
        #expect(reply == .erased(.init(ref: ref("e1"), interview: opened.interview)))
        #expect(try stage.store.latest(of: opened.interview) == 0)
        stage.say(.hint(.init(ref: ref("h"), interview: opened.interview, question: 0)))
        #expect(
            stage.heard().contains {
                if case .refused(let refused) = $0 { refused.ref == ref("h") } else { false }
            })
    }

    /// It would be there afterwards as nobody's, for nobody to delete.
    @Test func everythingIsAlsoWhatIsOnItsWay() throws {
        var stage = Stage()
        let opened = try open(&stage)
        _ = stage.heard()
        stage.say(.open(.init(ref: ref("o2"), count: 3, seed: "t", pace: .instant)))
        stage.say(.erase(.init(ref: ref("e1"))))
        #expect(stage.heard().isEmpty)
        try stage.commit()
        let heard = stage.heard()
        #expect(heard.last == .erased(.init(ref: ref("e1"), interview: nil)))
        let second = try #require(heard.compactMap(\.opened).first)
        for interview in [opened.interview, second.interview] {
            #expect(try stage.store.latest(of: interview) == 0)
        }
        #expect(try stage.store.interviewCount() == 0)
    }

    @Test func whatIsNotTheirsIsNotThere() throws {
        var stage = Stage()
        let opened = try open(&stage)
        stage.handle(.connected(bob, visitor: "bob"))
        _ = stage.heard()
        let unknown = try #require(InterviewID("nothingnothingnothing"))
        for (name, interview) in [("e1", opened.interview), ("e2", unknown)] {
            stage.say(.erase(.init(ref: ref(name), interview: interview)), on: bob)
            guard case .refused(let refused)? = stage.heard(bob).last else {
                Issue.record("refused")
                return
            }
            #expect(refused.code == .notFound)
        }
        #expect(try stage.store.latest(of: opened.interview) > 0)
    }
}
