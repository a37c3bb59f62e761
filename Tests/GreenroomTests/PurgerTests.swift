import HubStage
import Interviews
import Testing
import Transcripts
import Wire

@testable import Greenroom

/// What is older than it is kept goes, and nothing else.
struct PurgerTests {
    private static let day: Int64 = 86_400_000

    private func commit(_ id: InterviewID, _ place: Append.Place, day: Int64, in store: MemoryStore) throws {
        _ = try store.commit([
            Append(
                interview: id, place: place, events: [.ended(.init(reason: .left))],
                at: Timestamp(milliseconds: day * Self.day))
        ])
    }

    @Test func whatIsOldGoesAndWhatWentOnStays() throws {
        let (store, library) = (MemoryStore(), try SQLiteLibrary())
        let ids = try (0..<40).map { try #require(InterviewID("interview\(1_000_000 + $0)")) }
        for (number, id) in ids.enumerated() {
            try commit(id, .opening, day: number < 30 ? 10 : 150, in: store)
        }
        // One of the old ones went on.
        try commit(ids[0], .next, day: 160, in: store)
        let purger = Purger(store: store, keeper: LibraryKeeper(store: store, library: library), days: 180)
        var told: [InterviewID] = []
        let now = Timestamp(milliseconds: 200 * Self.day)
        #expect(try purger.purge(at: now) { told += $0 } == 29)
        #expect(Set(told) == Set(ids[1..<30]))
        #expect(store.interviewCount() == 11)
        #expect(try purger.purge(at: now) { told += $0 } == 0)
    }

    @Test func whoeverIsInItIsToldThatItIsGone() throws {
        var stage = Stage()
        let opened = try stage.open()
        _ = stage.heard()
        try stage.store.erase(opened.interview)
        stage.handle(.purged([opened.interview]))
        stage.say(.hint(.init(ref: ref("h"), interview: opened.interview, question: 0)))
        #expect(stage.heard().last?.refused?.ref == ref("h"))
    }
}
