import HubStage
import Interviews
import QuestionBank
import Scheduling
import Testing
import Transcripts

@testable import Greenroom
@testable import Wire

/// What a hub does with a visitor's memory, with shared set-ups and with clocks.
struct HubPracticeTests {
    private let day = Int64(86_400_000)

    private func open(_ change: (inout ClientMessage.Open) -> Void) -> ClientMessage {
        var open = ClientMessage.Open(ref: ref("o"), count: 3, pace: .instant)
        change(&open)
        return .open(open)
    }

    /// Answers the question of an interview of one question, and leaves.
    private func practise(_ stage: inout Stage, saying text: String, ref name: String) throws {
        stage.say(.open(.init(ref: ref("o" + name), count: 1, seed: name, pace: .instant)))
        try stage.commit()
        guard let id = stage.heard().compactMap(\.opened).first?.interview else { throw Stage.Unheard() }
        stage.say(.answer(.init(ref: ref("a" + name), interview: id, question: 0, text: text)))
        try stage.commit()
        stage.say(.end(.init(ref: ref("e" + name), interview: id)))
        try stage.commit()
        _ = stage.heard()
    }

    private func progress(_ stage: inout Stage) -> ServerMessage.Progress? {
        stage.say(.progress(.init(ref: ref("p"))))
        return stage.heard().compactMap { if case .progressed(let progress) = $0 { progress } else { nil } }
            .first
    }

    @Test func whatWasMissedIsDueTheNextDayAndAskedAgain() throws {
        var stage = Stage()
        stage.now = Timestamp(milliseconds: 20_000 * day)
        stage.handle(.connected(ann, visitor: "ann"))
        _ = stage.heard()
        try practise(&stage, saying: "I have no idea", ref: "1")
        #expect(progress(&stage)?.due == .init(points: 0, questions: 0, practised: 0, sizes: []))
        #expect(progress(&stage)?.next != nil)

        stage.now.milliseconds += day
        let due = try #require(progress(&stage))
        #expect(due.due == .init(points: 1, questions: 1, practised: 0, sizes: [1]))
        #expect(due.topics.map(\.state) == [.notYet])
        stage.say(open { $0.due = true })
        try stage.commit()
        let opened = try #require(stage.heard().compactMap(\.opened).first)
        #expect(opened.purpose == .due)
        #expect(opened.count == 1)
        stage.say(
            .answer(
                .init(
                    ref: ref("a2"), interview: opened.interview, question: 0, text: "It prevents overfitting")
            ))
        try stage.commit()
        _ = stage.heard()
        // What a daily cap counts: it was known of before today.
        #expect(progress(&stage)?.due == .init(points: 0, questions: 0, practised: 1, sizes: []))
    }

    @Test func aVisitorsMemoryIsNobodyElses() throws {
        var stage = Stage()
        stage.handle(.connected(ann, visitor: "ann"))
        try practise(&stage, saying: "I have no idea", ref: "1")
        stage.handle(.connected(bob, visitor: "bob"))
        _ = stage.heard(bob)
        stage.say(.progress(.init(ref: ref("p"))), on: bob)
        let known = stage.heard(bob).compactMap { message in
            if case .progressed(let progress) = message { progress.points } else { nil }
        }
        #expect(known == [0])
    }

    @Test func itIsForgottenOnRequest() throws {
        var stage = Stage()
        stage.handle(.connected(ann, visitor: "ann"))
        try practise(&stage, saying: "I have no idea", ref: "1")
        #expect(progress(&stage)?.points == 1)
        stage.say(.forget(.init(ref: ref("f"))))
        #expect(stage.heard().map(\.kind) == [.forgotten])
        #expect(progress(&stage)?.points == 0)
    }

    @Test(arguments: ["ann", nil])
    func withNothingDueNothingIsOpened(visitor: String?) throws {
        var stage = Stage()
        stage.handle(.connected(ann, visitor: visitor))
        _ = stage.heard()
        for _ in 0..<2 {
            stage.say(open { $0.due = true })
            #expect(stage.heard().compactMap(\.refused).map(\.code) == [.noneDue])
        }
        #expect(stage.appends.isEmpty)
    }

    @Test func freshQuestionsAreThoseThatTheVisitorHasNotMet() throws {
        var stage = Stage()
        stage.handle(.connected(ann, visitor: "ann"))
        var met: [String] = []
        for number in 0..<3 {
            stage.say(
                .open(
                    {
                        var open = ClientMessage.Open(ref: ref("o\(number)"), count: 1, pace: .instant)
                        open.fresh = true
                        return open
                    }()))
            try stage.commit()
            let messages = stage.heard()
            let id = try #require(messages.compactMap(\.opened).first?.interview)
            for case .asked(let asked) in messages { met.append(asked.question.id) }
            stage.say(.answer(.init(ref: ref("a\(number)"), interview: id, question: 0, text: "Hm")))
            try stage.commit()
            _ = stage.heard()
        }
        #expect(Set(met).count == 3)
    }

    @Test func aSharedSetUpSaysSoWhereTheBankIsAnother() throws {
        var stage = Stage()
        stage.handle(.connected(ann))
        _ = stage.heard()
        stage.say(open { $0.bank = "beefbeef" })
        #expect(stage.heard().compactMap(\.refused).map(\.code) == [.otherBank])
        #expect(stage.appends.isEmpty)
    }

    @Test func chosenPointsOfAnInterviewAreAskedAgain() throws {
        var stage = Stage()
        let first = try stage.open(count: 2)
        stage.say(.answer(.init(ref: ref("a"), interview: first.interview, question: 0, text: "Hm")))
        try stage.commit()
        _ = stage.heard()
        stage.say(
            open {
                $0.again = .init(
                    interview: first.interview,
                    points: [
                        .init(question: 0, point: "p"),
                        // What was not asked yet, and what is not there, is left out.
                        .init(question: 1, point: "p"), .init(question: 0, point: "nonsense"),
                    ])
            })
        try stage.commit()
        let opened = try #require(stage.heard().compactMap(\.opened).first)
        #expect(opened.purpose == .again)
        #expect(opened.count == 1)
    }

    @Test func onlyWhoHoldsASeatPractisesItsPointsAgain() throws {
        var stage = Stage()
        let first = try stage.open(count: 2)
        stage.handle(.connected(bob))
        _ = stage.heard(bob)
        stage.say(
            open { $0.again = .init(interview: first.interview, points: [.init(question: 0, point: "p")]) },
            on: bob)
        #expect(stage.heard(bob).compactMap(\.refused).map(\.code) == [.notSeated])
    }

    @Test func whenTheTimeIsUpEverybodyInTheInterviewIsTold() throws {
        var stage = Stage()
        stage.handle(.connected(ann))
        stage.say(open { $0.limit = .init(per: .question, seconds: 60) })
        try stage.commit()
        let asked = stage.heard().compactMap { message in
            if case .asked(let asked) = message { asked } else { nil }
        }
        #expect(asked.first?.clock?.remaining == 60_000)
        stage.now.milliseconds += 62_999
        stage.wake()
        #expect(stage.appends.isEmpty)
        stage.now.milliseconds += 1
        stage.handle(.woken(.close(asked[0].interview)))
        try stage.commit()
        #expect(stage.heard().map(\.kind) == [.closed])
        stage.handle(.woken(.close(asked[0].interview)))
        #expect(stage.appends.isEmpty)
    }

    @Test func aRealisticInterviewTellsNoMarkBeforeItsEnd() throws {
        var stage = Stage()
        stage.handle(.connected(ann))
        stage.say(open { ($0.count, $0.mode) = (1, .realistic) })
        try stage.commit()
        let opened = try #require(stage.heard().compactMap(\.opened).first)
        stage.say(.answer(.init(ref: ref("a"), interview: opened.interview, question: 0, text: "Hm")))
        try stage.commit()
        let heard = stage.heard()
        #expect(heard.map(\.kind) == [.answered, .ended])
        // Told when the end was committed already: the mark is nobody's secret any more.
        stage.say(
            .resume(
                .init(ref: ref("r"), interview: opened.interview, token: opened.token ?? "", seq: 0)))
        let missed = stage.heard().compactMap(\.resumed).first?.missed ?? []
        #expect(missed.compactMap(\.answered).map { $0.mark != nil } == [true])
    }
}
