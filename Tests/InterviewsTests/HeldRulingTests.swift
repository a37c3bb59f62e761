import Interviews
import Marking
import QuestionBank
import Scheduling
import Testing

/// A ruling holds for the words it was made for.
struct HeldRulingTests {
    private static let bank = Bank(
        topics: [Topic(id: "nets", title: "Networks")],
        questions: [
            Question(
                id: "nets/q", topic: "nets", prompt: "Why?",
                keyPoints: [
                    KeyPoint(id: "one", head: "One"), KeyPoint(id: "two", head: "Two"),
                    KeyPoint(id: "myth", head: "Myth", isMisconception: true),
                ], source: SourceLocation(file: "nets.md", line: 1))
        ], glossary: [], hash: "f00d")

    private var rehearsal: Rehearsal {
        get throws { try Rehearsal(count: 1, from: Self.bank, visitor: "ann") }
    }

    private func dispute(
        _ rehearsal: inout Rehearsal, _ point: String, _ range: Range<Int>?, attempt: Int = 1,
        isWithdrawn: Bool = false
    ) throws {
        let ranges = range.map { [TextRange(start: $0.lowerBound, end: $0.upperBound)] } ?? []
        try rehearsal.perform(
            .dispute(
                Command.Dispute(
                    question: 0, attempt: attempt, point: point, ranges: ranges, isWithdrawn: isWithdrawn)),
            ref: "d\(rehearsal.log.count)")
    }

    private func answer(_ rehearsal: inout Rehearsal, _ text: String) throws {
        let decision = try rehearsal.interview.decide(
            .answer(question: 0, text: text), by: candidate, ref: ref("a\(rehearsal.log.count)"),
            marking: Self.located)
        if case .commit(let events) = decision { rehearsal.record(events) }
    }

    /// With the place of a misconception, and "not" to contradict a point.
    private static func located(_ question: Question, _ answer: String) -> Mark {
        var mark = marked(question, answer)
        if let range = answer.firstRange(of: "Myth") {
            let start = range.lowerBound.utf16Offset(in: answer)
            mark.points[2].evidence = [Evidence(start: start, end: start + 4, rule: "said")]
        }
        if answer.contains("not") { mark.points[1].verdict = .contradicted }
        return mark
    }

    private func missed(_ rehearsal: Rehearsal) -> [String] {
        rehearsal.interview.report(for: candidate).questions[0].missed.map(\.keyPoint.id)
    }

    @Test(arguments: [
        ("One. It HALVES\nthe cost!", true), ("Half. “It halves the cost”, and One", true),
        ("One, and it halves the costs", false), ("One. It quarters the cost", false),
    ])
    func aLaterAttemptWithTheWordsKeepsIt(later: String, stands: Bool) throws {
        var rehearsal = try rehearsal
        try answer(&rehearsal, "well, it halves  the cost")
        try dispute(&rehearsal, "two", 6..<25)
        try answer(&rehearsal, later)
        let response = rehearsal.interview.response(of: candidate, to: 0)
        #expect(response.best?.coverage == 0.5)
        #expect(response.ruledPoints(of: 2) == (stands ? ["two"] : []))
        #expect(response.ownCoverage == (stands ? 1 : 0.5))
        #expect(missed(rehearsal) == (stands ? [] : ["two"]))
    }

    @Test func withoutMarkedWordsTheWholeAnswerMustStandThere() throws {
        var rehearsal = try rehearsal
        try answer(&rehearsal, "It halves the cost")
        try dispute(&rehearsal, "two", nil)
        try answer(&rehearsal, "It halves the cost. And One.")
        #expect(missed(rehearsal) == [])
        try answer(&rehearsal, "It halves it. And One.")
        #expect(rehearsal.interview.response(of: candidate, to: 0).ruledPoints(of: 3) == [])
    }

    @Test func itIsNeitherAskedAboutNorHintedAtAgain() throws {
        var rehearsal = try rehearsal
        try answer(&rehearsal, "It halves the cost")
        try dispute(&rehearsal, "two", nil)
        try rehearsal.perform(.hint(question: 0), ref: "h")
        #expect(rehearsal.interview.response(of: candidate, to: 0).hints.map(\.point) == ["one"])
        let probed = rehearsal.interview.response(of: candidate, to: 0).probed
        try answer(&rehearsal, "It halves the cost. So it does.")
        let later = rehearsal.interview.response(of: candidate, to: 0).probed
        #expect(!later.dropFirst(probed.count).contains("two"))
    }

    @Test func takenBackItStandsNowhere() throws {
        var rehearsal = try rehearsal
        try answer(&rehearsal, "It halves the cost")
        try dispute(&rehearsal, "two", nil)
        try answer(&rehearsal, "It halves the cost. And One.")
        try dispute(&rehearsal, "two", nil, attempt: 2, isWithdrawn: true)
        let response = rehearsal.interview.response(of: candidate, to: 0)
        #expect(response.ruledPoints(of: 1) == [])
        #expect(response.ruledPoints(of: 2) == [])
        #expect(response.ownCoverage == nil)
        #expect(missed(rehearsal) == ["two"])
    }

    @Test func aMisconceptionStaysDeniedForItsWordsOnly() throws {
        func later(_ text: String) throws -> Set<String> {
            var rehearsal = try rehearsal
            try answer(&rehearsal, "no Myth at all")
            try dispute(&rehearsal, "myth", nil)
            try answer(&rehearsal, text)
            return rehearsal.interview.response(of: candidate, to: 0).ruledPoints(of: 2)
        }
        #expect(try later("One, and no Myth at all") == ["myth"])
        #expect(try later("One, Myth") == ["myth"])
        #expect(try later("One and Two") == [])
    }

    /// The schedule knows the first attempt alone; a ruling on a later one with the same words is about it too.
    @Test func theScheduleFollowsWhereTheFirstAttemptHasTheWords() throws {
        var rehearsal = try rehearsal
        try answer(&rehearsal, "It halves the cost")
        try answer(&rehearsal, "It halves the cost. And more.")
        let before = rehearsal.interview
        try dispute(&rehearsal, "two", 0..<18, attempt: 2)
        let event = try #require(rehearsal.log.last?.event)
        let review = before.review(proposing: event, at: rehearsal.now)
        #expect(review?.ratings.first { $0.point == "two" }?.rating == .good)
        // What came later says nothing about what was remembered.
        let elsewhere = rehearsal.interview
        try dispute(&rehearsal, "one", 20..<28, attempt: 2)
        let other = try #require(rehearsal.log.last?.event)
        #expect(elsewhere.review(proposing: other, at: rehearsal.now) == nil)
    }

    @Test func whatIsContradictedAnewIsNotSaid() throws {
        var rehearsal = try rehearsal
        try answer(&rehearsal, "It halves the cost")
        try dispute(&rehearsal, "two", nil)
        try answer(&rehearsal, "It halves the cost. No, it does not.")
        #expect(rehearsal.interview.response(of: candidate, to: 0).ruledPoints(of: 2) == [])
    }
}
