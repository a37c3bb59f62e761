import Interviews
import Marking
import QuestionBank
import Testing
import Transcripts

@testable import Pages

/// Who may read what: rows are people, columns what they ask for.
struct AccessTests {
    private static let names = ["host", "cohost", "ann", "bob", "banned", "removedHost", "spectator"]

    /// A room with a host and a co-host, two candidates, one who was banned, a host who was removed, a spectator.
    private static var room: Interview {
        guard let id = InterviewID("0123456789abcdef") else { preconditionFailure("a name") }
        var events: [Event] = [
            .opened(
                .init(
                    settings: Settings(topics: [], count: 1, seed: "s", pace: .instant), bank: "b",
                    topics: [],
                    questions: [
                        Question(
                            id: "t/q", topic: "t", prompt: "?", source: SourceLocation(file: "t.md", line: 1))
                    ], visitor: "host", room: RoomRules(progression: .host)))
        ]
        let roles: [Seat.Role] = [.host, .host, .candidate, .candidate, .candidate, .host, .spectator]
        let ids = ["h1", "h2", "c1", "c2", "c3", "h3", "s1"]
        for (index, name) in names.enumerated() {
            let seat = Seat(
                id: SeatID(ids[index]), role: roles[index], tokenDigest: "token \(name)",
                name: SeatName(name),
                visitor: name)
            events.append(.seatTaken(.init(seat: seat, ref: Reference("join-\(index)"))))
        }
        for (index, seat) in ["c3", "h3"].enumerated() {
            guard let ref = Reference("out-\(index)") else { preconditionFailure("a reference") }
            events.append(
                .seatChanged(
                    .init(
                        seat: SeatID(seat), by: SeatID("h1"), ref: ref,
                        standing: index == 0 ? .banned : .removed)))
        }
        var interview = Interview(id: id)
        for (index, event) in events.enumerated() {
            interview.apply(
                RecordedEvent(interview: id, seq: index + 1, at: Timestamp(milliseconds: 1), event: event))
        }
        return interview
    }

    @Test(
        arguments: [
            ("host", [.host, .host, .host], true), ("cohost", [.host, .host, .host], true),
            ("ann", [.owner, nil, nil], false), ("bob", [nil, .owner, nil], false),
            ("banned", [nil, nil, .owner], false),
            ("removedHost", [nil, nil, nil], false), ("spectator", [nil, nil, nil], false),
            ("stranger", [nil, nil, nil], false), ("", [nil, nil, nil], false),
        ] as [(String, [Scope.Reader?], Bool)])
    func everybodyReadsWhatIsTheirs(visitor: String, readers: [Scope.Reader?], seesRoom: Bool) {
        let scope = Scope.of(Self.room, for: .visitor(visitor))
        #expect(["c1", "c2", "c3"].map { scope?.reader(of: SeatID($0)) } == readers)
        let isRoom = if case .room = scope { true } else { false }
        #expect(isRoom == seesRoom)
    }

    /// Two browsers that were brought together are one visitor, who may have sat in one room with both.
    @Test func whoeverHasTwoSeatsReadsBoth() {
        var room = Self.room
        let second = Seat(
            id: SeatID("c7"), role: .candidate, tokenDigest: "other", name: SeatName("ann"), visitor: "ann")
        let event = Event.seatTaken(.init(seat: second, ref: Reference("join-7")))
        room.apply(
            RecordedEvent(
                interview: room.id, seq: room.seq + 1, at: Timestamp(milliseconds: 1), event: event))
        let scope = Scope.of(room, for: .visitor("ann"))
        #expect(["c1", "c7", "c2"].map { scope?.reader(of: SeatID($0)) } == [.owner, .owner, nil])
        #expect(scope?.seats == [SeatID("c7"), SeatID("c1")])
        #expect(Scope.of(room, for: .visitor("bob"))?.seats == [])
    }

    /// Ann answers before another role is hers.
    @Test(arguments: [Seat.Role.host, .spectator])
    func whoeverHasAnsweredKeepsTheTranscript(in role: Seat.Role) throws {
        var room = Self.room
        let (ann, host) = (SeatID("c1"), SeatID("h1"))
        let mark = Mark(points: [], coverage: 0, remarks: [], matcher: "test")
        let events: [Event] = [
            .questionAsked(.init(question: 0)),
            .answered(
                .init(
                    seat: ann, ref: try #require(Reference("a")), question: 0, attempt: 1, text: "It is.",
                    mark: mark)),
            .seatChanged(.init(seat: ann, by: host, ref: try #require(Reference("r")), role: role)),
        ]
        for event in events {
            let recorded = RecordedEvent(
                interview: room.id, seq: room.seq + 1, at: Timestamp(milliseconds: 1), event: event)
            #expect(room.apply(recorded).counts)
        }
        #expect(room.seats[ann]?.isReported == true && room.seats[host]?.isReported == false)
        #expect(Scope.of(room, for: .share(ann)) == .seat(ann, isOwn: false))
        let scope = Scope.of(room, for: .visitor("ann"))
        #expect(scope == (role == .host ? .room(hostedBy: ann) : .seat(ann, isOwn: true)))
    }

    @Test func aSharedSeatIsReadByItsGuestAndNothingElseIs() {
        let scope = Scope.of(Self.room, for: .share(SeatID("c1")))
        #expect(["c1", "c2", "h1"].map { scope?.reader(of: SeatID($0)) } == [.guest, nil, nil])
        #expect(Scope.of(Self.room, for: .share(SeatID("h1"))) == nil)
        #expect(Scope.of(Self.room, for: .share(SeatID("c9"))) == nil)
    }

    /// Old logs know the visitor of whoever practises alone by the opening.
    @Test func whoPractisesAloneOwnsIt() {
        guard let id = InterviewID("0123456789abcdef") else { return }
        var interview = Interview(id: id)
        let opened = Event.Opened(
            settings: Settings(topics: [], count: 1, seed: "s", pace: .instant), bank: "b", topics: [],
            questions: [
                Question(id: "t/q", topic: "t", prompt: "?", source: SourceLocation(file: "t.md", line: 1))
            ],
            visitor: "ann")
        let seat = Seat(id: SeatID("c1"), role: .candidate, tokenDigest: "x")
        for (index, event) in [Event.opened(opened), .seatTaken(.init(seat: seat))].enumerated() {
            interview.apply(
                RecordedEvent(interview: id, seq: index + 1, at: Timestamp(milliseconds: 1), event: event))
        }
        #expect(Scope.of(interview, for: .visitor("ann")) == .seat(SeatID("c1"), isOwn: true, others: []))
        #expect(Scope.of(interview, for: .visitor("eve")) == nil)
    }
}
