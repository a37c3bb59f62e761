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
        for difficulty in Difficulty.allCases {
            #expect(questions.count { $0.difficulty == difficulty } >= 30)
        }
    }

    @Test func everyQuestionHasMarkedSamplesAndEveryPointIsSaidInManyWays() throws {
        for question in try Self.loaded.get().bank.questions {
            #expect(question.samples.count { !$0.expected.isEmpty } >= 3, "\(question.id)")
            for point in question.keyPoints where !point.isMisconception {
                #expect(Set(point.phrasings).count >= 4, "\(question.id): \(point.head)")
            }
        }
    }

    @Test func theTwoHeaviestPointsOfEveryQuestionHaveHintsAndProbesOfTheirOwn() throws {
        for question in try Self.loaded.get().bank.questions {
            let points = question.keyPoints.filter { !$0.isMisconception }
            let heaviest = points.enumerated().sorted {
                let (one, other) = ($0.element, $1.element)
                if one.isRequired != other.isRequired { return one.isRequired }
                return one.weight != other.weight ? one.weight > other.weight : $0.offset < $1.offset
            }.prefix(2).map(\.element)
            for point in heaviest {
                #expect(point.hint != nil && point.probe != nil, "\(question.id): \(point.head)")
            }
        }
    }

    @Test func modelAnswersArePutInTwoOrThreeParagraphs() throws {
        for question in try Self.loaded.get().bank.questions {
            let paragraphs = (question.modelAnswer ?? "").split(separator: "\n\n").count
            #expect((2...3).contains(paragraphs), "\(question.id)")
        }
    }
}
