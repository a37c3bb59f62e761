import HubStage
import Interviews
import Pages
import QuestionBank
import Testing
import Transcripts
import Wire

@testable import Greenroom

/// Links to transcripts: who may make one, take one back, and read by one.
struct SharingTests {
    private let store = MemoryStore()

    private func open(_ stage: inout Stage) throws -> ServerMessage.Opened {
        stage.handle(.connected(ann, visitor: "ann"))
        stage.say(.open(.init(ref: ref("open"), count: 3, seed: "s", pace: .instant)))
        try stage.commit()
        return try #require(stage.heard().compactMap(\.opened).first)
    }

    private func secret(_ number: Int) throws -> SeatSecret {
        let text = String(number)
        return try #require(SeatSecret(text + String(repeating: "x", count: 43 - text.utf8.count)))
    }

    private func status(_ secret: SeatSecret, at day: Int = 0) throws -> Int {
        let maker = PageMaker(
            store: store, library: try SQLiteLibrary(), shares: store, browsers: store, rooms: RoomShelf(),
            bank: smallBank(),
            digest: SeatToken.digest)
        let request = try #require(PageMaker.request(path: "/shared/\(secret.text)", parameters: [:]))
        let now = Timestamp(milliseconds: Stage().now.milliseconds + Int64(day) * 86_400_000)
        return maker.page(
            request, parameters: [:], for: Asker(visitor: nil, language: nil, acceptedLanguages: nil),
            at: now
        ).status
    }

    @Test func aLinkIsReadUntilItIsTakenBack() throws {
        var stage = Stage(store: store)
        let opened = try open(&stage)
        let secret = try secret(1)
        #expect(try status(secret) == 404)
        for name in ["s1", "s2"] {
            stage.say(
                .share(.init(ref: ref(name), interview: opened.interview, secret: secret, comment: true)))
            guard case .shared(let shared)? = stage.heard().last else {
                Issue.record("shared")
                return
            }
            #expect(shared.seat == opened.seat && shared.comment && shared.until == nil)
            #expect(shared.share.text == SeatToken.digest(of: secret.text))
        }
        #expect(try status(secret) == 200)
        #expect(store.shares(of: "ann", at: stage.now).count == 1)
        let name = try #require(ShareName(SeatToken.digest(of: secret.text)))
        // Nobody else takes it back.
        stage.handle(.connected(bob, visitor: "bob"))
        _ = stage.heard(bob)
        stage.say(.unshare(.init(ref: ref("u0"), share: name)), on: bob)
        #expect(stage.heard(bob).last?.refused?.code == .notFound)
        #expect(try status(secret) == 200)
        stage.say(.unshare(.init(ref: ref("u1"), share: name)))
        #expect(stage.heard().last == .unshared(.init(ref: ref("u1"), share: name)))
        #expect(try status(secret) == 404)
    }

    @Test func aLinkEnds() throws {
        var stage = Stage(store: store)
        let opened = try open(&stage)
        let secret = try secret(1)
        stage.say(.share(.init(ref: ref("s"), interview: opened.interview, secret: secret, days: 7)))
        #expect(try status(secret, at: 6) == 200)
        #expect(try status(secret, at: 7) == 404)
    }

    @Test func nobodySharesWhatIsNotTheirsAndNobodyWithoutEnd() throws {
        var stage = Stage(store: store)
        let opened = try open(&stage)
        stage.handle(.connected(bob, visitor: "bob"))
        _ = stage.heard(bob)
        stage.say(
            .share(.init(ref: ref("s"), interview: opened.interview, secret: try secret(0))), on: bob)
        #expect(stage.heard(bob).last?.refused?.code == .notFound)
        #expect(try status(secret(0)) == 404)
        let seat = opened.seat
        func share(_ number: Int, _ visitor: String) throws -> Share? {
            store.keep(
                Share(
                    digest: SeatToken.digest(of: try secret(number).text), interview: opened.interview,
                    seat: seat, visitor: visitor, mayComment: false, made: stage.now, until: nil))
        }
        for number in 1...Share.maximumCount { #expect(try share(number, "ann") != nil) }
        stage.say(.share(.init(ref: ref("more"), interview: opened.interview, secret: try secret(999))))
        #expect(stage.heard().last?.refused?.code == .busy)
        // Another's secret is not taken over.
        #expect(try share(1, "bob") == nil)
    }

    @Test func linksGoWithTheirInterviewAndWithTheirVisitor() throws {
        for isErased in [true, false] {
            let store = MemoryStore()
            var stage = Stage(store: store)
            let interview = try open(&stage).interview
            stage.say(.share(.init(ref: ref("s"), interview: interview, secret: try secret(1))))
            #expect(store.shares(of: "ann", at: stage.now).count == 1)
            stage.say(
                isErased ? .erase(.init(ref: ref("e"), interview: interview)) : .forget(.init(ref: ref("f"))))
            #expect(store.shares(of: "ann", at: stage.now).isEmpty)
        }
    }
}
