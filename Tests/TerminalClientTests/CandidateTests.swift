import HubStage
import Interviews
import Testing
import Wire

@testable import TerminalClient

/// Interviews in a terminal, in front of the real hub.
struct CandidateTests {
    @Test func aScriptGoesFromOpeningToReport() throws {
        var candidate = CandidateStage(count: 1)
        try candidate.type("It prevents overfitting.", "", "/next")
        try candidate.handle(.endOfInput)
        try candidate.connect()
        #expect(
            candidate.text() == """
                Interview: 1 question on Networks
                Seed s, bank f00d

                Question 1 of 1 · Networks

                Why does dropout help?

                > It prevents overfitting.

                1 of 1 key point found
                Coverage   [####################] 100 %

                 1.  found        Regularisation
                                  “prevents overfitting” said in the words of the key point

                Your report

                1 of 1 key point found
                Coverage   [####################] 100 %
                1 question answered

                By question
                  1.  Why does dropout help? 100 %

                Weakest points
                  No key point was missed in what you answered.

                """)
        #expect(candidate.status == 0)
        #expect(candidate.kept == nil)
    }

    @Test func theEndOfInputEndsTheAnswerAndTheInterview() throws {
        var candidate = CandidateStage()
        try candidate.type("It prevents overfitting.")
        try candidate.handle(.endOfInput)
        try candidate.connect()
        #expect(candidate.text().contains("You ended the interview before its last question."))
        #expect(candidate.status == 0)
    }

    @Test func whatFollowsASkipInAScriptIsForTheNextQuestion() throws {
        var candidate = CandidateStage(count: 2)
        try candidate.type("/skip", "It prevents overfitting.", "", "/end")
        try candidate.connect()
        let text = candidate.text()
        #expect(!text.contains("That is not the question being asked."))
        #expect(text.contains("> It prevents overfitting."))
        #expect(text.contains("1 question answered, 1 skipped"))
    }

    @Test func aCommandInAScriptEndsTheAnswerBeforeIt() throws {
        var candidate = CandidateStage(count: 1)
        try candidate.type("It prevents overfitting.", "/next")
        try candidate.connect()
        #expect(candidate.text().contains("1 question answered"))
    }

    @Test func aPersonIsAskedBeforeAnAnswerIsLost() throws {
        var candidate = CandidateStage(count: 2, isConversation: true)
        try candidate.connect()
        try candidate.type("It prevents overfitting.")
        _ = candidate.text()
        try candidate.type("/skip")
        #expect(candidate.text() == Words.unsentAnswer + "\n")
        try candidate.type("")
        #expect(candidate.text().contains("100 %"))
    }

    @Test func theLastSkipAndTheEndAreAskedForTwice() throws {
        var candidate = CandidateStage(count: 1, isConversation: true)
        try candidate.connect()
        _ = candidate.text()
        try candidate.type("/skip")
        #expect(candidate.text() == Words.lastSkip + "\n")
        try candidate.type("/end")
        #expect(candidate.text() == Words.endAgain + "\n")
        try candidate.handle(.endOfInput)
        try candidate.settle()
        #expect(candidate.text().contains("Your report"))
        try candidate.handle(.endOfInput)
        #expect(candidate.status == 0)
    }

    @Test func aRetryShowsWhatItAddedAndLost() throws {
        var candidate = CandidateStage(count: 1, isConversation: true)
        try candidate.connect()
        try candidate.type("No idea.", "", "/retry")
        _ = candidate.text()
        try candidate.type("It prevents overfitting.", "")
        #expect(
            candidate.text().contains(
                """
                Since the attempt before: +100 points of coverage
                 + Regularisation: not found before, found now
                """))
        try candidate.type("No idea.", "")
        #expect(candidate.text().contains(" - Regularisation: found before, not found now"))
    }

    @Test func theModelAnswerComesWhenAskedFor() throws {
        var candidate = CandidateStage(isConversation: true)
        try candidate.connect()
        _ = candidate.text()
        try candidate.type("/model")
        #expect(candidate.text() == "Answer the question first, or skip it.\n")
        try candidate.type("No idea.", "", "/model")
        #expect(
            candidate.text().hasSuffix("Model answer\n  It regularises: it prevents overfitting.\n\n"))
    }

    @Test func linesBelongTogetherAndASlashCanBeSaid() throws {
        var candidate = CandidateStage(isConversation: true)
        try candidate.connect()
        try candidate.handle(.typed("One.", isPasted: true))
        try candidate.handle(.typed("", isPasted: true))
        try candidate.handle(.typed("/next", isPasted: true))
        try candidate.type("//etc", "")
        guard case .answer(let answer)? = candidate.sent.last(where: { $0.isAnswer }) else {
            Issue.record("no answer")
            return
        }
        #expect(answer.text == "One.\n\n/next\n/etc")
    }

    @Test func aLineThatWasBrokenForItsLengthGoesOn() throws {
        var candidate = CandidateStage(isConversation: true)
        try candidate.connect()
        let long = "Dropout switches off a part of the units at random,"
        try candidate.type(
            long, "which prevents overfitting.", "Short", "lines stay", "- and so", "do lists", "")
        guard case .answer(let answer)? = candidate.sent.last(where: { $0.isAnswer }) else {
            Issue.record("no answer")
            return
        }
        #expect(answer.text == long + " which prevents overfitting.\nShort\nlines stay\n- and so\ndo lists")
    }

    @Test func whatIsNoCommandIsSaidToBeNone() throws {
        var candidate = CandidateStage(isConversation: true)
        try candidate.connect()
        _ = candidate.text()
        try candidate.type("/nxt")
        #expect(candidate.text() == Words.noSuchCommand("/nxt") + "\n")
    }

    @Test func aPromptAppearsAsItIsSpoken() throws {
        var candidate = CandidateStage(isConversation: true, isSpoken: true, pace: .fast)
        try candidate.connect()
        #expect(
            candidate.text().hasSuffix(
                "Question 1 of 3 · Networks\n\nWhy does dropout\nhelp?\n\n"))
    }

    @Test func anUnknownTopicEndsWithTheKnownOnes() throws {
        var candidate = CandidateStage(topics: ["cooking"])
        try candidate.connect()
        #expect(candidate.notes == ["There is no topic “cooking”. There are: nets."])
        #expect(candidate.status == 65)
    }
}

extension ClientMessage {
    var isAnswer: Bool { if case .answer = self { true } else { false } }
}
