import HubStage
import Interviews
import Testing
import Wire

@testable import Greenroom

struct SpeechTests {
    private let prompt = "Why does dropout help? Name 2 reasons.\n\n```swift\nlet x  = 1\n```\n"

    @Test func thePiecesAreThePrompt() {
        for pace in [Settings.Pace.slow, .natural, .fast] {
            let pieces = PromptStream.Piece.pieces(of: prompt, at: pace)
            #expect(pieces.map(\.text).joined() == prompt)
            #expect(pieces.count > 3)
            #expect(pieces.allSatisfy { $0.duration > .zero })
        }
        #expect(PromptStream.Piece.pieces(of: prompt, at: .instant).isEmpty)
        #expect(PromptStream.Piece.pieces(of: "", at: .slow).isEmpty)
    }

    @Test func aSentenceEndsAPiece() {
        let pieces = PromptStream.Piece.pieces(of: "One two. Three four five six.", at: .natural)
        #expect(pieces.map(\.text) == ["One two. ", "Three four five ", "six."])
    }

    @Test func aPromptIsSpokenToItsEnd() throws {
        var stage = Stage(bank: smallBank(prompt: prompt))
        stage.handle(.connected(ann))
        stage.say(.open(.init(ref: ref("o"), topics: [], count: 1, seed: "s", pace: .natural)))
        try stage.commit()
        var said = ""
        var last: ServerMessage?
        for _ in 0..<20 {
            for message in stage.heard() {
                if case .delta(let delta) = message { said += delta.text }
                last = message
            }
            stage.wake()
        }
        #expect(said == prompt)
        guard case .asked(let asked)? = last else { return #expect(Bool(false)) }
        #expect(asked.question.prompt == prompt)
    }

    @Test func whatHappensMeanwhileCutsThePromptShort() throws {
        var stage = Stage(bank: smallBank(prompt: prompt))
        let id = try stage.open(pace: .slow).interview
        stage.say(.answer(.init(ref: ref("a"), interview: id, question: 0, text: "one")))
        try stage.commit()
        #expect(stage.heard().map(\.kind) == [.asked, .answered])
        stage.wake()
        #expect(stage.heard() == [])
    }

    @Test func whoComesInTheMiddleGetsTheWholePromptAtOnce() throws {
        var stage = Stage(bank: smallBank(prompt: prompt))
        let opened = try stage.open(pace: .slow)
        stage.handle(.connected(bob))
        stage.say(
            .resume(.init(ref: ref("r"), interview: opened.interview, token: opened.token ?? "", seq: 0)),
            on: bob)
        #expect(stage.heard(bob).last?.resumed?.missed.map(\.kind) == [.opened, .asked])
        for _ in 0..<20 { stage.wake() }
        #expect(stage.heard(bob) == [])
        #expect(stage.heard(ann).last?.kind == .asked)
    }
}
