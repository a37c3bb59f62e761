import Interviews
import Marking
import QuestionBank
import Testing

@testable import Transcripts

/// What a person reads of logs that earlier builds wrote.
struct TranscriptTests {
    private static let candidate = SeatID("c1")

    private func transcript(_ name: String, upTo count: Int = .max) throws -> Transcript {
        let events = try GoldenLog(name).lines.prefix(count).map(\.recorded)
        return try #require(Transcript(events, of: Self.candidate, for: .owner))
    }

    @Test func aCoachedInterviewIsReadWithAllThatHappened() throws {
        let read = try transcript("coached")
        #expect(read.settings.seed == "golden" && read.bank == "f00d" && read.matchers == ["1.3"])
        #expect(read.ending?.reason == .finished)
        #expect(read.topics.map(\.title) == ["Networks", "Statistics"])
        #expect(read.questions.map(\.question.id) == ["stats-1", "nets-3", "nets-2"])
        #expect(read.questions.map(\.attempts.count) == [3, 1, 1])
        #expect(read.questions.map(\.hints.count) == [3, 0, 1])
        #expect(read.questions.map(\.followUps.count) == [2, 1, 1])
        #expect(read.questions.map { $0.modelAnswer != nil } == [true, true, true])
        #expect(read.questions.map { $0.revealedAt != nil } == [true, false, false])

        let first = try #require(read.questions.first)
        #expect(first.best?.number == 2)
        #expect(first.attempts[1].reply?.point == "ens")
        #expect(first.followUps.map(\.attempt) == [1, 2])
        #expect(first.hints.map(\.attempts) == [2, 2, 2])
        // One dispute was withdrawn.
        #expect(first.attempts[2].rulings.map(\.point) == ["inf"])
        #expect(first.attempts[2].rulings.map(\.ranges) == [[TextRange(start: 0, end: 14)]])
        #expect(first.attempts[2].ruledMark(in: first.question.rubric)?.coverage == 0.75)
        #expect(read.report.ownCoverage != nil)
    }

    @Test func whatWasLeftBeforeItWasAskedIsNotShown() throws {
        let read = try transcript("left")
        #expect(read.questions.map(\.question.id) == ["stats-1", "nets-1"])
        #expect(read.questions.map(\.result.outcome) == [.answered, .open])
        #expect(read.attemptCount == 1)
        #expect(read.report.tally == (found: 0, needed: 6))
    }

    @Test func aLateAnswerAndASkippedQuestionAreSaidToBe() throws {
        let read = try transcript("realistic")
        #expect(read.questions.map(\.isSkipped) == [false, true, false])
        #expect(read.questions.last?.attempts.map(\.isLate) == [true])
        #expect(read.ending?.reason == .timeUp)
    }

    @Test func marksOfARealisticInterviewAreNotShownBeforeItsEnd() throws {
        let read = try transcript("realistic", upTo: 8)
        #expect(read.attemptCount == 1)
        #expect(read.questions.allSatisfy { !$0.showsMarks && $0.modelAnswer == nil })
        #expect(read.questions.flatMap(\.attempts).allSatisfy { $0.mark == nil })
        #expect(read.questions.allSatisfy { $0.result.missed.isEmpty && $0.result.needed == 0 })
        #expect(read.report.weakest.isEmpty && read.report.coverage == 0)
        #expect(read.matchers.isEmpty)
    }

    @Test func theKeyPointsOfAQuestionThatIsStillToBeAnsweredAreNotShown() throws {
        let read = try transcript("coached", upTo: 3)
        #expect(read.questions.map(\.showsMarks) == [false])
        #expect(read.questions.first?.result.missed == [])
        #expect(read.report.weakest.isEmpty)
        #expect(try transcript("coached", upTo: 4).questions.map(\.showsMarks) == [true])
    }

    @Test func aSeatThatIsNotThereHasNoTranscript() throws {
        let events = try GoldenLog("left").lines.map(\.recorded)
        #expect(Transcript(events, of: SeatID("c2"), for: .owner) == nil)
        #expect(Transcript([], of: Self.candidate, for: .owner) == nil)
        #expect(Transcript(Array(events.dropFirst()), of: Self.candidate, for: .owner) == nil)
    }

    @Test func groupsAreOneLine() throws {
        let points = ["a", "b", "c", "d"].map { id in
            KeyPoint(id: id, head: id, group: id == "a" ? nil : 0)
        }
        let question = Question(
            id: "t/q", topic: "t", prompt: "?", keyPoints: points, groups: [.init(needed: 2)],
            source: SourceLocation(file: "t.md", line: 1))
        let marks = zip(["a", "b", "c", "d"], [Verdict.missed, .hit, .partial, .missed]).map {
            PointMark(keyPoint: $0, verdict: $1, strength: 0, evidence: [])
        }
        var attempt = Attempt(
            number: 1, at: Timestamp(milliseconds: 0), text: "b", reply: nil, isLate: false,
            mark: Mark(points: marks, coverage: 0.3, remarks: [], matcher: "1"), claims: [], rulings: [])
        let lines = attempt.lines(of: question)
        guard case .point(let one) = lines.first, case .group(let group) = lines.last else {
            Issue.record("a point and a group")
            return
        }
        #expect(lines.count == 2 && one.keyPoint.id == "a")
        #expect(group.needed == 2 && group.found == 1 && !group.isComplete)
        attempt.standing = ["c": 1]
        guard case .group(let ruled) = attempt.lines(of: question).last else { return }
        #expect(ruled.isComplete && ruled.notNeeded.map(\.keyPoint.id) == ["d"])
        attempt.mark = nil
        #expect(attempt.lines(of: question).isEmpty)
    }
}
