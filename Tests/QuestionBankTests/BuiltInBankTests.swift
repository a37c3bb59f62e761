import Marking
import QuestionBank
import Testing

/// The questions that come with the server.
@Suite struct BuiltInBankTests {
    private static let loaded = Result { try Bank.builtIn() }

    @Test func nothingIsThereToMend() throws {
        #expect(try Self.loaded.get().check().map(\.description) == [])
    }

    @Test func thereAreEnoughQuestionsOfEveryKind() throws {
        let questions = try Self.loaded.get().bank.questions
        #expect(questions.count >= 200)
        #expect(questions.allSatisfy { $0.difficulty != nil && $0.modelAnswer != nil && !$0.tags.isEmpty })
        #expect(
            questions.allSatisfy { (3...12).contains($0.keyPoints.count(where: { !$0.isMisconception })) })
        #expect(questions.count { $0.samples.count >= 2 } * 3 >= questions.count)
        for difficulty in Difficulty.allCases {
            #expect(questions.count { $0.difficulty == difficulty } >= 30)
        }
    }

    @Test func importantPointsHaveHintsAndProbes() throws {
        let questions = try Self.loaded.get().bank.questions
        #expect(questions.allSatisfy { $0.keyPoints.contains { $0.hint != nil } })
        #expect(questions.count { $0.keyPoints.contains { $0.probe != nil } } * 10 >= questions.count * 9)
    }
}
