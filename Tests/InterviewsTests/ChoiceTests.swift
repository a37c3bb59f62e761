import Interviews
import QuestionBank
import Testing

struct ChoiceTests {
    private func choose(count: Int, topics: [String] = [], seed: String = "s") -> [String] {
        smallBank.choose(Settings(topics: topics, count: count, seed: seed, pace: .natural)).questions
            .map(\.id)
    }

    @Test func theSameSeedGivesTheSameInterview() {
        #expect(choose(count: 6) == choose(count: 6))
        #expect(Set((0..<50).map { choose(count: 6, seed: "\($0)") }).count > 10)
    }

    /// Kept as a list of ids, so that a change of the drawing is noticed: addresses with a seed are shared.
    @Test func aSeedKeepsItsMeaning() {
        #expect(
            choose(count: 6, seed: "green") == [
                "nets-3", "stats-3", "nets-1", "stats-2", "nets-2", "stats-1",
            ])
    }

    @Test func anotherBankGivesAnotherInterview() {
        var other = smallBank
        other.hash = "beef"
        let settings = (0..<20).map { Settings(topics: [], count: 6, seed: "\($0)", pace: .natural) }
        #expect(settings.contains { smallBank.choose($0) != other.choose($0) })
    }

    @Test func topicsTakeTurns() {
        for seed in 0..<20 {
            let topics = choose(count: 4, seed: "\(seed)").map { $0.prefix(while: { $0 != "-" }) }
            #expect(Set(topics.prefix(2)).count == 2)
            #expect(Set(topics.suffix(2)).count == 2)
        }
    }

    @Test func onlyTheChosenTopicsAreAskedAndNoQuestionTwice() {
        let chosen = choose(count: 60, topics: ["stats"])
        #expect(Set(chosen) == ["stats-1", "stats-2", "stats-3"])
        #expect(chosen.count == 3)
    }

    @Test func aQuestionWithoutKeyPointsIsNeverAsked() throws {
        var bank = smallBank
        bank.questions = bank.questions.map { question in
            var question = question
            if question.topic == "nets" { question.keyPoints = [] }
            return question
        }
        let settings = Settings(topics: ["nets"], count: 3, seed: "s", pace: .natural)
        #expect(throws: Refusal.noQuestions) {
            try Interview.open(settings, from: bank, seat: "", ref: nil)
        }
    }

    @Test(arguments: [0, -1, 61, Int.max])
    func anInterviewHasOneToSixtyQuestions(count: Int) {
        let settings = Settings(topics: [], count: count, seed: "s", pace: .natural)
        #expect(throws: Refusal.countOutOfRange) {
            try Interview.open(settings, from: smallBank, seat: "", ref: nil)
        }
    }

    @Test func aSeedIsShort() {
        let settings = Settings(topics: [], count: 1, seed: String(repeating: "s", count: 65), pace: .natural)
        #expect(throws: Refusal.seedTooLong) {
            try Interview.open(settings, from: smallBank, seat: "", ref: nil)
        }
    }

    @Test func aTopicThatIsNotThereIsRefused() {
        let settings = Settings(topics: ["nets", "cooking"], count: 3, seed: "s", pace: .natural)
        #expect(throws: Refusal.unknownTopic("cooking")) {
            try Interview.open(settings, from: smallBank, seat: "", ref: nil)
        }
    }
}
