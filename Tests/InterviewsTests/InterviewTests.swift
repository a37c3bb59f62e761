import Interviews
import Marking
import Testing

struct InterviewTests {
    @Test func openingAsksTheFirstQuestion() throws {
        let rehearsal = try Rehearsal()
        #expect(rehearsal.interview.current == 0)
        #expect(rehearsal.interview.questions.count == 3)
        #expect(rehearsal.interview.seats.map(\.role) == [.candidate])
    }

    @Test func anAnswerIsMarkedAndCountedAsAnAttempt() throws {
        var rehearsal = try Rehearsal()
        try rehearsal.perform(.answer(question: 0, text: "One"), ref: "a")
        let notices = try rehearsal.perform(.answer(question: 0, text: "One and Two"), ref: "b")
        #expect(notices.map { $0.request?.ref } == [ref("b")])
        let response = rehearsal.interview.response(of: candidate, to: 0)
        #expect(response.attempts == 2)
        #expect(response.best?.coverage == 1)
    }

    @Test func ofEquallyGoodAttemptsTheFirstIsTheBest() throws {
        var rehearsal = try Rehearsal()
        try rehearsal.perform(.answer(question: 0, text: "One"), ref: "a")
        try rehearsal.perform(.answer(question: 0, text: "Two"), ref: "b")
        let best = rehearsal.interview.response(of: candidate, to: 0).best
        #expect(best?.points.map(\.verdict) == [.hit, .missed])
    }

    @Test func answeringEverythingAndMovingOnFinishes() throws {
        var rehearsal = try Rehearsal(count: 2)
        try rehearsal.perform(.answer(question: 0, text: "One"), ref: "a")
        try rehearsal.perform(.next(question: 0), ref: "b")
        #expect(rehearsal.interview.current == 1)
        try rehearsal.perform(.answer(question: 1, text: "Two"), ref: "c")
        try rehearsal.perform(.next(question: 1), ref: "d")
        #expect(rehearsal.interview.phase == .ended(.finished))
    }

    @Test func skippingTheLastQuestionFinishes() throws {
        var rehearsal = try Rehearsal(count: 1)
        try rehearsal.perform(.skip(question: 0), ref: "a")
        #expect(rehearsal.interview.phase == .ended(.finished))
    }

    @Test(arguments: [(true, Event.Ended.Reason.finished), (false, .left)])
    func endingAfterTheLastAnswerIsFinishingAndBeforeItIsLeaving(
        isAnswered: Bool, reason: Event.Ended.Reason
    ) throws {
        var rehearsal = try Rehearsal(count: 1)
        if isAnswered { try rehearsal.perform(.answer(question: 0, text: "One"), ref: "a") }
        try rehearsal.perform(.end, ref: "b")
        #expect(rehearsal.interview.phase == .ended(reason))
    }

    @Test(arguments: [
        (Command.answer(question: 1, text: "One"), Refusal.notAsked(question: 1)),
        (.answer(question: 0, text: " \n\t\u{200B}\u{00A0}"), .emptyAnswer),
        (.answer(question: 0, text: ""), .emptyAnswer),
        (.answer(question: 0, text: String(repeating: "😀", count: 10_001)), .answerTooLong),
        (.next(question: 0), .notAnswered(question: 0)),
        (.next(question: 2), .notAsked(question: 2)),
        (.skip(question: -1), .notAsked(question: -1)),
        (.reveal(question: 0), .notAnswered(question: 0)),
        (.reveal(question: 99), .notAnswered(question: 99)),
    ])
    func whatDoesNotFitIsRefused(command: Command, refusal: Refusal) throws {
        var rehearsal = try Rehearsal()
        #expect(throws: refusal) { try rehearsal.perform(command, ref: "a") }
    }

    @Test func theLongestAnswerIsAccepted() throws {
        var rehearsal = try Rehearsal()
        try rehearsal.perform(.answer(question: 0, text: String(repeating: "😀", count: 10_000)), ref: "a")
        #expect(rehearsal.interview.response(of: candidate, to: 0).attempts == 1)
    }

    @Test(arguments: [
        Command.answer(question: 0, text: "One"), .skip(question: 0), .next(question: 0), .end,
    ])
    func nothingHappensAfterTheEnd(command: Command) throws {
        var rehearsal = try Rehearsal()
        try rehearsal.perform(.end, ref: "end")
        #expect(throws: Refusal.ended) { try rehearsal.perform(command, ref: "a") }
    }

    @Test func theModelAnswerCanBeReadAfterTheEnd() throws {
        var rehearsal = try Rehearsal()
        try rehearsal.perform(.answer(question: 0, text: "One"), ref: "a")
        try rehearsal.perform(.end, ref: "end")
        let notices = try rehearsal.perform(.reveal(question: 0), ref: "b")
        #expect(notices.map(\.content) == [.revealed(question: 0, modelAnswer: "One and Two.")])
    }

    @Test func aSeatOfAnotherInterviewMayDoNothing() throws {
        var rehearsal = try Rehearsal()
        #expect(throws: Refusal.notSeated) {
            try rehearsal.perform(.end, ref: "a", by: SeatID("c2"))
        }
    }

    @Test func theSameReferenceIsTheSameRequest() throws {
        var rehearsal = try Rehearsal()
        try rehearsal.perform(.answer(question: 0, text: "One"), ref: "a")
        let seq = rehearsal.log.last { $0.event.kind == .answered }?.seq
        let again = try rehearsal.interview.decide(
            .answer(question: 0, text: "something else"), by: candidate, ref: ref("a"), marking: marked)
        #expect(again == seq.map(Decision.repeated))
    }
}
