import Interviews
import Marking
import QuestionBank
import Testing

@testable import Transcripts

/// What the people of a room may read of it.
struct RoomTranscriptTests {
    private let host = SeatID("h1")
    private let ann = SeatID("c1")
    private let bob = SeatID("c2")

    private var events: [RecordedEvent] {
        get throws {
            guard case .opened(var opened) = Event.sampleOpening else { return [] }
            opened.room = RoomRules(progression: .host)
            opened.settings.mode = .realistic
            let seats = [(host, Seat.Role.host, "Ada"), (ann, .candidate, "Ann"), (bob, .candidate, "Bob")]
            var events: [Event] = [.opened(opened)]
            for (id, role, name) in seats {
                let seat = Seat(id: id, role: role, tokenDigest: name, name: SeatName(name))
                events.append(.seatTaken(.init(seat: seat, ref: Reference("j-\(name)"))))
            }
            func ref(_ text: String) throws -> Reference { try #require(Reference(text)) }
            events += [
                .questionAsked(.init(question: 0, seat: host, ref: try ref("start"))),
                .answer("counts references"),
                .said(.init(seat: ann, ref: try ref("s1"), text: "to all")),
                .said(.init(seat: ann, ref: try ref("s2"), text: "to the host", to: .hosts)),
                .said(.init(seat: bob, ref: try ref("s3"), text: "rude")),
                .chatChanged(.init(by: host, ref: try ref("m1"), message: 9, isTakenAway: true)),
                .disputed(
                    .init(
                        seat: ann, ref: try ref("d1"), question: 0, attempt: 1, point: "counts",
                        ranges: [TextRange(start: 0, end: 6)], isWithdrawn: false)),
            ]
            return events.enumerated().map { index, event in
                RecordedEvent(
                    interview: .named("0123456789abcdef"), seq: index + 1,
                    at: Timestamp(milliseconds: Int64(index)), event: event)
            }
        }
    }

    @Test func aClaimWaitsForTheHostsRuling() throws {
        var events = try events
        let before = try #require(Transcript(events, of: ann, for: .host)?.questions.first?.attempts.first)
        #expect(before.claims.map(\.point) == ["counts"] && before.rulings.isEmpty)
        events.append(
            RecordedEvent(
                interview: events[0].interview, seq: events.count + 1, at: events[0].at,
                event: .ruled(
                    .init(
                        by: host, ref: try #require(Reference("u1")), seat: ann, question: 0, attempt: 1,
                        point: "counts", isSaid: true, ranges: [TextRange(start: 0, end: 6)]))))
        let after = try #require(Transcript(events, of: ann, for: .host)?.questions.first?.attempts.first)
        #expect(after.claims.isEmpty && after.rulings.map(\.by) == [host])
    }

    @Test func hostsSeeMarksThatCandidatesDoNotSeeYet() throws {
        let events = try events
        let own = try #require(Transcript(events, of: ann, for: .owner))
        #expect(own.questions.first?.attempts.first?.text == "counts references")
        #expect(own.questions.first?.attempts.first?.mark == nil)
        #expect(Transcript(events, of: ann, for: .host)?.questions.first?.attempts.first?.mark != nil)
    }

    @Test func whatWasSaidIsReadByThoseWhoHeardIt() throws {
        let events = try events
        func chat(_ seat: SeatID, _ reader: Transcript.Reader) -> [String]? {
            Transcript(events, of: seat, for: reader)?.chat.map(\.text)
        }
        #expect(chat(ann, .owner) == ["to all", "to the host"])
        #expect(chat(bob, .owner) == ["to all"])
        #expect(chat(bob, .host) == ["to all", "to the host"])
        #expect(chat(ann, .guest) == [])
        #expect(Transcript(events, of: ann, for: .owner)?.chat.first?.name?.text == "Ann")
    }

    @Test func nobodyReadsWhatAnotherWrote() throws {
        let read = try #require(Transcript(try events, of: bob, for: .owner))
        #expect(read.attemptCount == 0)
        #expect(read.questions.first?.result.outcome == .open)
    }
}
