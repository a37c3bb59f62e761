import Interviews
import Marking
import QuestionBank
import Testing

/// Two topics with twelve questions each, a third of them of each difficulty.
private let gradedBank = Bank(
    topics: [Topic(id: "nets", title: "Networks"), Topic(id: "stats", title: "Statistics")],
    questions: ["nets", "stats"].flatMap { topic in
        (0..<12).map { number in
            Question(
                id: "\(topic)-\(number)", topic: topic, prompt: "What?",
                difficulty: Difficulty.allCases[number % 3],
                keyPoints: [
                    .init(id: "one", head: "One"), .init(id: "two", head: "Two"),
                ], source: SourceLocation(file: "\(topic).md", line: number + 1))
        }
    }, glossary: [], hash: "f00d")

struct PlanTests {
    private func choose(_ count: Int?, _ change: (inout Settings) -> Void) -> [Question] {
        var settings = Settings(topics: [], count: count, seed: "plan", pace: .instant)
        change(&settings)
        return gradedBank.choose(settings).questions
    }

    @Test(arguments: [(Settings.DifficultyPlan.easy, Difficulty.easy), (.medium, .medium), (.hard, .hard)])
    func aFixedDifficultyLeavesTheOthersOut(plan: Settings.DifficultyPlan, level: Difficulty) {
        let chosen = choose(nil) { $0.difficulty = plan }
        #expect(chosen.count == 8)
        #expect(chosen.allSatisfy { $0.level == level })
    }

    @Test func aQuestionWithoutDifficultyCountsAsMedium() {
        #expect(smallBank.questions[0].level == .medium)
    }

    @Test func risingBeginsEasyAndEndsHard() {
        let levels = choose(12) { $0.difficulty = .rising }.map {
            Difficulty.allCases.firstIndex(of: $0.level)
        }
        #expect(levels.compactMap(\.self) == levels.compactMap(\.self).sorted())
    }

    @Test func withoutACountTheInterviewHasAllThereIs() {
        #expect(choose(nil) { _ in }.count == 24)
    }

    @Test func oneTopicAfterTheOther() {
        let topics = choose(12) { $0.order = .byTopic }.map(\.topic)
        #expect(Set(topics.prefix(6)).count == 1)
        #expect(Set(topics.suffix(6)).count == 1)
        #expect(Set(topics).count == 2)
    }

    @Test func aTopicOfWeightThreeGetsThreeTurnsForOne() {
        let topics = choose(12) { $0.weights = ["stats": 3] }.map(\.topic)
        #expect(topics.count { $0 == "stats" } == 9)
        #expect(Set(topics.prefix(4)).count == 2)
    }

    @Test(arguments: [0, -1, 10])
    func aWeightOutOfRangeIsRefused(weight: Int) {
        #expect(throws: Refusal.weightOutOfRange) {
            try Rehearsal(count: 2) { $0.weights = ["nets": weight] }
        }
    }

    /// What a candidate is asked who answers each question with the same words.
    private func levels(saying text: String?) throws -> [Difficulty] {
        var rehearsal = try Rehearsal(count: 4, from: gradedBank) { $0.difficulty = .adaptive }
        for number in 0..<3 {
            if let text {
                try rehearsal.perform(.answer(question: number, text: text), ref: "a\(number)")
                // Only the first attempt counts.
                try rehearsal.perform(.answer(question: number, text: "One and Two"), ref: "b\(number)")
                try rehearsal.perform(.next(question: number), ref: "n\(number)")
            } else {
                try rehearsal.perform(.skip(question: number), ref: "s\(number)")
            }
        }
        return rehearsal.interview.questions.map(\.level)
    }

    @Test func difficultyAdaptsToTheFirstAttempts() throws {
        #expect(try levels(saying: "One and Two") == [.medium, .hard, .hard, .hard])
        #expect(try levels(saying: "One") == [.medium, .medium, .medium, .medium])
        #expect(try levels(saying: "Nothing") == [.medium, .easy, .easy, .easy])
        #expect(try levels(saying: nil) == [.medium, .easy, .easy, .easy])
    }

    @Test func aRealisticInterviewAdaptsToo() throws {
        var rehearsal = try Rehearsal(count: 3, from: gradedBank) { settings in
            settings.difficulty = .adaptive
            settings.mode = .realistic
        }
        try rehearsal.perform(.answer(question: 0, text: "One and Two"), ref: "a")
        #expect(rehearsal.interview.questions[1].level == .hard)
        try rehearsal.perform(.answer(question: 1, text: "Nothing"), ref: "b")
        #expect(rehearsal.interview.questions[2].level == .medium)
    }

    @Test func whoReplaysTheLogMeetsTheSameQuestions() throws {
        var rehearsal = try Rehearsal(count: 3, from: gradedBank) { $0.difficulty = .adaptive }
        try rehearsal.perform(.skip(question: 0), ref: "s")
        var replayed = Interview(id: rehearsal.interview.id)
        for event in rehearsal.log { replayed.apply(event) }
        #expect(replayed.questions == rehearsal.interview.questions)
    }
}
