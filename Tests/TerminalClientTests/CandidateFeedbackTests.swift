import HubStage
import Interviews
import Marking
import QuestionBank
import Testing

@testable import TerminalClient

/// What the feedback on an answer names, and what it counts as one.
struct CandidateFeedbackTests {
    /// - Parameter kinds: of its questions, one each.
    private static func bank(_ kinds: [Question.Kind?]) -> Bank {
        let points = ["Memory", "Latency", "Energy", "Price"].enumerated().map { index, head in
            KeyPoint(
                id: "p\(index)", head: head,
                gist: ["less memory", "shorter latency", "less energy", "lower price"][index], group: 0)
        }
        return Bank(
            topics: [Topic(id: "nets", title: "Networks")],
            questions: kinds.enumerated().map { place, kind in
                Question(
                    id: "q\(place)", topic: "nets", prompt: "Why would one distil a network?",
                    keyPoints: points + [
                        KeyPoint(
                            id: "teacher", head: "Teacher", gist: "a large teacher trains it",
                            probe: "Who trains it?"),
                        KeyPoint(
                            id: "myth", head: "Always better", gist: "it beats the teacher",
                            isMisconception: true),
                    ],
                    groups: [Rubric.Group(needed: 2)], modelAnswer: "Because.", kind: kind,
                    source: SourceLocation(file: "nets.md", line: 1))
            }, glossary: [], hash: "f00d")
    }

    private func answered(_ text: String, _ kind: Question.Kind? = nil) throws -> CandidateStage {
        var candidate = CandidateStage(Stage(bank: Self.bank([kind])), count: 1, isConversation: true)
        try candidate.connect()
        _ = candidate.text()
        try candidate.type(text, "")
        return candidate
    }

    @Test func aGroupOfWhichSomeAreEnoughIsOneThing() throws {
        var candidate = try answered("It needs less memory and has a shorter latency.")
        let text = candidate.text()
        #expect(text.contains("2 of 3 key points found"))
        #expect(text.contains(" Any 2 of 4 · said 2\n"))
        #expect(text.contains("   Not needed: Energy; Price.\n"))
        #expect(text.ranges(of: "not found").count == 1)
    }

    @Test func whatIsMissingHasNoNameUntilItIsAskedFor() throws {
        var candidate = try answered("It needs less memory.")
        let text = candidate.text()
        for head in ["Latency", "Energy", "Price", "Teacher", "Always better"] {
            #expect(!text.contains(head), "\(head)")
        }
        #expect(text.ranges(of: Words.unnamed).count == 4)
        try candidate.type("/points")
        let named = candidate.text()
        #expect(named.contains(" Teacher: a large teacher trains it\n"))
        #expect(named.contains(" Energy: less energy\n") && !named.contains("Memory"))
        try candidate.type("/retry", "It needs less memory still.", "")
        #expect(candidate.text().contains("not found    Teacher"))
    }

    @Test func theModelAnswerNamesWhatIsMissing() throws {
        var candidate = try answered("It needs less memory.")
        try candidate.type("/model", "/retry")
        _ = candidate.text()
        try candidate.type("It needs less memory still.", "")
        #expect(!candidate.text().contains(Words.unnamed))
    }

    @Test func aStoryHasNoShare() throws {
        var candidate = try answered("It needs less memory.", .checklist)
        let text = candidate.text()
        #expect(!text.contains("%") && text.contains(Words.checklist.prefix(30)))
        #expect(text.contains("1 of 3 key points found"))
        try candidate.type("/next")
        let report = candidate.text()
        #expect(report.contains("Your report") && !report.contains("%"))
        #expect(report.contains("1 of 3 key points"))
    }

    @Test func besideAStoryTheOthersKeepTheirShare() throws {
        var candidate = CandidateStage(Stage(bank: Self.bank([nil, .checklist])), count: 2)
        let answer = "It needs less memory and has a shorter latency."
        try candidate.type(answer, "/next", answer, "/next")
        try candidate.connect()
        let report = try #require(candidate.text().split(separator: "Your report").last)
        #expect(report.contains("\n2 of 3 key points found\nCoverage "))
        // The whole, and the one that has a share.
        #expect(report.ranges(of: "67 %").count == 2 && report.ranges(of: "%").count == 2)
    }

    @Test func whatWasFoundInAStoryCanBeUnticked() throws {
        var candidate = try answered("It needs less memory.", .checklist)
        _ = candidate.text()
        try candidate.type("/dispute 1")
        let ruled = candidate.text()
        #expect(ruled.contains(Words.rulingAgainst("Memory")) && !ruled.contains("%"))
        try candidate.type("/withdraw 1")
        #expect(candidate.text().contains(Words.rulingWithdrawn("Memory")))
    }

    @Test func whatIsPractisedOnceMoreIsAskedByItsOwnFollowUp() throws {
        var candidate = try answered("It needs less memory and has a shorter latency.")
        try candidate.type("/next")
        _ = candidate.text()
        try candidate.type("/again")
        let text = candidate.text()
        #expect(text.contains("Why would one distil a network?"))
        #expect(text.contains("Who trains it?"))
        try candidate.type("No idea.", "")
        // It was asked already.
        #expect(!candidate.text().contains("Who trains it?"))
    }
}
