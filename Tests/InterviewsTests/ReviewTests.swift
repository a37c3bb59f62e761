import Interviews
import Marking
import QuestionBank
import Scheduling
import Testing

struct ReviewTests {
    private static let question = Question(
        id: "nets/q", topic: "nets", prompt: "Why?",
        keyPoints: [
            KeyPoint(id: "one", head: "One"), KeyPoint(id: "two", head: "Two"),
            KeyPoint(id: "three", head: "Three", group: 0), KeyPoint(id: "four", head: "Four", group: 0),
            KeyPoint(id: "myth", head: "Myth", isMisconception: true),
        ], groups: [Rubric.Group(needed: 1)], source: SourceLocation(file: "nets.md", line: 1))

    private static let bank = Bank(
        topics: [Topic(id: "nets", title: "Networks")], questions: [question], glossary: [], hash: "f00d")

    /// The ratings that the latest event leaves behind.
    private func ratings(_ rehearsal: Rehearsal) -> [String: Rating]? {
        guard
            let answered = rehearsal.log.last(where: {
                $0.event.kind == .answered || $0.event.kind == .disputed
            })
        else { return nil }
        // What it says is known when it is proposed.
        var before = Interview(id: rehearsal.interview.id)
        for event in rehearsal.log.prefix(while: { $0.seq < answered.seq }) { before.apply(event) }
        guard let review = before.review(proposing: answered.event, at: rehearsal.now) else { return nil }
        #expect(review.visitor == "ann")
        #expect(review.question == "nets/q")
        #expect(review.topic == "nets")
        return Dictionary(uniqueKeysWithValues: review.ratings.map { ($0.point, $0.rating) })
    }

    private func rehearsal(visitor: String? = "ann") throws -> Rehearsal {
        try Rehearsal(count: 1, from: Self.bank, visitor: visitor)
    }

    @Test func theFirstAttemptIsTheReview() throws {
        var rehearsal = try rehearsal()
        try rehearsal.perform(.answer(question: 0, text: "One, Three"), ref: "a")
        // Of a group that is complete nothing was missed, and misconceptions are not to be remembered.
        #expect(ratings(rehearsal) == ["one": .good, "two": .again, "three": .good])
        try rehearsal.perform(.answer(question: 0, text: "One, Two, Three"), ref: "b")
        #expect(ratings(rehearsal) == nil)
    }

    @Test func whatNeededAHintIsHard() throws {
        var rehearsal = try rehearsal()
        try rehearsal.perform(.hint(question: 0), ref: "h")
        try rehearsal.perform(.answer(question: 0, text: "One, Two, Three"), ref: "a")
        #expect(ratings(rehearsal) == ["one": .hard, "two": .good, "three": .good])
    }

    @Test func aRulingCountsAsSaid() throws {
        var rehearsal = try rehearsal()
        try rehearsal.perform(.answer(question: 0, text: "One, Three"), ref: "a")
        let dispute = Command.Dispute(question: 0, attempt: 1, point: "two", ranges: [], isWithdrawn: false)
        try rehearsal.perform(.dispute(dispute), ref: "d")
        #expect(ratings(rehearsal) == ["one": .good, "two": .good, "three": .good])
    }

    @Test func whoIsNotKnownLeavesNoReview() throws {
        var rehearsal = try rehearsal(visitor: nil)
        try rehearsal.perform(.answer(question: 0, text: "One"), ref: "a")
        #expect(ratings(rehearsal) == nil)
    }
}
