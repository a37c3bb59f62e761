import Interviews
import QuestionBank
import Testing

struct ClockTests {
    private func rehearsal(
        _ scope: Settings.TimeLimit.Scope, seconds: Int = 60, mode: Settings.Mode = .coached
    ) throws -> Rehearsal {
        try Rehearsal(count: 2) { settings in
            settings.limit = Settings.TimeLimit(per: scope, seconds: seconds)
            settings.mode = mode
        }
    }

    private func remaining(_ rehearsal: Rehearsal) -> Double? {
        rehearsal.interview.clock.map { Double($0.remaining(at: rehearsal.now)) / 1000 }
    }

    /// Proposes what the holder of an interview proposes when its time is up.
    private func close(_ rehearsal: inout Rehearsal) -> Bool {
        guard let event = rehearsal.interview.due(at: rehearsal.now).first else { return false }
        return !rehearsal.record([event]).isEmpty
    }

    @Test func withoutALimitThereIsNoClock() throws {
        let rehearsal = try Rehearsal(count: 2)
        #expect(rehearsal.interview.clock == nil)
        #expect(rehearsal.refusal(of: .pauseClock) == .noClock)
        #expect(rehearsal.refusal(of: .extendClock(seconds: 60)) == .noClock)
    }

    @Test func aQuestionsClockStopsWithItsFirstAnswer() throws {
        var rehearsal = try rehearsal(.question)
        rehearsal.pass(seconds: 20)
        #expect(remaining(rehearsal) == 40)
        try rehearsal.perform(.answer(question: 0, text: "One"), ref: "a")
        rehearsal.pass(seconds: 500)
        #expect(remaining(rehearsal) == 40)
        try rehearsal.perform(.next(question: 0), ref: "n")
        #expect(remaining(rehearsal) == 60)
        #expect(rehearsal.interview.report(for: candidate).questions[0].elapsed == 20_000)
    }

    @Test func nobodyHasToAnswerBeforeTheQuestionWasHeard() throws {
        let rehearsal = try Rehearsal(count: 2) { settings in
            settings.limit = Settings.TimeLimit(per: .question, seconds: 60)
            settings.pace = .slow
        }
        // Four words at 400 ms each.
        #expect(remaining(rehearsal) == 61.6)
    }

    @Test func anInterviewsClockRunsFromQuestionToQuestion() throws {
        var rehearsal = try rehearsal(.interview)
        rehearsal.pass(seconds: 20)
        try rehearsal.perform(.answer(question: 0, text: "One"), ref: "a")
        try rehearsal.perform(.next(question: 0), ref: "n")
        rehearsal.pass(seconds: 20)
        #expect(remaining(rehearsal) == 20)
    }

    @Test func aPauseTakesNoTime() throws {
        var rehearsal = try rehearsal(.question)
        rehearsal.pass(seconds: 10)
        try rehearsal.perform(.pauseClock, ref: "p")
        rehearsal.pass(seconds: 1000)
        #expect(remaining(rehearsal) == 50)
        #expect(!close(&rehearsal))
        #expect(rehearsal.refusal(of: .pauseClock) == .noClock)
        try rehearsal.perform(.resumeClock, ref: "c")
        rehearsal.pass(seconds: 5)
        #expect(remaining(rehearsal) == 45)
        try rehearsal.perform(.answer(question: 0, text: "One"), ref: "a")
        #expect(rehearsal.interview.report(for: candidate).questions[0].elapsed == 15_000)
    }

    @Test func moreTimeIsToBeHadBeforeTheEndAndAfter() throws {
        var rehearsal = try rehearsal(.question)
        try rehearsal.perform(.extendClock(seconds: 60), ref: "e1")
        #expect(remaining(rehearsal) == 120)
        rehearsal.pass(seconds: 200)
        #expect(close(&rehearsal))
        #expect(rehearsal.interview.isClosed)
        try rehearsal.perform(.extendClock(seconds: 60), ref: "e2")
        #expect(!rehearsal.interview.isClosed)
        #expect(remaining(rehearsal) == 60)
    }

    @Test(arguments: [14, 3601, -60, Int.max])
    func moreTimeHasItsLimits(seconds: Int) throws {
        let rehearsal = try rehearsal(.question)
        #expect(rehearsal.refusal(of: .extendClock(seconds: seconds)) == .timeOutOfRange)
    }

    @Test func whatIsOnItsWayWhenTheTimeIsUpIsNotLate() throws {
        var rehearsal = try rehearsal(.question)
        rehearsal.pass(seconds: 62)
        #expect(!close(&rehearsal))
        rehearsal.pass(seconds: 1)
        #expect(close(&rehearsal))
        #expect(!close(&rehearsal))
    }

    @Test func aLateAnswerIsKeptAndSaysSo() throws {
        var rehearsal = try rehearsal(.question)
        rehearsal.pass(seconds: 63)
        #expect(close(&rehearsal))
        // Nothing was answered, and yet it goes on.
        #expect(rehearsal.refusal(of: .next(question: 0)) == nil)
        let notices = try rehearsal.perform(.answer(question: 0, text: "One"), ref: "a")
        guard case .answered(let answered) = notices.first?.content else {
            Issue.record("no answer in \(notices)")
            return
        }
        #expect(answered.isLate == true)
    }

    @Test(arguments: [Settings.Mode.coached, .realistic])
    func whenTheTimeForAllIsUpTheInterviewEndsAtTheNextStep(mode: Settings.Mode) throws {
        var rehearsal = try rehearsal(.interview, mode: mode)
        rehearsal.pass(seconds: 63)
        #expect(close(&rehearsal))
        try rehearsal.perform(.answer(question: 0, text: "One"), ref: "a")
        if mode == .coached { try rehearsal.perform(.next(question: 0), ref: "n") }
        #expect(rehearsal.interview.phase == .ended(.timeUp))
    }

    @Test func aWallClockThatIsSetBackGivesNoTimeBack() throws {
        var rehearsal = try rehearsal(.interview)
        rehearsal.pass(seconds: -3600)
        #expect(remaining(rehearsal) == 60)
    }

    @Test(arguments: [0, 14, 14_401])
    func aLimitIsWithinReason(seconds: Int) {
        #expect(throws: Refusal.timeOutOfRange) { try rehearsal(.question, seconds: seconds) }
    }
}
