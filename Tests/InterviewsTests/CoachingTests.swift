import Interviews
import Marking
import QuestionBank
import Testing

/// A question with three key points of which the second weighs most, the third stands in for a group, and a
/// misconception.
private let netsQuestion = Question(
    id: "nets/dropout", topic: "nets", prompt: "Why does dropout help?",
    keyPoints: [
        KeyPoint(
            id: "one", head: "One", gist: "Units learn without relying on neighbours",
            hint: "Think of units.",
            probe: "What about units?"),
        KeyPoint(id: "two", head: "Two", gist: "Every minibatch samples another network", weight: 3),
        KeyPoint(id: "three", head: "Three", group: 0),
        KeyPoint(id: "four", head: "Four", group: 0),
        KeyPoint(id: "myth", head: "Myth", isMisconception: true),
    ], groups: [Rubric.Group(needed: 1)], source: SourceLocation(file: "nets.md", line: 1))

private let bank = Bank(
    topics: [Topic(id: "nets", title: "Networks")], questions: [netsQuestion], glossary: [], hash: "f00d")

struct HintTests {
    private func rehearsal(_ change: (inout Settings) -> Void = { _ in }) throws -> Rehearsal {
        try Rehearsal(count: 1, from: bank, change)
    }

    private func hints(_ rehearsal: inout Rehearsal, _ count: Int) throws -> [Hint] {
        for number in 0..<count {
            try rehearsal.perform(.hint(question: 0), ref: "h\(rehearsal.log.count)-\(number)")
        }
        return rehearsal.interview.response(of: candidate, to: 0).hints
    }

    @Test func aLadderHasANudgeTheHeadAndTheFirstWords() throws {
        var rehearsal = try rehearsal()
        let taken = try hints(&rehearsal, 3)
        #expect(taken.map(\.point) == ["two", "two", "two"])
        #expect(taken.map(\.step) == [1, 2, 3])
        // The nudge gives away neither the head nor what the question said.
        #expect(!taken[0].text.contains("Two"))
        #expect(taken[0].text.contains("minibatch"))
        #expect(taken[1].text.contains("Two"))
        #expect(taken[2].text.contains("Every minibatch samples another"))
        #expect(!taken[2].text.contains("network"))
    }

    @Test func theAuthorsHintComesFirst() throws {
        var rehearsal = try rehearsal()
        #expect(try hints(&rehearsal, 4).last == Hint(point: "one", step: 1, text: "Think of units."))
    }

    @Test func whatWasSaidNeedsNoHint() throws {
        var rehearsal = try rehearsal()
        try rehearsal.perform(.answer(question: 0, text: "Two and Three"), ref: "a")
        #expect(rehearsal.interview.hintsLeft(of: 0, for: candidate) == 3)
        #expect(try hints(&rehearsal, 3).map(\.point) == ["one", "one", "one"])
        #expect(rehearsal.refusal(of: .hint(question: 0)) == .noHint)
    }

    @Test func anInterviewerWhoOnlyMovesOnGivesNone() throws {
        let rehearsal = try rehearsal { $0.mode = .realistic }
        #expect(rehearsal.refusal(of: .hint(question: 0)) == .notYet)
    }

    @Test func theReportCountsThem() throws {
        var rehearsal = try rehearsal()
        _ = try hints(&rehearsal, 2)
        #expect(rehearsal.interview.report(for: candidate).hints == 2)
    }
}

struct FollowUpTests {
    @Test func theMostValuableMissedPointIsAskedAbout() throws {
        var rehearsal = try Rehearsal(count: 1, from: bank)
        let notices = try rehearsal.perform(.answer(question: 0, text: "One"), ref: "a")
        guard case .probed(let probed) = notices.last?.content else {
            Issue.record("no follow-up question in \(notices)")
            return
        }
        #expect(probed.point == "two")
        #expect(probed.attempt == 1)
        #expect(!probed.text.contains("Two"))
    }

    @Test func theReplyCountsTogetherWithTheAnswer() throws {
        var rehearsal = try Rehearsal(count: 1, from: bank)
        try rehearsal.perform(.answer(question: 0, text: "One"), ref: "a")
        let notices = try rehearsal.perform(.reply(question: 0, text: "And Two"), ref: "b")
        guard case .answered(let answered) = notices.first?.content else {
            Issue.record("no answer in \(notices)")
            return
        }
        #expect(answered.attempt == 2)
        #expect(answered.text == "One\n\nAnd Two")
        #expect(answered.reply == Event.Answered.Reply(point: "two", start: 5))
        #expect(answered.mark.points.prefix(2).map(\.verdict) == [.hit, .hit])
    }

    @Test func noPointIsAskedAboutTwiceAndTwoQuestionsAreEnough() throws {
        var rehearsal = try Rehearsal(count: 1, from: bank)
        let asked = try (0..<4).flatMap { number in
            try rehearsal.perform(.answer(question: 0, text: "Nothing \(number)"), ref: "a\(number)")
        }.compactMap { notice in
            if case .probed(let probed) = notice.content { probed.point } else { nil }
        }
        #expect(asked == ["two", "one"])
    }

    @Test func withoutAFollowUpQuestionThereIsNothingToReplyTo() throws {
        var rehearsal = try Rehearsal(count: 1, from: bank)
        #expect(rehearsal.refusal(of: .reply(question: 0, text: "x")) == .notAnswered(question: 0))
        try rehearsal.perform(.answer(question: 0, text: "One"), ref: "a")
        try rehearsal.perform(.answer(question: 0, text: "One, Two, Three"), ref: "b")
        #expect(rehearsal.refusal(of: .reply(question: 0, text: "x")) == .notAnswered(question: 0))
    }
}

struct RulingTests {
    private func dispute(_ point: String, attempt: Int = 1, isWithdrawn: Bool = false) -> Command {
        .dispute(
            Command.Dispute(
                question: 0, attempt: attempt, point: point, ranges: [TextRange(start: 0, end: 3)],
                isWithdrawn: isWithdrawn))
    }

    @Test func aRulingStandsBesideTheMark() throws {
        var rehearsal = try Rehearsal(count: 1, from: bank)
        try rehearsal.perform(.answer(question: 0, text: "One"), ref: "a")
        try rehearsal.perform(dispute("two"), ref: "d")
        let response = rehearsal.interview.response(of: candidate, to: 0)
        #expect(response.best?.coverage == 0.5)
        #expect(response.ownCoverage == 0.8)

        try rehearsal.perform(dispute("two", isWithdrawn: true), ref: "w")
        #expect(rehearsal.interview.response(of: candidate, to: 0).ownCoverage == nil)
    }

    @Test(arguments: ["one", "myth", "nonsense"])
    func thereIsNothingToDisputeWhereThePointWasSaidOrIsNone(point: String) throws {
        var rehearsal = try Rehearsal(count: 1, from: bank)
        try rehearsal.perform(.answer(question: 0, text: "One"), ref: "a")
        #expect(rehearsal.refusal(of: dispute(point)) == .notDisputable)
    }

    @Test func anAttemptThatNobodyMadeCannotBeDisputed() throws {
        let rehearsal = try Rehearsal(count: 1, from: bank)
        #expect(rehearsal.refusal(of: dispute("two")) == .notDisputable)
    }

    @Test func theBestAttemptCanStillBeDisputedAfterTheEnd() throws {
        var rehearsal = try Rehearsal(count: 1, from: bank) { $0.mode = .realistic }
        #expect(rehearsal.refusal(of: dispute("two")) == .notYet)
        try rehearsal.perform(.answer(question: 0, text: "One"), ref: "a")
        #expect(rehearsal.interview.phase == .ended(.finished))
        try rehearsal.perform(dispute("two"), ref: "d")
        #expect(rehearsal.interview.report(for: candidate).ownCoverage == 0.8)
    }
}

struct RealisticTests {
    @Test func anAnswerMovesOnAndItsMarkWaitsForTheEnd() throws {
        var rehearsal = try Rehearsal(count: 2) { $0.mode = .realistic }
        let notices = try rehearsal.perform(.answer(question: 0, text: "One"), ref: "a")
        #expect(notices.map(\.content).last == .asked(question: 1))
        #expect(!rehearsal.interview.showsMarks(of: 0))
        #expect(rehearsal.refusal(of: .reveal(question: 0)) == .notYet)
        #expect(rehearsal.refusal(of: .answer(question: 0, text: "Two")) == .notAsked(question: 0))

        try rehearsal.perform(.answer(question: 1, text: "Two"), ref: "b")
        #expect(rehearsal.interview.phase == .ended(.finished))
        #expect(rehearsal.interview.showsMarks(of: 0))
        #expect(rehearsal.refusal(of: .reveal(question: 0)) == nil)
    }
}

struct UndoTests {
    @Test func aSkipCanBeUndoneUntilTheNextAnswer() throws {
        var rehearsal = try Rehearsal(count: 3)
        try rehearsal.perform(.skip(question: 0), ref: "s")
        try rehearsal.perform(.unskip(question: 0), ref: "u")
        #expect(rehearsal.interview.current == 0)
        #expect(!rehearsal.interview.response(of: candidate, to: 0).isSkipped)
        try rehearsal.perform(.answer(question: 0, text: "One"), ref: "a")
        // The question that had been asked meanwhile comes back, it is not asked anew.
        let notices = try rehearsal.perform(.next(question: 0), ref: "n")
        #expect(notices.map(\.content) == [.reopened(question: 1)])
        #expect(rehearsal.interview.askedCount == 2)
        try rehearsal.perform(.skip(question: 1), ref: "s1")
        #expect(rehearsal.interview.current == 2)
    }

    @Test func afterTheNextAnswerItIsTooLate() throws {
        var rehearsal = try Rehearsal(count: 3)
        #expect(rehearsal.refusal(of: .unskip(question: 0)) == .notSkipped(question: 0))
        try rehearsal.perform(.skip(question: 0), ref: "s")
        try rehearsal.perform(.answer(question: 1, text: "One"), ref: "a")
        #expect(rehearsal.refusal(of: .unskip(question: 0)) == .notSkipped(question: 0))
    }
}
