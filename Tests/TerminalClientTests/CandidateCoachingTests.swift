import HubStage
import Interviews
import Testing
import Wire

@testable import TerminalClient

/// What a coach does beyond asking, in a terminal.
struct CandidateCoachingTests {
    @Test func hintsSayMoreAndMoreAndHaveAnEnd() throws {
        var candidate = CandidateStage(isConversation: true)
        try candidate.connect()
        _ = candidate.text()
        try candidate.type("/hint")
        #expect(candidate.text().hasPrefix("Hint: "))
        try candidate.type("/hint", "/hint")
        #expect(candidate.text().contains("(the last one)"))
        try candidate.type("/hint")
        #expect(candidate.text() == "There is no further hint.\n")
    }

    @Test func whatFollowsAFollowUpRepliesToIt() throws {
        var candidate = CandidateStage(count: 1)
        try candidate.type("No idea.", "", "It prevents overfitting.", "", "/next")
        try candidate.connect()
        #expect(candidate.sent.compactMap(\.answer?.probe) == [true])
        let text = candidate.text()
        #expect(text.contains("Follow-up: "))
        #expect(text.contains("\n> It prevents overfitting.\n"))
        #expect(text.ranges(of: "> No idea.").count == 1)
        #expect(text.contains("100 %, 2 attempts"))
        #expect(candidate.status == 0)
    }

    @Test func aRetryIsNoReply() throws {
        var candidate = CandidateStage(isConversation: true)
        try candidate.connect()
        try candidate.type("No idea.", "", "/retry", "It prevents overfitting.", "")
        #expect(candidate.sent.compactMap(\.answer).map(\.probe) == [nil, nil])
    }

    @Test func aVerdictIsDisputedWithOnesOwnWords() throws {
        var candidate = CandidateStage(isConversation: true)
        try candidate.connect()
        try candidate.type("Fewer surprises later.", "")
        _ = candidate.text()
        try candidate.type("/dispute 1 fewer surprises")
        #expect(candidate.text() == Words.notYourWords + "\n")
        try candidate.type("/dispute 1 surprises later")
        #expect(candidate.text().hasPrefix(Words.ruling("Regularisation")))
        #expect(candidate.sent.compactMap(\.dispute?.ranges) == [[TextRange(start: 6, end: 21)]])
        try candidate.type("/withdraw 1")
        #expect(candidate.text().hasPrefix(Words.rulingWithdrawn("Regularisation")))
        try candidate.type("/dispute 2")
        #expect(candidate.text() == Words.noSuchPoint + "\n")
    }

    @Test func aSkipIsTakenBack() throws {
        var candidate = CandidateStage(isConversation: true)
        try candidate.connect()
        try candidate.type("/undo")
        #expect(candidate.text().hasSuffix(Words.nothingToUndo + "\n"))
        try candidate.type("/skip")
        #expect(candidate.text().contains("Question 2 of 3"))
        try candidate.type("/undo")
        #expect(candidate.text().hasPrefix("Question 1 of 3"))
        try candidate.type("It prevents overfitting.", "", "/next")
        #expect(candidate.text().hasSuffix("Question 2 of 3 · Networks\n\nWhy does dropout help?\n\n"))
    }

    @Test func aRealisticInterviewTellsEverythingAtTheEnd() throws {
        var candidate = CandidateStage(count: 2) { $0.mode = .realistic }
        try candidate.type("It prevents overfitting.", "", "No idea.", "")
        try candidate.connect()
        let text = candidate.text()
        let end = try #require(text.firstRange(of: "1 of 1 key point found"))
        #expect(!text[..<end.lowerBound].contains("found"))
        #expect(text.ranges(of: Words.noted).count == 2)
        #expect(text.ranges(of: "Question 2 of 2").count == 2)
        #expect(text.contains("Your report"))
        #expect(candidate.status == 0)
    }

    @Test func withoutAScoreThereIsNoNumber() throws {
        var candidate = CandidateStage(count: 1) { $0.score = .points }
        try candidate.type("No idea.", "", "It prevents overfitting.", "", "/next")
        try candidate.connect()
        let text = candidate.text()
        #expect(!text.contains("%"))
        #expect(text.contains("1 of 1 key point found"))
        #expect(text.contains(" + Regularisation: not found before, found now"))
        #expect(text.contains("1 of 1 key point, 2 attempts"))
    }

    @Test func whenTheTimeIsUpTheDraftIsSent() throws {
        var candidate = CandidateStage(isConversation: true) { $0.limit = .init(per: .question, seconds: 90) }
        try candidate.connect()
        #expect(candidate.text().contains("You have 1 minute 30 seconds for each question."))
        #expect(candidate.wakeUps.last == .seconds(30))
        candidate.now = .seconds(30)
        try candidate.handle(.woken)
        #expect(candidate.text() == "1 minute left.\n")
        try candidate.type("It prevents overfitting.", "/time")
        candidate.now = .seconds(60)
        try candidate.handle(.woken)
        #expect(candidate.text() == "1 minute left.\n30 seconds left.\n")
        candidate.now = .seconds(90)
        try candidate.handle(.woken)
        try candidate.settle()
        #expect(candidate.text().hasPrefix(Words.timeUpSending + "\n1 of 1 key point found\nCoverage"))
    }

    @Test func theClockCanBeStoppedAndGivenMore() throws {
        var candidate = CandidateStage(isConversation: true) {
            $0.limit = .init(per: .interview, seconds: 90)
        }
        try candidate.connect()
        _ = candidate.text()
        try candidate.type("/pause", "/time", "/continue", "/extend 30", "/time")
        #expect(
            candidate.text() == """
                \(Words.paused)
                1 minute 30 seconds left; the clock stands.
                \(Words.continued)
                30 seconds more.
                2 minutes left.

                """)
    }

    @Test func whatWasMissedIsPractisedOnceMore() throws {
        var candidate = CandidateStage(count: 2, isConversation: true)
        try candidate.connect()
        try candidate.type("It prevents overfitting.", "", "/next", "No idea.", "", "/next")
        #expect(candidate.text().hasSuffix(Words.again(1) + "\n"))
        #expect(candidate.status == nil)
        try candidate.type("/again")
        let text = candidate.text()
        #expect(text.hasPrefix("Interview: 1 question on Networks"))
        #expect(text.contains("These are points of an earlier interview."))
        try candidate.type("It prevents overfitting.", "", "/next")
        #expect(candidate.status == 0)
    }

    @Test func whoHasEnoughLeaves() throws {
        var candidate = CandidateStage(count: 1, isConversation: true)
        try candidate.connect()
        try candidate.type("No idea.", "", "/next")
        #expect(candidate.status == nil)
        try candidate.type("")
        #expect(candidate.status == 0)
    }

    @Test func nothingIsKnownOfAStranger() throws {
        var candidate = CandidateStage(isConversation: true)
        try candidate.connect()
        _ = candidate.text()
        try candidate.type("/progress")
        #expect(candidate.text() == Words.noProgress + "\n\n")
    }
}

extension ClientMessage {
    fileprivate var answer: Answer? { if case .answer(let answer) = self { answer } else { nil } }
    fileprivate var dispute: Dispute? { if case .dispute(let dispute) = self { dispute } else { nil } }
}
