import HubStage
import Interviews
import Testing
import Transcripts
import Wire

@testable import Greenroom

/// Whoever is forgotten stays forgotten, whatever was under way.
struct ForgettingTests {
    private func answer(_ id: InterviewID, _ name: String, _ question: Int = 0) -> ClientMessage {
        .answer(.init(ref: ref(name), interview: id, question: question, text: "It prevents overfitting."))
    }

    private func open(_ stage: inout Stage) throws -> InterviewID {
        stage.handle(.connected(ann, visitor: "ann"))
        stage.say(.open(.init(ref: ref("open"), count: 3, seed: "s", pace: .instant)))
        try stage.commit()
        return try #require(stage.heard().compactMap(\.opened).first).interview
    }

    @Test func anInterviewInMemoryWritesNothingMore() throws {
        var stage = Stage()
        let id = try open(&stage)
        stage.say(answer(id, "a"))
        try stage.commit()
        #expect(try stage.store.reviews(of: "ann").count == 1)
        stage.say(.forget(.init(ref: ref("f"))))
        #expect(stage.heard().map(\.kind) == [.answered, .forgotten])
        stage.say(.next(.init(ref: ref("n"), interview: id, question: 0)))
        try stage.commit()
        stage.say(answer(id, "b", 1))
        try stage.commit()
        stage.say(.dispute(.init(ref: ref("d"), interview: id, question: 0, attempt: 1, point: "p")))
        try stage.commit()
        #expect(try stage.store.reviews(of: "ann").isEmpty)
    }

    @Test func whatIsOnItsWayToTheLogIsWaitedFor() throws {
        var stage = Stage()
        let id = try open(&stage)
        stage.say(answer(id, "a"))
        stage.say(.forget(.init(ref: ref("f"))))
        #expect(stage.heard().isEmpty)
        try stage.commit()
        #expect(stage.heard().map(\.kind) == [.answered, .forgotten])
        #expect(try stage.store.reviews(of: "ann").isEmpty)
    }

    @Test func anOpeningOnItsWayIsNobodysAfterwards() throws {
        var stage = Stage()
        stage.handle(.connected(ann, visitor: "ann"))
        stage.say(.open(.init(ref: ref("open"), count: 3, seed: "s", pace: .instant)))
        stage.say(.forget(.init(ref: ref("f"))))
        try stage.commit()
        let id = try #require(stage.heard().compactMap(\.opened).first).interview
        stage.say(answer(id, "a"))
        try stage.commit()
        #expect(try stage.store.reviews(of: "ann").isEmpty)
    }

    @Test func whatIsDecidedMeanwhileSaysNothingEither() throws {
        var stage = Stage()
        let id = try open(&stage)
        stage.forgetsAtOnce = false
        stage.say(.forget(.init(ref: ref("f"))))
        stage.say(answer(id, "a"))
        try stage.commit()
        stage.forget()
        #expect(stage.heard().map(\.kind) == [.answered, .forgotten])
        #expect(try stage.store.reviews(of: "ann").isEmpty)
    }

    @Test func nobodyElseIsForgotten() throws {
        var stage = Stage()
        let id = try open(&stage)
        stage.handle(.connected(bob, visitor: "bob"))
        stage.say(.forget(.init(ref: ref("f"))), on: bob)
        stage.say(answer(id, "a"))
        try stage.commit()
        #expect(try stage.store.reviews(of: "ann").count == 1)
    }
}
