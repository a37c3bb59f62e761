import HubStage
import Interviews
import Testing
import Transcripts
import WebSockets
import Wire

@testable import Greenroom

/// Notes: who may write them, where, and who may take them away.
struct NoteTests {
    private let store = MemoryStore()
    private let link: SeatSecret
    private let readLink: SeatSecret

    init() throws {
        link = try #require(SeatSecret(String(repeating: "c", count: 43)))
        readLink = try #require(SeatSecret(String(repeating: "r", count: 43)))
    }

    /// Ann has answered the first question, and made a link of each kind.
    private func begin() throws -> (Stage, ServerMessage.Opened) {
        var stage = Stage(store: store)
        stage.handle(.connected(ann, visitor: "ann"))
        stage.handle(.connected(bob, visitor: "bob"))
        _ = stage.heard(bob)
        stage.say(.open(.init(ref: ref("open"), count: 3, seed: "s", pace: .instant)))
        try stage.commit()
        let opened = try #require(stage.heard().compactMap(\.opened).first)
        stage.say(
            .answer(.init(ref: ref("a"), interview: opened.interview, question: 0, text: "one 👩‍👩‍👧 two")))
        try stage.commit()
        for (secret, comment) in [(link, true), (readLink, false)] {
            stage.say(
                .share(
                    .init(
                        ref: ref("share-\(comment)"), interview: opened.interview, secret: secret,
                        comment: comment)))
        }
        _ = stage.heard()
        return (stage, opened)
    }

    private func id(_ number: Int) throws -> NoteID {
        try #require(NoteID("note\(100_000_000_000 + number)"))
    }

    private func write(
        _ number: Int, interview: InterviewID? = nil, link: SeatSecret? = nil, start: Int = 0, end: Int = 3,
        attempt: Int = 1, to thread: Int? = nil, name: String? = nil, text: String = "Why?",
        on connection: ConnectionID, _ stage: inout Stage
    ) throws -> ServerMessage? {
        let place = ClientMessage.Note.Place(question: 0, attempt: attempt, start: start, end: end)
        stage.say(
            .note(
                .init(
                    ref: ref("n\(number)"), note: try id(number), interview: interview, link: link,
                    place: thread == nil ? place : nil, thread: try thread.map(id), name: name, text: text)),
            on: connection)
        return stage.heard(connection).last
    }

    @Test func theOwnerAndWhoHasALinkToCommentByWriteToOneAnother() throws {
        let (begun, opened) = try begin()
        var stage = begun
        let mine = try write(1, interview: opened.interview, on: ann, &stage)
        #expect(mine == .noted(.init(ref: ref("n1"), note: try id(1))))
        let reply = try write(2, link: link, to: 1, name: "  Ben\u{202E} B ", on: bob, &stage)
        #expect(reply == .noted(.init(ref: ref("n2"), note: try id(2), name: "Ben B")))
        let notes = NoteThread.threads(of: store.notes(of: opened.interview, seat: opened.seat))
        #expect(notes.map { $0.notes.map(\.visitor) } == [["ann", "bob"]])
        #expect(notes.first?.replies.first?.place == notes.first?.head.place)
    }

    @Test func nobodyElseWritesAnything() throws {
        let (begun, opened) = try begin()
        var stage = begun
        let refusals: [ServerMessage?] = [
            try write(1, interview: opened.interview, on: bob, &stage),
            try write(2, link: readLink, name: "Ben", on: bob, &stage),
            try write(3, link: SeatSecret(String(repeating: "x", count: 43)), name: "Ben", on: bob, &stage),
            try write(4, interview: opened.interview, link: link, name: "Ben", on: bob, &stage),
            try write(5, name: "Ben", on: bob, &stage),
        ]
        #expect(Set(refusals.map { $0?.refused?.message }).count == 1)
        #expect(refusals.allSatisfy { $0?.refused?.code == .notFound })
        #expect(store.notes(of: opened.interview, seat: opened.seat).isEmpty)
    }

    @Test func aLinkThatWasTakenBackWritesNoMore() throws {
        let (begun, opened) = try begin()
        var stage = begun
        #expect(try write(1, link: link, name: "Ben", on: bob, &stage)?.refused == nil)
        let share = try #require(ShareName(SeatToken.digest(of: link.text)))
        stage.say(.unshare(.init(ref: ref("u"), share: share)))
        _ = stage.heard()
        #expect(try write(2, link: link, name: "Ben", on: bob, &stage)?.refused?.code == .notFound)
        stage.say(.unnote(.init(ref: ref("un"), note: try id(1), link: link)), on: bob)
        #expect(stage.heard(bob).last?.refused?.code == .notFound)
        // What was written stays the owner's to read, and to take away.
        #expect(store.notes(of: opened.interview, seat: opened.seat).count == 1)
        stage.say(.unnote(.init(ref: ref("un2"), note: try id(1), interview: opened.interview)))
        #expect(stage.heard().last == .unnoted(.init(ref: ref("un2"), note: try id(1))))
        #expect(store.notes(of: opened.interview, seat: opened.seat).isEmpty)
    }

    @Test func oneTakesAwayOnesOwn() throws {
        let (begun, opened) = try begin()
        var stage = begun
        _ = try write(1, interview: opened.interview, on: ann, &stage)
        _ = try write(2, link: link, name: "Ben", on: bob, &stage)
        stage.say(.unnote(.init(ref: ref("un1"), note: try id(1), link: link)), on: bob)
        #expect(stage.heard(bob).last?.refused?.code == .notFound)
        stage.say(.unnote(.init(ref: ref("un2"), note: try id(2), link: link)), on: bob)
        #expect(stage.heard(bob).last == .unnoted(.init(ref: ref("un2"), note: try id(2))))
        #expect(store.notes(of: opened.interview, seat: opened.seat).map(\.id) == [try id(1)])
    }

    /// "one 👩‍👩‍👧 two" has 16 UTF-16 code units.
    @Test(arguments: [
        (0, 16, true), (15, 16, true), (0, 17, false), (3, 3, false), (4, 3, false), (20_000, 20_000, false),
    ])
    func aNoteIsAboutSomethingThatIsThere(start: Int, end: Int, isThere: Bool) throws {
        let (begun, opened) = try begin()
        var stage = begun
        let reply = try write(1, interview: opened.interview, start: start, end: end, on: ann, &stage)
        #expect((reply?.refused == nil) == isThere)
        let none = try write(2, interview: opened.interview, attempt: 2, on: ann, &stage)
        #expect(none?.refused?.code == .notFound)
        let noThread = try write(3, interview: opened.interview, to: 9, on: ann, &stage)
        #expect(noThread?.refused?.code == .notFound)
    }

    @Test func whatIsWrittenHasBoundsAndIsPlain() throws {
        let (begun, opened) = try begin()
        var stage = begun
        func write(_ number: Int, _ text: String, name: String?) throws -> ServerMessage? {
            try self.write(number, link: link, name: name, text: text, on: bob, &stage)
        }
        #expect(try write(1, String(repeating: "a", count: 2000), name: "Ben")?.refused == nil)
        #expect(try write(2, String(repeating: "a", count: 2001), name: "Ben")?.refused?.code == .tooLong)
        #expect(try write(3, String(repeating: "👍", count: 1001), name: "Ben")?.refused?.code == .tooLong)
        for text in ["", " \n\t ", "\u{202E}\u{0}", "\u{200D}"] {
            #expect(try write(4, text, name: "Ben")?.refused?.code == .emptyAnswer)
        }
        for name in [nil, "", " ", "\u{202E}", String(repeating: "n", count: 41)] {
            #expect(try write(5, "Why?", name: name)?.refused?.code == .badName)
        }
        #expect(try write(6, "  one\u{0}\u{202E}\r\n\ttwo \n", name: "Ben")?.refused == nil)
        let kept = store.notes(of: opened.interview, seat: opened.seat).first {
            $0.at == stage.now && $0.text.count < 20
        }
        #expect(kept?.text == "one\n\ttwo")
    }
}
