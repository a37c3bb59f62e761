import Interviews
import Testing
import Transcripts

/// Notes stand beside the log, and go with what they are about.
struct NoteStoreTests {
    private let folder: TemporaryFolder
    private let interview: InterviewID
    private let seat = SeatID("c1")

    init() throws {
        folder = try TemporaryFolder()
        interview = try #require(InterviewID("0123456789abcdef"))
    }

    private func store(kind: StoreUnderTest) throws -> any EventStore & NoteStore {
        let store: any EventStore & NoteStore =
            try kind.store(in: folder)
        _ = try store.commit([
            Append(
                interview: interview, place: .opening, events: [.ended(.init(reason: .left))],
                at: Timestamp(milliseconds: 1))
        ])
        return store
    }

    private func note(
        _ number: Int, by visitor: String? = "ann", name: String? = nil, to thread: Int? = nil,
        start: Int = 0,
        text: String = "Why?"
    ) throws -> Note {
        func id(_ number: Int) throws -> NoteID { try #require(NoteID("note\(100_000_000_000 + number)")) }
        return Note(
            id: try id(number),
            place: .init(question: 0, attempt: 1, range: TextRange(start: start, end: start + 5)),
            thread: try thread.map(id), visitor: visitor, name: name.flatMap { SeatName($0) },
            at: Timestamp(milliseconds: Int64(number)), text: text)
    }

    @Test(arguments: StoreUnderTest.allCases)
    func aNoteIsKeptOnceAndWithItsPlace(kind: StoreUnderTest) throws {
        let store = try store(kind: kind)
        let (head, reply) = (try note(1), try note(2, by: "ben", name: "Ben", to: 1))
        #expect(try store.keep(reply, of: interview, seat: seat) == .noPlace)
        #expect(try store.keep(head, of: interview, seat: seat) == .kept(head))
        #expect(try store.keep(head, of: interview, seat: seat) == .kept(head))
        // Made again it stays as it was made first, and nobody takes its name over.
        #expect(try store.keep(note(1, text: "Other"), of: interview, seat: seat) == .kept(head))
        #expect(try store.keep(note(1, by: "ben"), of: interview, seat: seat) == .noPlace)
        #expect(try store.keep(head, of: interview, seat: SeatID("c2")) == .noPlace)
        #expect(try store.keep(reply, of: interview, seat: seat) == .kept(reply))
        // No reply to a reply, and none elsewhere than its thread.
        #expect(try store.keep(note(3, to: 2), of: interview, seat: seat) == .noPlace)
        #expect(try store.keep(note(3, to: 1, start: 1), of: interview, seat: seat) == .noPlace)
        #expect(try store.keep(note(3, to: 1), of: interview, seat: SeatID("c2")) == .noPlace)
        let unknown = try #require(InterviewID("nobodynobodynobo"))
        #expect(try store.keep(note(4), of: unknown, seat: seat) == .noPlace)
        #expect(try Set(store.notes(of: interview, seat: seat)) == [head, reply])
        #expect(try store.notes(of: interview, seat: SeatID("c2")).isEmpty)
        try store.erase(interview)
        #expect(try store.notes(of: interview, seat: seat).isEmpty)
    }

    @Test(arguments: StoreUnderTest.allCases)
    func aTranscriptHasSoManyAndNoMore(kind: StoreUnderTest) throws {
        let store = try store(kind: kind)
        for number in 1...Note.maximumCount {
            let note = try note(number)
            #expect(try store.keep(note, of: interview, seat: seat) == .kept(note))
        }
        #expect(try store.keep(note(999), of: interview, seat: seat) == .full)
        // What is there already is there; another's transcript has room; what is taken away makes some.
        let first = try note(1)
        #expect(try store.keep(first, of: interview, seat: seat) == .kept(first))
        #expect(try store.keep(note(998), of: interview, seat: SeatID("c2")) == .kept(note(998)))
        #expect(try store.takeAway(first.id, of: interview, seat: seat, by: nil))
        #expect(try store.keep(note(999), of: interview, seat: seat) == .kept(note(999)))
    }

    @Test(arguments: StoreUnderTest.allCases)
    func oneTakesOnesOwnAwayAndTheOwnerAny(kind: StoreUnderTest) throws {
        let store = try store(kind: kind)
        let notes = [
            try note(1, by: "ben", name: "Ben"), try note(2, to: 1), try note(3, by: "cy", name: "Cy", to: 1),
            try note(4, by: "ben", name: "Ben"),
        ]
        for note in notes { #expect(try store.keep(note, of: interview, seat: seat) == .kept(note)) }
        func takeAway(_ number: Int, by visitor: String?, seat: SeatID? = nil) throws -> Bool {
            try store.takeAway(notes[number - 1].id, of: interview, seat: seat ?? self.seat, by: visitor)
        }
        func ids() throws -> Set<NoteID> { try Set(store.notes(of: interview, seat: seat).map(\.id)) }
        #expect(try !takeAway(1, by: "cy"))
        #expect(try !takeAway(1, by: nil, seat: SeatID("c2")))
        // Others have replied: the words and the name go, the place stays.
        #expect(try takeAway(1, by: "ben"))
        #expect(try !takeAway(1, by: "ben"))
        let emptied = try #require(store.notes(of: interview, seat: seat).first { $0.id == notes[0].id })
        #expect(emptied.isTakenAway && emptied.name == nil && emptied.visitor == nil)
        #expect(try ids().count == 4)
        #expect(try takeAway(3, by: "cy"))
        #expect(try ids() == [notes[0].id, notes[1].id, notes[3].id])
        // With the last reply goes what it replied to.
        #expect(try takeAway(2, by: "ann"))
        #expect(try ids() == [notes[3].id])
        // The owner takes the thread along.
        let reply = try note(5, by: "cy", name: "Cy", to: 4)
        #expect(try store.keep(reply, of: interview, seat: seat) == .kept(reply))
        #expect(try takeAway(4, by: nil))
        #expect(try ids().isEmpty)
    }

    @Test(arguments: StoreUnderTest.allCases)
    func whoIsForgottenTakesTheOwnWordsAlong(kind: StoreUnderTest) throws {
        let store = try store(kind: kind)
        for note in [
            try note(1, by: "ben", name: "Ben"), try note(2, by: "ben", name: "Ben", to: 1),
            try note(3, by: "ben", name: "Ben"), try note(4, to: 3), try note(5),
            try note(6, by: "ben", to: 5),
        ] {
            #expect(try store.keep(note, of: interview, seat: seat) == .kept(note))
        }
        try store.forget("ben")
        let left = try store.notes(of: interview, seat: seat).sorted {
            $0.at.milliseconds < $1.at.milliseconds
        }
        #expect(left.map(\.at.milliseconds) == [3, 4, 5])
        #expect(left.map(\.isTakenAway) == [true, false, false])
    }

    @Test func threadsStandInTheOrderOfTheirPlaces() throws {
        let notes = [
            try note(1, start: 8), try note(4, to: 1, start: 8), try note(3, to: 1, start: 8),
            try note(2, start: 2), try note(5, start: 2),
        ]
        let threads = NoteThread.threads(of: notes.reversed())
        #expect(threads.map { $0.notes.map(\.at.milliseconds) } == [[2], [5], [1, 3, 4]])
    }
}
