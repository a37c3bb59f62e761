import FoundationEssentials
import Interviews
import Testing

@testable import Transcripts

/// That the library follows the log, and forgets with it.
struct LibraryKeepingTests {
    @Test func aLostLibraryIsMadeAgain() throws {
        let folder = try TemporaryFolder()
        var shelf: LibraryUnderTest? = try LibraryUnderTest(in: folder)
        let ids = try (0..<40).map {
            try #require(shelf).add(GoldenLog("left"), visitor: "ann", at: Int64($0))
        }
        (shelf?.store as? any LogStore)?.close()
        shelf?.library.close()
        shelf = nil
        try Data("no database, as somebody's hand left it, and longer than a page's head is".utf8)
            .write(to: URL(filePath: folder.path + "/library.sqlite"))
        let again = try LibraryUnderTest(in: folder)
        #expect(try again.library.list(TranscriptQuery(), of: "ann").count == 0)
        let behind = try again.keeper.compare()
        #expect(behind == ids)
        try again.keeper.takeIn(behind)
        #expect(try again.library.list(TranscriptQuery(), of: "ann").count == 40)
        #expect(try again.keeper.compare() == [])
    }

    @Test(arguments: LibraryUnderTest.Kind.allCases)
    func whatWasErasedBehindItsBackIsTakenOut(kind: LibraryUnderTest.Kind) throws {
        let shelf = try LibraryUnderTest(kind)
        let id = try shelf.add(GoldenLog("coached"), visitor: "ann", at: 1)
        try shelf.store.erase(id)
        #expect(try shelf.keeper.compare() == [])
        #expect(try shelf.library.list(TranscriptQuery(), of: "ann").count == 0)
    }

    @Test func noFileHoldsAWordOfWhatWasErased() throws {
        let folder = try TemporaryFolder()
        let shelf = try LibraryUnderTest(in: folder)
        let id = try shelf.add(GoldenLog("coached"), visitor: "ann", at: 1)
        try shelf.add(GoldenLog("left"), visitor: "ann", at: 2)
        // Of the last the index keeps the stem alone, without the beginning that it shares with the stem before.
        let said = ["You average", "thinned networks, switched off", id.text, "witch"]
        func holding(_ text: String) throws -> [String] {
            try folder.files(holding: text).filter { text != "witch" || $0.hasPrefix("library") }
        }
        for text in said { #expect(try !holding(text).isEmpty, "\(text)") }
        #expect(try shelf.store.interviews(of: "ann").count == 2)
        try shelf.keeper.erase([id])
        for text in said { #expect(try holding(text) == [], "\(text)") }
        #expect(try shelf.library.list(TranscriptQuery(), of: "ann").count == 1)
        try shelf.keeper.erase([id])
        #expect(try shelf.store.interviews(of: "ann").count == 1)
    }

    @Test func aForgottenVisitorHasNoTranscriptsWhateverIsTakenInLater() throws {
        let folder = try TemporaryFolder()
        let shelf = try LibraryUnderTest(in: folder)
        let visitor = String(repeating: "a1", count: 32)
        let id = try shelf.add(GoldenLog("coached"), visitor: visitor, at: 1, upTo: 26)
        #expect(try shelf.library.list(TranscriptQuery(), of: visitor).count == 1)
        try shelf.keeper.forget(visitor)
        #expect(try shelf.library.list(TranscriptQuery(), of: visitor).count == 0)
        #expect(try folder.files(holding: visitor) == [])
        try shelf.goOn(id, GoldenLog("coached"), from: 26)
        var query = TranscriptQuery()
        query.words = ["prevents"]
        #expect(try shelf.library.list(query, of: visitor).count == 0)
        #expect(try shelf.library.search(query, of: visitor).passages.isEmpty)
        try shelf.add(GoldenLog("left"), visitor: visitor, at: 2)
        #expect(try shelf.library.list(TranscriptQuery(), of: visitor).count == 1)
        #expect(try shelf.library.search(query, of: visitor).passages.isEmpty)
    }

    @Test(arguments: LibraryUnderTest.Kind.allCases)
    func theFollowerTakesInWhatTheLogKeeps(kind: LibraryUnderTest.Kind) async throws {
        let shelf = try LibraryUnderTest(kind)
        let before = try shelf.add(GoldenLog("left"), visitor: "ann", at: 1)
        let follower = LibraryFollower(keeper: shelf.keeper, quiet: .zero)
        defer { follower.stop() }
        let writer = LogWriter(store: shelf.store) { follower.note($0) }
        defer { writer.stop() }
        let id = InterviewID.fresh
        var events = try GoldenLog("coached").lines.map(\.recorded.event)
        guard case .opened(var opened) = events[0] else { return }
        opened.visitor = "ann"
        events[0] = .opened(opened)
        writer.submit(
            Append(interview: id, place: .opening, events: events, at: Timestamp(milliseconds: 5)))
        while try shelf.library.list(TranscriptQuery(), of: "ann").count < 2 { await Task.yield() }
        #expect(
            try shelf.library.list(TranscriptQuery(), of: "ann").entries.map(\.interview) == [id, before])
    }

    @Test(arguments: LibraryUnderTest.Kind.allCases)
    func whatIsReadWhenTheServerEndsIsTakenInAtTheNextStart(kind: LibraryUnderTest.Kind) throws {
        let shelf = try LibraryUnderTest(kind)
        let written = try shelf.write(GoldenLog("coached"), visitor: "ann")
        shelf.keeper.stop()
        #expect(throws: StoreError.stopped) { try shelf.keeper.takeIn([written.interview]) }
        #expect(try shelf.library.list(TranscriptQuery(), of: "ann").count == 0)
        let next = LibraryKeeper(store: shelf.store, library: shelf.library)
        try next.takeIn(try next.compare())
        #expect(try shelf.library.list(TranscriptQuery(), of: "ann").count == 1)
    }

    @Test(arguments: LibraryUnderTest.Kind.allCases)
    func whoeverLooksFindsWhatWasKeptJustNow(kind: LibraryUnderTest.Kind) async throws {
        let shelf = try LibraryUnderTest(kind)
        _ = try shelf.write(GoldenLog("coached"), visitor: "before")
        let follower = LibraryFollower(keeper: shelf.keeper, quiet: .seconds(9999))
        defer { follower.stop() }
        // What is written from here on is not in its first comparison with the log.
        while try shelf.library.list(TranscriptQuery(), of: "before").count < 1 { await Task.yield() }
        let library = FollowedLibrary(shelf.library, follower: follower)
        let (ann, bob) = (
            try shelf.write(GoldenLog("coached"), visitor: "ann"),
            try shelf.write(GoldenLog("coached"), visitor: "bob")
        )
        follower.note([ann, bob])
        #expect(try shelf.library.list(TranscriptQuery(), of: "ann").entries.isEmpty)
        #expect(
            try library.list(TranscriptQuery(), of: "ann").entries.map(\.interview) == [ann.interview])
        #expect(try shelf.library.list(TranscriptQuery(), of: "bob").entries.isEmpty)
        var query = TranscriptQuery()
        query.words = ["prevents"]
        #expect(try library.search(query, of: "bob").passages.map(\.interview).contains(bob.interview))
        follower.note(fromOthers: [ann.interview])
        #expect(try library.facets(of: "ann").topics.isEmpty == false)
    }

    @Test(arguments: StoreUnderTest.allCases)
    func headsAreReadInTheOrderOfNames(kind: StoreUnderTest) throws {
        let store = try kind.open()
        let ids = (0..<5).map { _ in InterviewID.fresh }.sorted { $0.text < $1.text }
        for id in ids.reversed() {
            _ = try store.commit([Append(id, after: 0, .sampleOpening, .answer("x"))])
        }
        let heads = try store.heads(after: nil, limit: 3)
        #expect(heads.map(\.interview) == Array(ids.prefix(3)))
        #expect(heads.first == LogHead(interview: ids[0], opened: Append.sampleTime, latest: 2))
        #expect(try store.heads(after: ids[2], limit: 99).map(\.interview) == Array(ids.suffix(2)))
        #expect(try store.heads(after: ids[4], limit: 99) == [])
    }
}
