import GRDB
import Interviews
import Scheduling
import Testing

@testable import Transcripts

/// Several browsers of one visitor: what comes along, what stays, and that nothing is left under a name that somebody
/// else could come by.
struct BrowserStoreTests {
    typealias Store = EventStore & ShareStore & BrowserStore & NoteStore

    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func store(kind: StoreUnderTest) throws -> any Store {
        try kind.store(in: folder)
    }

    private func moment(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds) }

    private func digest(_ number: Int) -> String {
        let text = String(number)
        return text + String(repeating: "0", count: 64 - text.utf8.count)
    }

    private func pass(_ number: Int, _ kind: Pass.Kind = .link, of visitor: String, until: Int64? = nil)
        -> Pass
    {
        Pass(
            digest: digest(number), kind: kind, visitor: visitor, made: moment(1000),
            until: until.map { moment($0) })
    }

    /// An interview of a visitor's, with a review and a link to it.
    @discardableResult
    private func practise(_ store: any Store, _ visitor: String, share: Int) throws -> InterviewID {
        let id = InterviewID.fresh
        guard case .opened(var opened) = Event.sampleOpening else { throw Unexpected() }
        opened.visitor = visitor
        let review = QuestionReview(
            visitor: visitor, topic: "swift", question: "swift/arc", at: moment(5),
            ratings: [.init(point: "counts", rating: .again)])
        _ = try store.commit([
            Append(
                interview: id, place: .opening, events: [.opened(opened)], at: Append.sampleTime,
                reviews: [review])
        ])
        _ = try store.keep(
            Share(
                digest: digest(share), interview: id, seat: SeatID("c1"), visitor: visitor, mayComment: false,
                made: moment(1), until: nil))
        return id
    }

    private struct Unexpected: Error {}

    private func owned(_ store: any Store, _ visitor: String) throws -> [Int] {
        [
            try store.interviews(of: visitor).count, try store.reviews(of: visitor).count,
            try store.shares(of: visitor, at: moment(2)).count,
        ]
    }

    @Test(arguments: StoreUnderTest.allCases)
    func whatABrowserHadComesAlong(kind: StoreUnderTest) throws {
        let store = try store(kind: kind)
        try practise(store, "laptop", share: 1)
        try practise(store, "phone", share: 2)
        #expect(try store.keep(pass(9, of: "laptop", until: 2000)))
        let joined = try store.claim(digest(9), by: "phone", of: "phone", at: moment(1999))
        #expect(joined == .joined(Handover(from: "phone", to: "laptop", browsers: ["phone": "laptop"])))
        #expect(try owned(store, "laptop") == [2, 2, 2])
        #expect(try owned(store, "phone") == [0, 0, 0])
        #expect(try store.browsers().map(\.key) == ["phone"])
        // The link is used up, and who came by it is known.
        #expect(try store.claim(digest(9), by: "other", of: "other", at: moment(1999)) == .noSuchPass)
        #expect(try store.came("phone", by: digest(9), to: "laptop"))
        #expect(try !store.came("other", by: digest(9), to: "laptop"))
        // Whoever decided before it heard of this: it is the heir's all the same.
        try practise(store, "phone", share: 3)
        #expect(try store.interviews(of: "laptop").count == 3)
        #expect(try store.reviews(of: "laptop").count == 3)
        #expect(try owned(store, "phone")[0] == 0)
    }

    @Test(arguments: StoreUnderTest.allCases)
    func whatABrowserWroteComesAlong(kind: StoreUnderTest) throws {
        let store = try store(kind: kind)
        let (interview, seat) = (try practise(store, "tutor", share: 1), SeatID("c1"))
        let note = Note(
            id: try #require(NoteID("note100000000000")),
            place: .init(question: 0, attempt: 1, range: TextRange(start: 0, end: 3)), visitor: "phone",
            name: SeatName("Ben"), at: moment(1), text: "Why?")
        #expect(try store.keep(note, of: interview, seat: seat) == .kept(note))
        #expect(try store.keep(pass(9, of: "laptop", until: 2000)))
        _ = try store.claim(digest(9), by: "phone", of: "phone", at: moment(1))
        #expect(try store.notes(of: interview, seat: seat).map(\.visitor) == ["laptop"])
        #expect(try !store.takeAway(note.id, of: interview, seat: seat, by: "phone"))
        #expect(try store.takeAway(note.id, of: interview, seat: seat, by: "laptop"))
        #expect(try store.notes(of: interview, seat: seat).isEmpty)
    }

    @Test(arguments: StoreUnderTest.allCases)
    func aPassEndsAndIsReplaced(kind: StoreUnderTest) throws {
        let store = try store(kind: kind)
        #expect(try store.keep(pass(1, of: "laptop", until: 2000)))
        #expect(try store.keep(pass(1, of: "laptop", until: 2000)))
        #expect(try !store.keep(pass(1, of: "mallory", until: 2000)))
        #expect(try !store.isPass(digest(1), at: moment(2000)))
        #expect(try store.claim(digest(1), by: "phone", of: "phone", at: moment(2000)) == .noSuchPass)
        #expect(try store.claim(digest(1), by: "laptop", of: "laptop", at: moment(1999)) == .already)
        #expect(try store.keep(pass(2, of: "laptop", until: 2000)))
        #expect(try !store.isPass(digest(1), at: moment(1)))
        // A code stays until it is replaced or taken back, however often it is used.
        #expect(try store.keep(pass(3, .code, of: "laptop")))
        for browser in ["phone", "tablet"] {
            let claimed = try store.claim(digest(3), by: browser, of: browser, at: moment(9_000_000))
            guard case .joined = claimed else {
                Issue.record("\(claimed)")
                continue
            }
        }
        #expect(try store.keep(pass(4, .code, of: "laptop")))
        #expect(try !store.isPass(digest(3), at: moment(1)))
        #expect(try store.pass(.code, of: "laptop")?.digest == digest(4))
        try store.takeBack(.code, of: "laptop")
        #expect(try !store.isPass(digest(4), at: moment(1)))
        #expect(try store.isPass(digest(2), at: moment(1)))
    }

    @Test(arguments: StoreUnderTest.allCases)
    func aBrowserThatIsRemovedHasNothing(kind: StoreUnderTest) throws {
        let store = try store(kind: kind)
        try practise(store, "laptop", share: 1)
        try practise(store, "phone", share: 2)
        _ = try store.keep(pass(9, .code, of: "laptop"))
        for browser in ["phone", "tablet"] {
            _ = try store.claim(digest(9), by: browser, of: browser, at: moment(1))
        }
        #expect(try store.drop("phone", of: "mallory", for: "-new") == nil)
        #expect(
            try store.drop("phone", of: "laptop", for: "-new")
                == Handover(from: "laptop", to: "laptop", browsers: ["phone": "phone"]))
        #expect(try owned(store, "phone") == [0, 0, 0])
        // The browser that the visitor is named by was lost: everything goes to a new name.
        #expect(
            try store.drop("laptop", of: "laptop", for: "-new")
                == Handover(from: "laptop", to: "-new", browsers: ["tablet": "-new", "laptop": "laptop"]))
        #expect(try owned(store, "laptop") == [0, 0, 0])
        #expect(try owned(store, "-new") == [2, 2, 2])
        // The code still leads there; whoever was removed comes back by it alone.
        let back = try store.claim(digest(9), by: "laptop", of: "laptop", at: moment(2))
        #expect(
            back
                == .joined(
                    Handover(from: "laptop", to: "-new", browsers: ["tablet": "-new", "laptop": "-new"])))
        #expect(try store.drop("tablet", of: "-new", for: "-newer") != nil)
        #expect(try store.drop("laptop", of: "-new", for: "-newer") != nil)
        #expect(try store.drop("laptop", of: "laptop", for: "-newer") == nil)
        #expect(try store.browsers().isEmpty)
    }

    @Test(arguments: StoreUnderTest.allCases)
    func theLastBrowserStaysWhereNothingElseLeadsBack(kind: StoreUnderTest) throws {
        let store = try store(kind: kind)
        try practise(store, "laptop", share: 1)
        _ = try store.keep(pass(1, of: "laptop", until: 2000))
        _ = try store.claim(digest(1), by: "phone", of: "phone", at: moment(1))
        #expect(try store.drop("laptop", of: "laptop", for: "-new") != nil)
        #expect(try store.drop("phone", of: "-new", for: "-newer") == nil)
        #expect(try store.browsers(of: "-new").map(\.key) == ["phone"])
        _ = try store.keep(pass(2, .code, of: "-new"))
        #expect(try store.drop("phone", of: "-new", for: "-newer") != nil)
        #expect(try store.isPass(digest(2), at: moment(1)))
    }

    @Test(arguments: StoreUnderTest.allCases)
    func whoIsRemovedDoesNotComeBackByALinkOfBefore(kind: StoreUnderTest) throws {
        let store = try store(kind: kind)
        _ = try store.keep(pass(1, .code, of: "laptop"))
        for browser in ["phone", "tablet"] {
            _ = try store.claim(digest(1), by: browser, of: browser, at: moment(1))
        }
        _ = try store.keep(pass(2, of: "laptop", until: 2000))
        #expect(try store.drop("phone", of: "laptop", for: "-new") != nil)
        #expect(try store.claim(digest(2), by: "phone", of: "phone", at: moment(2)) == .noSuchPass)
        _ = try store.keep(pass(3, of: "laptop", until: 2000))
        #expect(try store.drop("laptop", of: "laptop", for: "-new") != nil)
        #expect(try store.claim(digest(3), by: "laptop", of: "laptop", at: moment(2)) == .noSuchPass)
    }

    @Test(arguments: StoreUnderTest.allCases)
    func twoVisitorsWithSeveralBrowsersBecomeOneAndNotTooMany(kind: StoreUnderTest) throws {
        let store = try store(kind: kind)
        _ = try store.keep(pass(1, .code, of: "a0"))
        _ = try store.keep(pass(2, .code, of: "b0"))
        for number in 1...4 {
            _ = try store.claim(digest(1), by: "a\(number)", of: "a\(number)", at: moment(1))
            _ = try store.claim(digest(2), by: "b\(number)", of: "b\(number)", at: moment(1))
        }
        let all = ["a1", "a2", "a3", "a4", "b0", "b1", "b2", "b3", "b4"]
        #expect(
            try store.claim(digest(1), by: "b3", of: "b0", at: moment(1))
                == .joined(
                    Handover(
                        from: "b0", to: "a0",
                        browsers: Dictionary(uniqueKeysWithValues: all.map { ($0, "a0") })
                    )))
        #expect(try store.pass(.code, of: "a0")?.digest == digest(1))
        #expect(try !store.isPass(digest(2), at: moment(1)))
        _ = try store.claim(digest(1), by: "c", of: "c", at: moment(1))
        #expect(try store.browsers(of: "a0").count == Browser.maximumCount)
        #expect(try store.claim(digest(1), by: "d", of: "d", at: moment(1)) == .tooMany)
        // Nothing has moved of whoever found no room.
        #expect(try store.browsers(of: "a0").count == Browser.maximumCount)
        try store.forget("a0")
        #expect(try store.browsers().isEmpty)
        #expect(try !store.isPass(digest(1), at: moment(1)))
    }

    /// As many as there may be, most of whom have nothing: the first of those make room.
    @Test func passesOfThoseWhoHaveNothingMakeRoom() throws {
        let store = try SQLiteStore(folder: folder.path)
        try store.run { pool in
            try pool.write { database in
                try database.execute(
                    sql: """
                        WITH RECURSIVE count (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count LIMIT \(Pass.maximumTotal))
                        INSERT INTO pass (digest, kind, visitor, made) SELECT format('%064d', n), 'code', 'v' || n, n FROM count
                        """)
                // The first of all has practised something.
                try database.execute(
                    sql: """
                        INSERT INTO interview (id) VALUES ('0123456789abcdef');
                        INSERT INTO event (interview, seq, at, kind, payload)
                        VALUES ('0123456789abcdef', 1, 1, 'ended', '{"kind":"ended","reason":"left"}');
                        INSERT INTO visitor (interview, seq, digest) VALUES ('0123456789abcdef', 1, 'v1');
                        """)
            }
        }
        // Whoever has one already replaces it, and nobody has to go.
        #expect(try store.keep(pass(7, .code, of: "v9")))
        #expect(try store.pass(.code, of: "v2") != nil)
        #expect(try store.keep(pass(8, .code, of: "new")))
        #expect(try store.pass(.code, of: "new")?.digest == digest(8))
        #expect(try store.pass(.code, of: "v1") != nil && store.pass(.code, of: "v2") == nil)
        let count = try store.run { pool in
            try pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM pass") }
        }
        #expect(count ?? 0 <= Pass.maximumTotal)
    }

    @Test func browsersOfThoseWhoHaveNothingMakeRoom() throws {
        let store = try SQLiteStore(folder: folder.path)
        try store.run { pool in
            try pool.write { database in
                try database.execute(
                    sql: """
                        WITH RECURSIVE count (n) AS (
                            SELECT 1 UNION ALL SELECT n + 1 FROM count LIMIT \(Browser.maximumTotal))
                        INSERT INTO browser (key, visitor, since, pass) SELECT 'k' || n, 'v' || n, n, 'p' FROM count
                        """)
            }
        }
        _ = try store.keep(pass(1, .code, of: "laptop"))
        guard case .joined(let handover) = try store.claim(digest(1), by: "phone", of: "phone", at: moment(1))
        else {
            Issue.record("joined")
            return
        }
        #expect(handover.browsers["phone"] == "laptop")
        // They are browsers of their own again, as the server has to be told.
        #expect(handover.browsers["k1"] == "k1")
        #expect(try store.browsers(of: "v1").isEmpty && store.browsers(of: "laptop").map(\.key) == ["phone"])
        #expect(try store.browsers().count <= Browser.maximumTotal)
    }

    /// Both have been in one room: each question counts once, as the heir had it.
    @Test(arguments: StoreUnderTest.allCases)
    func whatBothWereAskedCountsOnce(kind: StoreUnderTest) throws {
        let store = try store(kind: kind)
        func review(_ visitor: String, _ rating: Rating) -> QuestionReview {
            QuestionReview(
                visitor: visitor, topic: "swift", question: "swift/arc", at: moment(5),
                ratings: [.init(point: "counts", rating: rating)])
        }
        _ = try store.commit([
            Append(
                interview: .fresh, place: .opening, events: [.sampleOpening], at: Append.sampleTime,
                reviews: [review("laptop", .good), review("phone", .again)])
        ])
        _ = try store.keep(pass(9, of: "laptop", until: 2000))
        _ = try store.claim(digest(9), by: "phone", of: "phone", at: moment(1))
        #expect(try store.reviews(of: "laptop").map(\.rating) == [.good])
        #expect(try store.reviews(of: "phone").isEmpty)
    }
}
