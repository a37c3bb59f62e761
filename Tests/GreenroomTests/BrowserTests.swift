import HubStage
import Interviews
import Pages
import Synchronization
import Testing
import Transcripts
import WebSockets
import Wire

@testable import Greenroom

/// Several browsers of one visitor, as they ask for it.
struct BrowserTests {
    private let store = MemoryStore()
    private let code = "kq7mx-2xrd0 abcde FGHJK-012345"

    private func secret(_ number: Int) throws -> SeatSecret {
        let text = String(number)
        return try #require(SeatSecret(text + String(repeating: "x", count: 43 - text.utf8.count)))
    }

    private func two() -> Stage {
        var stage = Stage(store: store)
        stage.handle(.connected(ann, visitor: "ann"))
        stage.handle(.connected(bob, visitor: "bob"))
        _ = (stage.heard(), stage.heard(bob))
        return stage
    }

    private func practise(_ stage: inout Stage, on connection: ConnectionID, _ name: String) throws {
        stage.say(.open(.init(ref: ref(name), count: 3, seed: "s", pace: .instant)), on: connection)
        try stage.commit()
        _ = stage.heard(connection)
    }

    @Test func aLinkMakesAnotherBrowserTheSameVisitorAtOnce() throws {
        var stage = two()
        try practise(&stage, on: ann, "a1")
        try practise(&stage, on: bob, "b1")
        let secret = try secret(1)
        stage.say(.link(.init(ref: ref("l"), secret: secret, address: "http://localhost/browsers")))
        guard case .linked(let linked)? = stage.heard().last else {
            Issue.record("linked")
            return
        }
        #expect(linked.until == stage.now.milliseconds + 600_000)
        #expect(linked.picture?.hasPrefix("<svg") == true)
        stage.say(.claim(.init(ref: ref("c"), pass: .link(secret))), on: bob)
        #expect(stage.heard(bob).last == .claimed(.init(ref: ref("c"), already: false)))
        #expect(store.interviews(of: "ann").count == 2)
        // The connection that is open belongs to the other visitor from now on, and so does what is still in memory.
        try practise(&stage, on: bob, "b2")
        #expect(store.interviews(of: "ann").count == 3)
        #expect(store.interviews(of: "bob").isEmpty)
        // The reply was lost: it is the same request.
        stage.say(.claim(.init(ref: ref("c"), pass: .link(secret))), on: bob)
        #expect(stage.heard(bob).last == .claimed(.init(ref: ref("c"), already: true)))
        // Whoever is forgotten is forgotten in every browser.
        stage.say(.forget(.init(ref: ref("f"))), on: bob)
        #expect(stage.heard(bob).last == .forgotten(.init(ref: ref("f"))))
        try practise(&stage, on: bob, "b3")
        #expect(store.interviews(of: "ann").isEmpty)
        #expect(store.interviews(of: "bob").count == 1)
    }

    @Test func aLinkIsTooOldAfterTenMinutes() throws {
        var stage = two()
        stage.say(.link(.init(ref: ref("l"), secret: try secret(1))))
        stage.now.milliseconds += 600_000
        stage.say(.claim(.init(ref: ref("c"), pass: .link(try secret(1)))), on: bob)
        #expect(stage.heard(bob).last?.refused?.code == .notFound)
    }

    @Test func aCodeIsReadAsPeopleWriteIt() throws {
        var stage = two()
        let code = try #require(RecoveryCode(code))
        #expect(code.text == "kq7mx2xrd0abcdefghjk012345")
        #expect(RecoveryCode("KQ7MX2XRDOabcdefghjkOI2345") == code)
        #expect(RecoveryCode("kq7mx") == nil)
        stage.say(.recovery(.init(ref: ref("r"), code: code)))
        #expect(stage.heard().last == .recovery(.init(ref: ref("r"), isThere: true)))
        let text = #"{"type":"claim","ref":"c","pass":"\#(code.text.uppercased())"}"#
        stage.handle(.received(text, on: bob))
        #expect(stage.heard(bob).last == .claimed(.init(ref: ref("c"), already: false)))
        stage.say(.recovery(.init(ref: ref("r2"), code: nil)))
        #expect(stage.heard().last == .recovery(.init(ref: ref("r2"), isThere: false)))
        let carol = ConnectionID(place: 3, generation: 1)
        stage.handle(.connected(carol, visitor: "carol"))
        _ = stage.heard(carol)
        stage.handle(.received(text, on: carol))
        #expect(stage.heard(carol).last?.refused?.code == .notFound)
    }

    @Test func whoGuessesIsHeldUp() throws {
        var stage = two()
        var codes: [RefusalCode?] = []
        for number in 1...12 {
            stage.say(.claim(.init(ref: ref("c\(number)"), pass: .link(try secret(number)))), on: bob)
            codes.append(stage.heard(bob).last?.refused?.code)
        }
        #expect(codes.prefix(8) == ArraySlice(repeating: .notFound, count: 8))
        #expect(codes.last == .tooManyTries)
    }

    /// In a second window, while the first one's claim waits for the disk.
    @Test func whatIsAskedForMeanwhileIsForWhomTheBrowserIsByThen() throws {
        var stage = two()
        let window = ConnectionID(place: 3, generation: 1)
        stage.handle(.connected(window, visitor: "bob"))
        _ = stage.heard(window)
        stage.say(.link(.init(ref: ref("l"), secret: try secret(1))))
        stage.runsErrandsAtOnce = false
        let code = try #require(RecoveryCode(code))
        stage.say(.claim(.init(ref: ref("c"), pass: .link(try secret(1)))), on: bob)
        stage.say(.recovery(.init(ref: ref("r"), code: code)), on: window)
        stage.runErrands()
        #expect(stage.heard(bob).last == .claimed(.init(ref: ref("c"), already: false)))
        #expect(stage.heard(window).last == .recovery(.init(ref: ref("r"), isThere: true)))
        #expect(store.pass(.code, of: "ann")?.digest == SeatToken.digest(of: code.text))
        #expect(store.pass(.code, of: "bob") == nil)
    }

    @Test func aBrowserIsRemovedWhileItIsThere() throws {
        var stage = Stage(store: store)
        let laptop = try #require(BrowserName(String(repeating: "1", count: 64)))
        let phone = try #require(BrowserName(String(repeating: "2", count: 64)))
        let stranger = try #require(BrowserName(String(repeating: "3", count: 64)))
        stage.handle(.connected(ann, visitor: laptop.text))
        stage.handle(.connected(bob, visitor: phone.text))
        try practise(&stage, on: ann, "a1")
        stage.say(.link(.init(ref: ref("l"), secret: try secret(1))))
        stage.say(.claim(.init(ref: ref("c"), pass: .link(try secret(1)))), on: bob)
        _ = (stage.heard(), stage.heard(bob))
        stage.say(.unlink(.init(ref: ref("u0"), browser: stranger)))
        #expect(stage.heard().last?.refused?.code == .notFound)
        // From the phone, the laptop is lost: the phone has all of it, the laptop nothing.
        stage.say(.unlink(.init(ref: ref("u1"), browser: laptop)), on: bob)
        #expect(stage.heard(bob).last == .unlinked(.init(ref: ref("u1"), browser: laptop)))
        let visitor = try #require(store.browsers().first).visitor
        #expect(store.interviews(of: visitor).count == 1)
        try practise(&stage, on: bob, "b1")
        try practise(&stage, on: ann, "a2")
        #expect(store.interviews(of: visitor).count == 2)
        #expect(store.interviews(of: laptop.text).count == 1)
    }

    /// Taking an interview in reads and folds all of it.
    @Test func onlyWhatChangesHandsIsTakenInAnew() throws {
        let laptop = try #require(BrowserName(String(repeating: "1", count: 64)))
        let code = try #require(RecoveryCode(code))
        var stage = Stage(store: store)
        stage.handle(.connected(ann, visitor: laptop.text))
        stage.handle(.connected(bob, visitor: "bob"))
        try practise(&stage, on: ann, "a1")
        try practise(&stage, on: bob, "b1")
        let library = try SQLiteLibrary()
        let keeper = LibraryKeeper(store: store, library: library)
        try keeper.takeIn(try keeper.compare())
        let takenIn = Mutex<[InterviewID]>([])
        let errands = Errands(
            store: store, shares: store, browsers: store, rooms: RoomShelf(), keeper: keeper,
            takeIn: { interviews in takenIn.withLock { $0 += interviews } })
        func run(_ errand: Errand, of visitor: String) throws -> Errand.Reply {
            try errands.run(errand, of: visitor, by: visitor, at: stage.now)
        }
        _ = try run(.link(.init(ref: ref("l"), secret: try secret(1))), of: laptop.text)
        _ = try run(.recovery(.init(ref: ref("r"), code: code)), of: laptop.text)
        // One's own link, one's own code, the only browser.
        for pass: ClientMessage.Claim.Pass in [.link(try secret(1)), .code(code)] {
            #expect(
                try run(.claim(.init(ref: ref("c"), pass: pass)), of: laptop.text)
                    == .done(.claimed(.init(ref: ref("c"), already: true))))
        }
        guard
            case .refused(.notFound, _) = try run(
                .unlink(.init(ref: ref("u"), browser: laptop)), of: laptop.text)
        else {
            Issue.record("the only browser was taken away")
            return
        }
        #expect(takenIn.withLock { $0 } == [])
        #expect(try keeper.compare() == [])
        let others = store.interviews(of: "bob")
        _ = try run(.claim(.init(ref: ref("c"), pass: .code(code))), of: "bob")
        #expect(takenIn.withLock { $0 } == others)
        #expect(try keeper.compare() == others)
    }

    /// What is kept in memory of a large room says whose it is, too.
    @Test func aLargeRoomIsReadByWhomItIsNow() throws {
        let laptop = try #require(BrowserName(String(repeating: "1", count: 64)))
        let id = try #require(InterviewID("0123456789abcdef"))
        let opened = Event.Opened(
            settings: Settings(topics: [], count: 1, seed: "s", pace: .instant), bank: "b", topics: [],
            questions: [], visitor: laptop.text, room: RoomRules(progression: .host))
        let seat = Seat(
            id: SeatID("h1"), role: .host, tokenDigest: "x", name: SeatName("Host"), visitor: laptop.text)
        let chat = (0..<1200).map { Event.said(.init(seat: seat.id, ref: ref("r\($0)"), text: "\($0)")) }
        _ = try store.commit([
            Append(
                interview: id, place: .opening,
                events: [.opened(opened), .seatTaken(.init(seat: seat))] + chat,
                at: Timestamp(milliseconds: 1))
        ])
        let (library, rooms) = (try SQLiteLibrary(), RoomShelf())
        let errands = Errands(
            store: store, shares: store, browsers: store, rooms: rooms,
            keeper: LibraryKeeper(store: store, library: library))
        let maker = PageMaker(
            store: store, library: library, shares: store, browsers: store, rooms: rooms, bank: smallBank(),
            digest: SeatToken.digest)
        func status(_ visitor: String) -> Int {
            let asker = Asker(visitor: visitor, language: nil, acceptedLanguages: nil)
            return maker.page(.room(id), parameters: [:], for: asker, at: Timestamp(milliseconds: 1)).status
        }
        func run(_ errand: Errand, of visitor: String, by key: String) throws {
            _ = try errands.run(errand, of: visitor, by: key, at: Timestamp(milliseconds: 1))
        }
        #expect(status(laptop.text) == 200)
        try run(.link(.init(ref: ref("l"), secret: try secret(1))), of: laptop.text, by: laptop.text)
        try run(.claim(.init(ref: ref("c"), pass: .link(try secret(1)))), of: "phone", by: "phone")
        #expect(status(laptop.text) == 200)
        // The laptop is lost; the phone keeps what was practised on it.
        try run(.unlink(.init(ref: ref("u"), browser: laptop)), of: laptop.text, by: "phone")
        #expect(status(laptop.text) == 404)
        #expect(status(try #require(store.browsers().first).visitor) == 200)
    }

    /// Opened on the phone and not kept yet, when the laptop, by which the visitor is named, is removed.
    @Test func whatIsOnItsWayComesAlong() throws {
        var stage = Stage(store: store)
        let laptop = try #require(BrowserName(String(repeating: "1", count: 64)))
        stage.handle(.connected(ann, visitor: laptop.text))
        stage.handle(.connected(bob, visitor: String(repeating: "2", count: 64)))
        stage.say(.link(.init(ref: ref("l"), secret: try secret(1))))
        stage.say(.claim(.init(ref: ref("c"), pass: .link(try secret(1)))), on: bob)
        _ = (stage.heard(), stage.heard(bob))
        stage.say(.open(.init(ref: ref("b1"), count: 3, seed: "s", pace: .instant)), on: bob)
        stage.say(.unlink(.init(ref: ref("u1"), browser: laptop)), on: bob)
        // Until then nothing new is begun as whose it will not be.
        stage.say(.open(.init(ref: ref("a1"), count: 3, seed: "s", pace: .instant)))
        #expect(stage.heard().last?.refused?.code == .busy)
        #expect(stage.heard(bob).allSatisfy { $0.kind != .unlinked })
        try stage.commit()
        #expect(stage.heard(bob).contains(.unlinked(.init(ref: ref("u1"), browser: laptop))))
        let visitor = try #require(store.browsers().first).visitor
        #expect(store.interviews(of: visitor).count == 1)
        #expect(store.interviews(of: laptop.text).isEmpty)
        stage.say(.open(.init(ref: ref("a2"), count: 3, seed: "s", pace: .instant)))
        try stage.commit()
        #expect(store.interviews(of: laptop.text).count == 1)
        #expect(stage.hub.departures.isEmpty)
    }

    @Test func whoeverIsNobodyHasNoBrowsers() throws {
        var stage = Stage(store: store)
        stage.handle(.connected(ann))
        _ = stage.heard()
        stage.say(.link(.init(ref: ref("l"), secret: try secret(1))))
        stage.say(.claim(.init(ref: ref("c"), pass: .link(try secret(1)))))
        #expect(stage.heard().map { $0.refused?.code } == [.notFound, .notFound])
    }
}
