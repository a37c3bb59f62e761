import Interviews
import Marking
import QuestionBank
import Testing

@testable import Transcripts

/// What is found, of whose, and in which order.
struct LibraryTests {
    typealias Kind = LibraryUnderTest.Kind

    @Test(arguments: Kind.allCases) func aVisitorsTranscriptsAreListedAndNobodyElses(kind: Kind) throws {
        let shelf = try LibraryUnderTest(kind)
        let mine = try shelf.add(GoldenLog("coached"), visitor: "ann", at: 1000)
        try shelf.add(GoldenLog("realistic"), visitor: "bob", at: 2000)
        let list = try shelf.library.list(TranscriptQuery(), of: "ann")
        #expect(list.count == 1 && list.entries.map(\.interview) == [mine])
        let entry = try #require(list.entries.first)
        #expect(entry.topics.map(\.id) == ["nets", "stats"] && entry.mode == .coached)
        #expect(entry.questions == 3 && entry.answered == 3 && entry.reason == .finished)
        #expect(entry.found == 5 && entry.needed == 9)
        #expect(try shelf.library.list(TranscriptQuery(), of: "eve").count == 0)
    }

    @Test(arguments: Kind.allCases) func filtersLetThrough(kind: Kind) throws {
        let shelf = try LibraryUnderTest(kind)
        let early = try shelf.add(GoldenLog("coached"), visitor: "ann", at: 1000)
        let late = try shelf.add(GoldenLog("clock"), visitor: "ann", at: 5000)
        func found(_ change: (inout TranscriptQuery) -> Void) throws -> [InterviewID] {
            var query = TranscriptQuery()
            change(&query)
            let list = try shelf.library.list(query, of: "ann")
            #expect(list.count == list.entries.count)
            return list.entries.map(\.interview)
        }
        #expect(try found { _ in } == [late, early])
        #expect(try found { $0.sort = .oldest } == [early, late])
        #expect(try found { $0.sort = .best } == [early, late])
        #expect(try found { $0.sort = .weakest } == [late, early])
        #expect(try found { $0.from = Timestamp(milliseconds: 1001) } == [late])
        #expect(try found { $0.until = Timestamp(milliseconds: 5000) } == [early])
        #expect(try found { $0.topic = "nets" } == [late, early])
        #expect(try found { $0.topic = "none" } == [])
        #expect(try found { $0.bank = "f00d" } == [late, early])
        #expect(try found { ($0.topic, $0.bank) = ("nets", "beef") } == [])
        #expect(try found { ($0.topic, $0.kind) = ("nets", .alone) } == [late, early])
        #expect(try found { $0.kind = .hosted } == [])
        let facets = try shelf.library.facets(of: "ann")
        #expect(facets.topics.map(\.title) == ["Networks", "Statistics"] && facets.banks == ["f00d"])
    }

    @Test(arguments: Kind.allCases) func pagesFollowOneAnother(kind: Kind) throws {
        let shelf = try LibraryUnderTest(kind)
        let all = try (0..<30).map { try shelf.add(GoldenLog("left"), visitor: "ann", at: Int64($0)) }
        var query = TranscriptQuery()
        let first = try shelf.library.list(query, of: "ann")
        query.page = 2
        let second = try shelf.library.list(query, of: "ann")
        #expect(first.count == 30 && first.entries.count == 25)
        #expect((first.entries + second.entries).map(\.interview) == all.reversed())
        query.page = TranscriptQuery.maximumPage
        #expect(try shelf.library.list(query, of: "ann").entries == [])
    }

    @Test(arguments: Kind.allCases) func anInterviewWithoutAnAnswerIsNotListed(kind: Kind) throws {
        let shelf = try LibraryUnderTest(kind)
        try shelf.add(GoldenLog("coached"), visitor: "ann", at: 1, upTo: 3)
        #expect(try shelf.library.list(TranscriptQuery(), of: "ann").count == 0)
    }

    @Test(
        arguments: Kind.allCases,
        [
            (["prevents"], [3, 2, 1]), (["prevented"], [3, 2, 1]), (["PREVENT", "average"], [2]),
            (["average"], [2]), (["ensem"], [1, 3, 2, 1]), (["zv1z"], []), (["signs"], []),
            (["\"", "*"], []),
            (["nothing"], []),
        ])
    func answersAreFoundByTheirWords(kind: Kind, found: (words: [String], attempts: [Int])) throws {
        let (shelf, (words, attempts)) = (try LibraryUnderTest(kind), found)
        try shelf.add(GoldenLog("coached"), visitor: "ann", at: 1000)
        try shelf.add(GoldenLog("coached"), visitor: "bob", at: 1000)
        var query = TranscriptQuery()
        query.words = words
        let found = try shelf.library.search(query, of: "ann")
        if words == ["ensem"] {
            #expect(found.passages.contains { $0.question == 2 && $0.attempt == 1 })
        } else {
            #expect(found.passages.map(\.attempt) == attempts)
        }
        #expect(!found.hasMore)
    }

    static let day: Int64 = 86_400_000

    @Test(
        arguments: Kind.allCases,
        [
            (0, 1, [0]), (0, 29, [0]), (0, 30, [0]), (0, 31, [30, 0]), (29, 31, [30]), (30, 400, [399, 30]),
            (0, 5000, [4000, 399, 30, 0]), (400, 4000, []), (nil, 31, [30, 0]), (399, nil, [4000, 399]),
            (31, 30, []),
        ] as [(Int64?, Int64?, [Int64])])
    func answersAreFoundByTheirDays(
        kind: Kind, stretch: (from: Int64?, until: Int64?, days: [Int64])
    ) throws {
        let (shelf, (from, until, days)) = (try LibraryUnderTest(kind), stretch)
        for day in [0, 30, 399, 4000] as [Int64] {
            try shelf.add(GoldenLog("coached"), visitor: "ann", at: day * Self.day)
        }
        var query = TranscriptQuery()
        query.words = ["average"]
        query.from = from.map { Timestamp(milliseconds: $0 * Self.day) }
        query.until = until.map { Timestamp(milliseconds: $0 * Self.day) }
        let found = try shelf.library.search(query, of: "ann").passages
        #expect(found.map { $0.opened.milliseconds / Self.day } == days)
    }

    @Test(arguments: Kind.allCases) func aPassageShowsWhereItWasFound(kind: Kind) throws {
        let shelf = try LibraryUnderTest(kind)
        let id = try shelf.add(GoldenLog("coached"), visitor: "ann", at: 1000)
        var query = TranscriptQuery()
        query.words = ["averaging"]
        let found = try #require(try shelf.library.search(query, of: "ann").passages.first)
        #expect(found.interview == id && found.question == 0 && found.attempt == 2)
        #expect(found.pieces.filter(\.isHit).map(\.text) == ["average"])
        #expect(found.pieces.map(\.text).joined().contains("You average\n\"many\" models."))
        #expect(found.topic.title == "Statistics")
    }

    @Test(arguments: Kind.allCases) func answersAreFoundByWhatWasSaidOfThem(kind: Kind) throws {
        let shelf = try LibraryUnderTest(kind)
        try shelf.add(GoldenLog("coached"), visitor: "ann", at: 1000)
        var query = TranscriptQuery()
        query.missed = PointName(question: "nets-2", point: "reg")
        #expect(try shelf.library.search(query, of: "ann").passages.map(\.question) == [2])
        query.words = ["nothing"]
        #expect(try shelf.library.search(query, of: "ann").passages.isEmpty)
        query = TranscriptQuery()
        query.verdict = .held
        #expect(Set(try shelf.library.search(query, of: "ann").passages.map(\.question)) == [0])
        query.topic = "nets"
        #expect(try shelf.library.search(query, of: "ann").passages.isEmpty)
    }

    /// A dispute makes a point a said one.
    @Test(arguments: Kind.allCases) func whatIsRuledLaterIsTakenIn(kind: Kind) throws {
        let shelf = try LibraryUnderTest(kind)
        let id = try shelf.add(GoldenLog("coached"), visitor: "ann", at: 1000, upTo: 26)
        var query = TranscriptQuery()
        query.missed = PointName(question: "nets-3", point: "reg")
        #expect(try shelf.library.search(query, of: "ann").passages.count == 1)
        try shelf.goOn(id, GoldenLog("coached"), from: 26)
        #expect(try shelf.library.search(query, of: "ann").passages.count == 0)
        #expect(try shelf.library.list(TranscriptQuery(), of: "ann").count == 1)
    }

    @Test(arguments: Kind.allCases) func aTopicsTrendGoesFromTheEarliest(kind: Kind) throws {
        let shelf = try LibraryUnderTest(kind)
        let one = try shelf.add(GoldenLog("coached"), visitor: "ann", at: 1000)
        let two = try shelf.add(GoldenLog("clock"), visitor: "ann", at: 2000)
        let trend = try #require(try shelf.library.trend(of: "nets", of: "ann"))
        #expect(trend.topic.title == "Networks")
        #expect(trend.steps.map(\.interview) == [one, two] && trend.steps.map(\.coverage) == [0.25, 0.25])
        #expect(trend.missed.first?.times == 2)
        #expect(try shelf.library.trend(of: "nets", of: "bob") == nil)
        #expect(try shelf.library.trend(of: "none", of: "ann") == nil)
    }

    @Test(arguments: Kind.allCases) func marksThatNobodyMaySeeYetAreNotSearched(kind: Kind) throws {
        let shelf = try LibraryUnderTest(kind)
        try shelf.add(GoldenLog("realistic"), visitor: "ann", at: 1, upTo: 8)
        var query = TranscriptQuery()
        query.verdict = .hit
        #expect(try shelf.library.search(query, of: "ann").passages.isEmpty)
        query.verdict = nil
        query.words = ["ensemble"]
        #expect(try shelf.library.search(query, of: "ann").passages.isEmpty)
        query.words = ["overfitting"]
        #expect(try shelf.library.search(query, of: "ann").passages.count == 1)
    }
}
