import HubStage
import Interviews
import Marking
import QuestionBank
import Testing
import Wire

@testable import Greenroom

/// What is still to be asked is the hosts' affair.
struct HubPlanTests {
    @Test func hostsHaveThePlanAndOthersItsLength() throws {
        var room = try RoomOnStage()
        _ = room.heard()
        let before = try #require(room.stage.hub.held[room.interview]?.confirmed.questions.map(\.id))
        room.forgetAll()
        let name = try room.ask { .moveQuestion(.init(ref: $0, interview: $1, id: before[2], to: 0)) }
        let told = room.heard()
        #expect(told.compactMap(\.planned).map(\.ref) == [name])
        let plan = try #require(told.compactMap(\.plan).last)
        #expect(plan.from == 0 && plan.questions.map(\.id) == [before[2], before[0], before[1]])
        #expect(plan.questions[0].points == 1 && plan.questions[0].topic.title == "Networks")
        let others = room.heard(1)
        #expect(others.map(\.kind) == [.planned])
        #expect(others.compactMap(\.planned).map(\.count) == [3])
        #expect(!others.contains { $0.text.contains(before[2]) })
        try room.ask { .start(.init(ref: $0, interview: $1)) }
        #expect(room.heard().compactMap(\.plan).last?.from == 1)
        #expect(!room.heard(1).contains { $0.kind == .plan })
        // A host who comes in is told it, and a candidate is not.
        try room.join(3)
        #expect(!room.heard(3).contains { $0.kind == .plan })
        try room.ask { .change(.init(ref: $0, interview: $1, seat: SeatID("c1"), role: .host)) }
        room.stage.handle(.disconnected(RoomOnStage.connection(1)))
        try room.join(1)
        #expect(room.heard(1).compactMap(\.plan).last?.questions.count == 2)
    }

    @Test(arguments: [nil, "de"]) func hostsAreToldWhatAQuestionIsWrittenIn(language: String?) {
        let question = Question(
            id: "netze/1", topic: "netze", prompt: "Was tut Dropout?", keyPoints: [], language: language,
            source: SourceLocation(file: "netze.md", line: 1))
        #expect(ServerMessage.PlannedQuestion(question, topics: []).lang == language)
    }

    @Test func whatIsTypedIsAskedAndMarked() throws {
        var room = try RoomOnStage()
        room.forgetAll()
        try room.ask {
            .typeQuestion(
                .init(
                    ref: $0, interview: $1, prompt: "Why not?", points: ["Cost: it is too expensive"], to: 0))
        }
        try room.ask { .start(.init(ref: $0, interview: $1)) }
        let asked = room.heard(1).compactMap { if case .asked(let asked) = $0 { asked } else { nil } }
        #expect(asked.map(\.question.prompt) == ["Why not?"] && asked[0].question.of == 4)
        try room.ask(by: 1) {
            .answer(.init(ref: $0, interview: $1, question: 0, text: "It is too expensive."))
        }
        #expect(room.heard(1).compactMap(\.answered).first?.mark?.points.map(\.verdict) == [.hit])
    }

    @Test func theBankIsSearchedByWordsAndTopic() throws {
        var room = try RoomOnStage()
        let first = try #require(room.stage.hub.held[room.interview]?.confirmed.questions.first?.id)
        try room.ask { .removeQuestion(.init(ref: $0, interview: $1, id: first)) }
        func found(_ text: String, _ topic: String? = nil) throws -> [String] {
            _ = room.heard()
            let name = try room.ask {
                .findQuestions(.init(ref: $0, interview: $1, text: text, topic: topic))
            }
            let found = try #require(room.heard().compactMap(\.foundQuestions).last)
            #expect(found.ref == name && found.count == found.questions.count)
            return found.questions.map(\.id)
        }
        // What the room has already is not offered.
        #expect(try found("DROPOUT why") == [first])
        #expect(try found("regularisation networks") == [first])
        #expect(try found("", "nets") == [first])
        #expect(try found("", "other").isEmpty)
        #expect(try found("dropout nonsense").isEmpty)
        try room.ask { .addQuestion(.init(ref: $0, interview: $1, id: first)) }
        #expect(try found("dropout").isEmpty)
    }

    @Test func whatIsNotThereOrTooMuchIsRefused() throws {
        var room = try RoomOnStage()
        room.forgetAll()
        let long = String(repeating: "x", count: 2001)
        let requests: [((Reference, InterviewID) -> ClientMessage, RefusalCode)] = [
            ({ .addQuestion(.init(ref: $0, interview: $1, id: "nets-9")) }, .notFound),
            ({ .removeQuestion(.init(ref: $0, interview: $1, id: "?")) }, .notFound),
            ({ .typeQuestion(.init(ref: $0, interview: $1, prompt: " ")) }, .tooLong),
            ({ .typeQuestion(.init(ref: $0, interview: $1, prompt: long)) }, .tooLong),
            ({ .findQuestions(.init(ref: $0, interview: $1, text: long)) }, .badValue),
        ]
        for (request, code) in requests {
            let name = try room.ask(request)
            let refused = room.heard().compactMap(\.refused)
            #expect(refused.map(\.ref) == [name] && refused.map(\.code) == [code])
        }
        for number in [1] {
            try room.ask(by: number) { .findQuestions(.init(ref: $0, interview: $1, text: "")) }
            try room.ask(by: number) { .moveQuestion(.init(ref: $0, interview: $1, id: "nets-1", to: 2)) }
            #expect(room.heard(number).compactMap(\.refused).map(\.code) == [.notAllowed, .notAllowed])
        }
    }
}

extension ServerMessage {
    fileprivate var planned: Planned? { if case .planned(let planned) = self { planned } else { nil } }
    fileprivate var plan: Plan? { if case .plan(let plan) = self { plan } else { nil } }
    fileprivate var foundQuestions: FoundQuestions? {
        if case .foundQuestions(let found) = self { found } else { nil }
    }
}
