import Interviews
import Testing

@testable import Transcripts

/// What one server took in of what another has changed meanwhile, and that both stores show the same.
@Suite(.enabled(if: PostgreSQLCluster.isInstalled, "PostgreSQL's programs are not installed (postgresql)"))
struct SharedLibraryTests {
    private let shelf: LibraryUnderTest
    private let library: any Library

    init() throws {
        shelf = try LibraryUnderTest(.postgreSQL)
        library = shelf.library
    }

    private func read(_ id: InterviewID) throws -> Shelved {
        try #require(Shelved(try shelf.store.events(of: id)))
    }

    private func count(of visitor: String = "ann") throws -> Int {
        try library.list(TranscriptQuery(), of: visitor).count
    }

    @Test func whatWasReadBeforeItWasErasedDoesNotComeBack() throws {
        let id = try shelf.add(GoldenLog("coached"), visitor: "ann", at: 1)
        let read = try read(id)
        try shelf.store.erase(id)
        #expect(try count() == 0)
        try library.keep([read])
        #expect(try count() == 0)
        #expect(try library.cursors(after: nil, limit: 9) == [:])
    }

    @Test func aSeatThatWasReadBeforeItWasErasedDoesNotComeBack() throws {
        let id = try shelf.add(GoldenLog("room"), visitor: nil, at: 1)
        let read = try read(id)
        let theirs = try #require(read.transcripts.first { $0.entry.role == .candidate && $0.visitor != nil })
        let visitor = try #require(theirs.visitor)
        #expect(try count(of: visitor) == 1)
        let event = try shelf.store.erase(theirs.entry.seat, of: id, at: Timestamp(milliseconds: 2))
        #expect(event != nil)
        try library.remove([id])
        try library.keep([read])
        #expect(try count(of: visitor) == 0)
    }

    @Test func whoIsForgottenHasNothingOfWhatWasReadBefore() throws {
        let id = try shelf.add(GoldenLog("coached"), visitor: "ann", at: 1)
        let read = try read(id)
        try shelf.keeper.forget("ann")
        #expect(try library.keep([read]) == [id])
        #expect(try count() == 0)
        #expect(try library.keep([self.read(id)]) == [])
        #expect(try count() == 0)
    }

    @Test func whatWasReadBeforeItWasHandedOverStaysTheHeirs() throws {
        let store = try #require(shelf.store as? PostgreSQLStore)
        let id = try shelf.add(GoldenLog("coached"), visitor: "ann", at: 1)
        let (read, now) = (try read(id), Timestamp(milliseconds: 2))
        let pass = Pass(
            digest: String(repeating: "1", count: 64), kind: .link, visitor: "ben", made: now, until: nil)
        #expect(try store.keep(pass))
        let outdated = try shelf.keeper.handOver(from: "ann") { () throws(StoreError) in
            guard case .joined(let handover) = try store.claim(pass.digest, by: "ann", of: "ann", at: now)
            else {
                return nil
            }
            return handover
        }
        try shelf.keeper.takeIn(outdated)
        #expect(try (count(), count(of: "ben")) == (0, 1))
        #expect(try library.keep([read]) == [id])
        #expect(try (count(), count(of: "ben")) == (0, 1))
        // Read again, it is taken in.
        #expect(try library.keep([self.read(id)]) == [])
        #expect(try (count(), count(of: "ben")) == (0, 1))
    }

    @Test func whatWasReadEarlierDoesNotReplaceWhatWasReadLater() throws {
        let id = try shelf.add(GoldenLog("coached"), visitor: "ann", at: 1, upTo: 26)
        let read = try read(id)
        try shelf.goOn(id, GoldenLog("coached"), from: 26)
        let later = try library.list(TranscriptQuery(), of: "ann")
        try library.keep([read])
        #expect(try library.list(TranscriptQuery(), of: "ann") == later)
        #expect(later.entries.first?.reason == .finished)
    }

    @Test func bothStoresFindTheSameAndShowItTheSameWay() throws {
        let other = try LibraryUnderTest(.sqlite)
        for log in ["coached", "realistic", "clock"] {
            for one in [shelf, other] { try one.add(GoldenLog(log), visitor: "ann", at: 1) }
        }
        for words in [
            ["average"], ["prevent", "average"], ["overfitting"], ["you"], ["THE"], ["ens"],
            ["models", "many"],
        ] {
            var query = TranscriptQuery()
            query.words = words
            let found = try [library, other.library].map { library in
                try library.search(query, of: "ann").passages.map {
                    [$0.prompt, "\($0.pieces)", "\($0.missed)"]
                }
            }
            #expect(found[0] == found[1], "\(words)")
        }
    }
}
