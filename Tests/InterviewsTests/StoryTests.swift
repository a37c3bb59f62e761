import Interviews
import Marking
import QuestionBank
import Scheduling
import Testing

/// The points of a story are its teller's to tick, also those that were found.
struct StoryTests {
    private static func bank(_ kind: Question.Kind?) -> Bank {
        Bank(
            topics: [Topic(id: "own", title: "Stories")],
            questions: [
                Question(
                    id: "own/q", topic: "own", prompt: "Tell me about a mistake.",
                    keyPoints: [KeyPoint(id: "one", head: "One"), KeyPoint(id: "two", head: "Two")],
                    modelAnswer: "😀 One and Two.", kind: kind,
                    source: SourceLocation(file: "own.md", line: 1))
            ], glossary: [], hash: "f00d")
    }

    private func told(_ kind: Question.Kind? = .checklist, _ texts: String...) throws -> Rehearsal {
        var rehearsal = try Rehearsal(count: 1, from: Self.bank(kind), visitor: "ann")
        for (number, text) in texts.enumerated() {
            try perform(.answer(question: 0, text: text), "a\(number)", in: &rehearsal)
        }
        return rehearsal
    }

    private func perform(_ command: Command, _ name: String, in rehearsal: inout Rehearsal) throws {
        let decision = try rehearsal.interview.decide(
            command, by: candidate, ref: ref(name), marking: Self.located)
        if case .commit(let events) = decision { rehearsal.record(events) }
    }

    /// With the places of the heads.
    private static func located(_ question: Question, _ answer: String) -> Mark {
        var mark = marked(question, answer)
        for (index, point) in question.keyPoints.enumerated() {
            guard let range = answer.firstRange(of: point.head) else { continue }
            let start = range.lowerBound.utf16Offset(in: answer)
            mark.points[index].evidence = [
                Evidence(start: start, end: start + point.head.utf16.count, rule: "said")
            ]
        }
        return mark
    }

    private func untick(_ point: String = "one", attempt: Int = 1, isWithdrawn: Bool = false) -> Command {
        .dispute(
            Command.Dispute(
                question: 0, attempt: attempt, point: point, ranges: [], isWithdrawn: isWithdrawn))
    }

    private func missed(_ rehearsal: Rehearsal) -> [String] {
        rehearsal.interview.report(for: candidate).questions[0].missed.map(\.keyPoint.id)
    }

    @Test(arguments: [(Question.Kind.checklist, 0, 0.0), (nil, 2, 0.5)])
    func noShareOfSeveralQuestionsKnowsOfIt(kind: Question.Kind?, needed: Int, coverage: Double) throws {
        let report = try told(kind, "One.").interview.report(for: candidate)
        #expect(report.questions.map(\.needed) == [2])
        #expect(report.tally.needed == needed && report.coverage == coverage)
        #expect(report.topics.count == (needed > 0 ? 1 : 0))
    }

    @Test func whatWasFoundIsUntickedAndTickedAgain() throws {
        var rehearsal = try told(.checklist, "One and Two")
        try perform(untick(), "d", in: &rehearsal)
        #expect(missed(rehearsal) == ["one"])
        #expect(rehearsal.interview.response(of: candidate, to: 0).ownCoverage == 0.5)
        #expect(Ruling.standing(in: rehearsal.log).isEmpty)
        try perform(untick(isWithdrawn: true), "e", in: &rehearsal)
        #expect(missed(rehearsal) == [])
        #expect(rehearsal.interview.response(of: candidate, to: 0).ownCoverage == nil)
    }

    @Test func elsewhereWhatWasFoundStaysFound() throws {
        let rehearsal = try told(nil, "One and Two")
        #expect(rehearsal.refusal(of: untick()) == .notDisputable)
    }

    @Test(arguments: [("Two, and One", true), ("Two, once", false), ("Two, One and One", true)])
    func itHoldsForItsWordsInALaterAttempt(later: String, stands: Bool) throws {
        var rehearsal = try told(.checklist, "One and Two")
        try perform(untick(), "d", in: &rehearsal)
        try perform(.answer(question: 0, text: later), "b", in: &rehearsal)
        let response = rehearsal.interview.response(of: candidate, to: 0)
        #expect(response.takenBack(of: 2) == (stands ? ["one"] : []))
    }

    @Test func theScheduleHearsOfIt() throws {
        var rehearsal = try told(.checklist, "One and Two")
        let before = rehearsal.interview
        try perform(untick(), "d", in: &rehearsal)
        let event = try #require(rehearsal.log.last?.event)
        let review = before.review(proposing: event, at: rehearsal.now)
        #expect(review?.ratings.map(\.rating) == [.again, .good])
    }

    @Test func aModelAnswerComesWithThePlacesOfItsPoints() throws {
        var rehearsal = try told(nil, "One")
        try perform(.reveal(question: 0), "m", in: &rehearsal)
        let notice = try #require(rehearsal.notices(after: rehearsal.log.count - 1).first)
        #expect(
            notice.content
                == .revealed(
                    question: 0, modelAnswer: "😀 One and Two.",
                    said: [.init(point: "one", start: 3, end: 6), .init(point: "two", start: 11, end: 14)]))
    }
}
