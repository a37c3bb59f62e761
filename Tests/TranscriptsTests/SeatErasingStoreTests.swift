import GRDB
import Interviews
import Scheduling
import Testing

@testable import Transcripts

/// One seat of a room is deleted, and the room stays.
struct SeatErasingStoreTests {
    private let folder: TemporaryFolder
    private let interview = InterviewID.fresh
    private let ann = SeatID("c1")
    private let ben = SeatID("c2")
    private let now = Timestamp(milliseconds: 9)

    init() throws {
        folder = try TemporaryFolder()
    }

    private func ref(_ text: String) throws -> Reference { try #require(Reference(text)) }

    private func answer(_ seat: SeatID, _ text: String) -> Event {
        guard case .answered(var answered) = Event.answer(text, ref: "a-\(seat)") else {
            preconditionFailure("an answer")
        }
        answered.seat = seat
        return .answered(answered)
    }

    private func taken(_ seat: SeatID, _ role: Seat.Role, _ name: String, _ visitor: String) -> Event {
        .seatTaken(
            .init(
                seat: Seat(
                    id: seat, role: role, tokenDigest: "secret of \(seat)", name: SeatName(name),
                    realName: SeatName("\(name) Real"), visitor: visitor)))
    }

    private func review(_ visitor: String) -> QuestionReview {
        QuestionReview(
            visitor: visitor, topic: "swift", question: "swift/arc", at: now,
            ratings: [.init(point: "counts", rating: .good)])
    }

    private func events() throws -> [Event] {
        guard case .opened(var opened) = Event.sampleOpening else { preconditionFailure() }
        opened.room = RoomRules(progression: .own)
        return [
            .opened(opened), taken(SeatID("h1"), .host, "Hana", "hana"),
            taken(ann, .candidate, "Anneliese", "ann"), taken(ben, .candidate, "Benedikt", "ben"),
            .questionAsked(.init(question: 0)),
            .questionAsked(.init(question: 0, for: ann)), answer(ann, "Xylophonic"), answer(ben, "Zebras"),
            .said(.init(seat: ann, ref: try ref("s1"), text: "Xylophones!")),
            .said(.init(seat: ben, ref: try ref("s2"), text: "Stripes!")),
            .ruled(
                .init(
                    by: SeatID("h1"), ref: try ref("r1"), seat: ann, question: 0, attempt: 1, point: "counts",
                    isSaid: true)),
            .seatChanged(
                .init(seat: ann, by: SeatID("h1"), ref: try ref("n1"), name: SeatName("Anna-Liese"))),
        ]
    }

    private func filled(kind: StoreUnderTest) throws -> any EventStore & NoteStore & ShareStore {
        let store: any EventStore & NoteStore & ShareStore =
            try kind.store(in: folder)
        _ = try store.commit([
            Append(
                interview: interview, place: .opening, events: try events(), at: now,
                reviews: [review("ann"), review("ben")])
        ])
        return store
    }

    @Test(arguments: StoreUnderTest.allCases)
    func itsEventsAreNumbersAndTheOthersStay(kind: StoreUnderTest) throws {
        let store = try filled(kind: kind)
        let written = try store.events(of: interview)
        let event = try #require(try store.erase(ann, of: interview, at: now))
        #expect(event.seq == written.count + 1 && event.event == .seatErased(.init(seat: ann)))
        let left = try store.events(of: interview)
        #expect(left.map(\.seq) == Array(1...(written.count + 1)) && left.last == event)
        #expect(left.map(\.event.kind) == written.map(\.event.kind) + [.seatErased])
        for (before, after) in zip(written, left) {
            switch before.seq {
            case 7, 9, 11: #expect(after.event == .erased(.init(before.event.kind)))
            case 3:
                guard case .seatTaken(let taken) = after.event else {
                    Issue.record("seatTaken")
                    return
                }
                #expect(taken.seat == Seat(id: ann, role: .candidate, tokenDigest: "secret of c1"))
            case 12:
                guard case .seatChanged(let changed) = after.event else {
                    Issue.record("seatChanged")
                    return
                }
                #expect(changed.name == nil)
            default: #expect(after == before)
            }
        }
        let lane = try store.events(of: interview, lanes: .only(ann), after: 0, limit: 9)
        #expect(lane.map(\.seq) == [6, 7, 11])
        #expect(try store.interviews(of: "ann").isEmpty)
        #expect(try store.interviews(of: "ben") == [interview])
        #expect(try store.reviews(of: "ann").isEmpty)
        #expect(try store.reviews(of: "ben").count == 1)
        // There is nothing left to delete.
        #expect(try store.erase(ann, of: interview, at: now) == nil)
        #expect(try store.erase(SeatID("c9"), of: interview, at: now) == nil)
        #expect(try store.erase(ann, of: .fresh, at: now) == nil)
        #expect(try store.latest(of: interview) == event.seq)
    }

    @Test(arguments: StoreUnderTest.allCases)
    func itsNotesAndLinksGoWithIt(kind: StoreUnderTest) throws {
        let store = try filled(kind: kind)
        for (number, seat) in [ann, ben].enumerated() {
            let share = Share(
                digest: String(repeating: "\(number)", count: 64), interview: interview, seat: seat,
                visitor: "v\(number)", mayComment: true, made: now, until: nil)
            #expect(try store.keep(share) == share)
            let note = Note(
                id: try #require(NoteID("note01234567890\(number)")),
                place: .init(question: 0, attempt: 1, range: TextRange(start: 0, end: 3)), visitor: nil,
                at: now,
                text: "Xylo?")
            #expect(try store.keep(note, of: interview, seat: seat) == .kept(note))
        }
        _ = try store.erase(ann, of: interview, at: now)
        #expect(try store.shares(of: "v0", at: now).isEmpty && store.notes(of: interview, seat: ann).isEmpty)
        #expect(try store.shares(of: "v1", at: now).count == 1)
        #expect(try store.notes(of: interview, seat: ben).count == 1)
    }

    @Test(arguments: StoreUnderTest.allCases)
    func whatWasOnItsWayIsKeptAsANumber(kind: StoreUnderTest) throws {
        let store = try filled(kind: kind)
        let seq = try #require(try store.erase(ann, of: interview, at: now)).seq
        let late = [
            answer(ann, "Xylem"), .said(.init(seat: ann, ref: try ref("s3"), text: "Xylem")),
            .seatChanged(.init(seat: ann, by: SeatID("h1"), ref: try ref("n2"), name: SeatName("Xylem"))),
            answer(ben, "Quagga"),
        ]
        let kept = try store.commit([
            Append(interview: interview, place: .next, events: late, at: now, reviews: [review("ann")])
        ])
        let left = try store.events(of: interview, after: seq)
        #expect(kept == [.recorded(left)])
        #expect(Array(left.map(\.event).prefix(2)) == [.erased(.init(.answered)), .erased(.init(.said))])
        #expect(left.last?.event == late.last)
        #expect(try EventRow.json(left.map(\.event)).contains("Xylem") == false)
    }

    @Test func noFileHoldsAWordOfIt() throws {
        let store = try #require(try filled(kind: .sqlite) as? SQLiteStore)
        defer { store.close() }
        _ = try store.erase(ann, of: interview, at: now)
        for word in ["ylopho", "nneliese", "nna-Liese"] {
            #expect(try folder.files(holding: word) == [])
        }
        #expect(try !folder.files(holding: "Zebras").isEmpty)
    }

    /// What a trigger of the schema keeps anybody else from.
    @Test(arguments: [
        "UPDATE event SET payload = json_object('kind', kind, 'erased', json('true')) WHERE seq = 8",
        "UPDATE event SET payload = json_object('kind', kind, 'erased', json('true')) WHERE seq = 10",
        "UPDATE event SET payload = json_object('kind', kind, 'erased', json('true')) WHERE seq = 6",
        "UPDATE event SET payload = json_object('kind', kind, 'erased', json('true')) WHERE seq = 1",
        "UPDATE event SET payload = json_remove(payload, '$.seat.name', '$.seat.realName') WHERE seq = 4",
        "UPDATE event SET payload = json_set(payload, '$.text', 'nothing') WHERE seq = 7",
        "UPDATE event SET at = 1 WHERE seq = 7",
        "UPDATE event SET lane = NULL WHERE seq = 7",
    ])
    func nothingElseChangesByIt(sql: String) throws {
        let store = try #require(try filled(kind: .sqlite) as? SQLiteStore)
        _ = try store.erase(ann, of: interview, at: now)
        let before = try store.events(of: interview)
        #expect(throws: StoreError.self) {
            try store.run { pool in try pool.write { try $0.execute(sql: sql) } }
        }
        #expect(try store.events(of: interview) == before)
    }
}
