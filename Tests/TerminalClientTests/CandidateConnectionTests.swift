import Greenroom
import HubStage
import Interviews
import Testing
import Transcripts
import Wire

@testable import TerminalClient

/// Connections that come and go under an interview in a terminal.
struct CandidateConnectionTests {
    @Test func nothingIsLostOrSaidTwiceWhenTheAnswerArrivedAndItsReplyDidNot() throws {
        var candidate = CandidateStage(isConversation: true)
        try candidate.connect()
        _ = candidate.text()
        candidate.isDeaf = true
        try candidate.type("It prevents overfitting.", "")
        candidate.isDeaf = false
        try candidate.lose()
        #expect(candidate.notes == [Words.connectionLost])
        try candidate.connect()
        #expect(candidate.notes == [Words.connectionLost, Words.connectedAgain])
        #expect(candidate.text().components("100 %") == 1)
        try candidate.type("/next")
        #expect(candidate.text().hasPrefix("Question 2 of 3"))
    }

    @Test func anAnswerThatNeverArrivedIsSentAgain() throws {
        var candidate = CandidateStage(isConversation: true)
        try candidate.connect()
        try candidate.lose()
        _ = candidate.text()
        try candidate.type("It prevents overfitting.", "")
        try candidate.connect()
        #expect(candidate.text().components("100 %") == 1)
        #expect(try candidate.stage.store.interviewCount() == 1)
    }

    @Test func whatIsTypedWhileNobodyHearsItWaits() throws {
        var candidate = CandidateStage(count: 2)
        try candidate.connect()
        try candidate.lose()
        try candidate.type("It prevents overfitting.", "", "/next", "No idea.", "", "/next")
        try candidate.connect()
        #expect(candidate.status == 0)
        #expect(candidate.text().contains("2 questions answered"))
    }

    @Test func theTimeBetweenTwoAttemptsGrowsAndHasAnEnd() throws {
        var candidate = CandidateStage()
        try candidate.connect()
        for _ in 0..<CandidateSession.mostAttempts { try candidate.lose() }
        #expect(
            candidate.delays.prefix(7)
                == [250, 500, 1000, 2000, 4000, 8000, 10_000].map { .milliseconds($0) }[...])
        #expect(candidate.status == nil)
        try candidate.lose()
        #expect(candidate.status == 69)
        #expect(candidate.kept != nil)
    }

    @Test func whoNeverGotInIsToldWhy() throws {
        var candidate = CandidateStage()
        try candidate.handle(.disconnected("nobody listens there", isFinal: false))
        #expect(candidate.notes == ["nobody listens there"])
        #expect(candidate.status == 69)
    }

    @Test func ctrlCKeepsTheSeatAndTheDraft() throws {
        var candidate = CandidateStage(isConversation: true)
        try candidate.connect()
        try candidate.type("It prevents overfitting.", "", "/next", "It is")
        try candidate.handle(.interrupted)
        #expect(candidate.status == 130)
        #expect(candidate.notes == [Words.howToGoOn(nil)])
        let note = try #require(candidate.kept)
        #expect(note.draft == ["It is"])

        var returned = CandidateStage(
            candidate.stage, isConversation: true, references: "u", goingOnWith: note)
        returned.stage.handle(.disconnected(ann))
        try returned.connect()
        #expect(
            returned.text() == """
                Interview: 3 questions on Networks
                Seed s, bank f00d
                \(Words.howToAnswer)

                Question 2 of 3 · Networks

                Why does dropout help?

                You had begun to write:
                  It is


                """)
        try returned.type("over.", "")
        #expect(returned.sent.compactMap(\.answerText) == ["It is\nover."])
    }

    @Test func theMarksOfARealisticInterviewAreToldWhole() throws {
        var candidate = CandidateStage(count: 2) { $0.mode = .realistic }
        try candidate.connect()
        try candidate.type("It prevents overfitting.", "")
        candidate.stage.recallsAtOnce = false
        try candidate.type("No idea.", "")
        #expect(candidate.status == nil)
        try candidate.lose()
        candidate.stage.recallsAtOnce = true
        try candidate.connect()
        #expect(candidate.text().ranges(of: "Coverage").count == 3)
        #expect(candidate.status == 0)
    }

    @Test func aSeatThatNobodyKnowsIsForgotten() throws {
        var candidate = CandidateStage(isConversation: true)
        try candidate.connect()
        try candidate.handle(.interrupted)
        var note = try #require(candidate.kept)
        note.token = "another"
        var returned = CandidateStage(
            candidate.stage, isConversation: true, references: "u", goingOnWith: note)
        try returned.connect()
        #expect(returned.status == 65)
        #expect(returned.kept == nil)
    }
}

extension ClientMessage {
    fileprivate var answerText: String? { if case .answer(let answer) = self { answer.text } else { nil } }
}

extension String {
    /// How often it occurs.
    func components(_ part: String) -> Int { ranges(of: part).count }
}
