import Foundation
import Marking
import QuestionBank
import Testing

/// Decks as flashcard programs write them.
@Suite struct DeckTests {
    @Test(arguments: ["old.apkg", "new.apkg"])
    func packageHoldsItsNotes(name: String) throws {
        let reading = try Fixture.read(name, in: Fixture.folder("Fixtures/Decks"))
        #expect(reading.problems.isEmpty)
        #expect(
            reading.questions.map(\.prompt) == [
                "What is a **warm-up** request?",
                "[...] is the latency that one request in [how many] exceeds.",
                "Which queues form in a server?",
            ])
        #expect(reading.topics.map(\.title) == ["Serving::Latency"])
        #expect(reading.questions[0].tags == ["latency", "serving"])
        #expect(reading.questions[1].modelAnswer == "p99; a hundred")
        #expect(reading.questions[2].keyPoints.map(\.head) == ["Accept queue", "Batch queue"])
    }

    @Test func aTableOfCardsIsRead() throws {
        let reading = try Fixture.read("cards.db", in: Fixture.folder("Fixtures/Decks"))
        #expect(reading.questions.map(\.prompt) == ["What is a heap?", "What is a trie?"])
        #expect(
            reading.questions.map(\.modelAnswer) == [
                "A tree in an array.\nThe root is least.", "A tree of **prefixes**.",
            ])
    }

    @Test func aDatabaseWithoutCardsIsRefused() {
        let bytes = Array("SQLite format 3\u{0}".utf8) + Array(repeating: 0, count: 4096)
        #expect(readDocument(bytes, name: "x.db").questions.isEmpty)
        #expect(readDocument(bytes, name: "x.db").failure != nil)
    }

    @Test func aZipBombIsRefusedQuickly() throws {
        let bytes = try Fixture.bytes(Fixture.folder("Fixtures/Decks") + "/bomb.apkg")
        let clock = ContinuousClock()
        var reading: DocumentReading?
        let time = clock.measure { reading = readDocument(bytes, name: "bomb.apkg") }
        guard case .archive(let what)? = reading?.failure else {
            Issue.record("the bomb was read")
            return
        }
        #expect(what.contains("unpacks to more than"))
        #expect(time < HostileTests.patience)
    }

    @Test(arguments: [0, 10, 21, 100, 500, 900])
    func aPackageCutShortIsRefused(length: Int) throws {
        let bytes = try Fixture.bytes(Fixture.folder("Fixtures/Decks") + "/old.apkg")
        let reading = readDocument(Array(bytes.prefix(length)), name: "cut.apkg")
        #expect(reading.questions.isEmpty)
        #expect((reading.failure != nil) == (length >= 4))
    }
}
