import Marking
import QuestionBank
import Testing

/// The four shapes of document that the reader was made for.
@Suite struct SeedShapeTests {
    private static let loaded = Result { try Bank.load(folders: [Fixture.seedShapes]) }

    @Test func everyQuestionIsFoundAndTheRepeatedOneIsOne() throws {
        let loaded = try Self.loaded.get()
        #expect(loaded.reports.map(\.questions) == [3, 2, 2, 3])
        #expect(loaded.reports.reduce(0) { $0 + $1.duplicates } == 1)
        #expect(loaded.bank.questions.count == 9)
        #expect(loaded.problems.isEmpty)
    }

    @Test func topicsMergeAndCarryTheirTitles() throws {
        let titles = try Self.loaded.get().bank.topics.map(\.title)
        #expect(
            Set(titles).isSuperset(of: [
                "Feature Stores", "Experiments", "Speech Recognition", "Kubernetes for Model Serving",
                "Graph Learning",
            ]))
        #expect(titles.count(where: { $0 == "Feature Stores" }) == 1)
    }

    @Test func onlyTheAnswerThatBreaksOffIsTruncated() throws {
        let truncated = try Self.loaded.get().bank.questions.filter { $0.flags.contains(.truncated) }
        #expect(truncated.map { $0.source.description } == ["headings.md:1"])
        #expect(truncated.first?.modelAnswer?.hasSuffix("Large heaps") == true)
    }

    @Test func nestedSolutionsBelongToTheirPoint() throws {
        let question = try #require(
            try Self.loaded.get().bank.questions.first { $0.prompt.hasPrefix("Which causes") })
        #expect(
            question.keyPoints.map(\.head) == [
                "Oversized model", "Cold start", "Tiny batches", "Remote features", "Serialisation",
                "Garbage collection",
            ])
        #expect(question.keyPoints[1].gist.contains("-> Load the weights"))
    }

    @Test func listsInsideAnAnswerAreNoQuestions() throws {
        let question = try #require(
            try Self.loaded.get().bank.questions.first { $0.prompt.hasPrefix("What belongs") })
        #expect(question.keyPoints.map(\.head) == ["Hypothesis", "Randomisation", "Guardrails"])
        #expect(question.modelAnswer?.hasSuffix("look later.") == true)
    }

    @Test func anIndentedListIsTheAnswersList() throws {
        let question = try #require(
            try Self.loaded.get().bank.questions.first { $0.prompt.hasPrefix("Which objects") })
        #expect(question.keyPoints.count == 4)
        #expect(question.keyPoints.last?.head == "PodDisruptionBudget")
    }

    @Test func proseGivesPointsFromItsSentences() throws {
        let question = try #require(
            try Self.loaded.get().bank.questions.first { $0.prompt.hasPrefix("When does a graph") })
        #expect((2...5).contains(question.keyPoints.count))
        #expect(question.flags == [.draftedKeyPoints])
    }
}
