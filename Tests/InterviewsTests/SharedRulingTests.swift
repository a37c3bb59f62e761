import Interviews
import Marking
import QuestionBank
import Testing

/// A host rules for everybody who said it in the same words.
struct SharedRulingTests {
    private let host = RoomRehearsal.host

    /// A room in which each has answered the first question.
    private func room(_ answers: String...) throws -> RoomRehearsal {
        var room = try RoomRehearsal(RoomRules(progression: .host))
        for number in answers.indices { try room.join("Name\(number)") }
        room.ask(.start, by: host)
        for (number, answer) in answers.enumerated() {
            room.ask(.answer(question: 0, text: answer), by: SeatID("c\(number + 1)"))
        }
        return room
    }

    private func rule(
        _ range: Range<Int>?, isWithdrawn: Bool = false, isSaid: Bool = true, seat: String = "c1"
    ) -> Command {
        let ranges = range.map { [TextRange(start: $0.lowerBound, end: $0.upperBound)] } ?? []
        return .rule(
            .init(
                seat: SeatID(seat), isSaid: isSaid,
                .init(
                    question: 0, attempt: 1, point: "two", ranges: ranges, isWithdrawn: isWithdrawn),
                isForAll: true))
    }

    private func ruled(_ room: RoomRehearsal) -> [String] {
        room.interview.seats.filter { seat in
            let response = room.interview.response(of: seat.id, to: 0)
            return (1...3).contains { response.ruledPoints(of: $0).contains("two") }
        }.map(\.id.text)
    }

    @Test func everybodyWithTheSameWordsGetsARulingOfTheirOwn() throws {
        var room = try room(
            "It halves the cost.", "One, and “it HALVES\n the cost”!", "It doubles the cost",
            "😀 Two: it halves the cost",
            "It halves the costs")
        let (applied, refusal) = room.ask(rule(0..<18), by: host)
        #expect(refusal == nil)
        let events = room.log.suffix(2).compactMap {
            if case .ruled(let ruled) = $0.event { ruled } else { nil }
        }
        // The fourth has the point already, the fifth other words.
        #expect(events.map(\.seat.text) == ["c1", "c2"])
        #expect(events.map(\.others) == [1, nil] && events.map(\.isAlso) == [nil, true])
        #expect(events[1].ranges == [TextRange(start: 10, end: 29)])
        #expect(
            applied.flatMap(\.notices).map(\.audience) == [.seatAndHosts(SeatID("c1")), .seat(SeatID("c2"))])
        #expect(ruled(room) == ["c1", "c2"])
        // What the machine found stays beside it.
        #expect(room.interview.response(of: SeatID("c2"), to: 0).verdict(on: "two", of: 1) == .missed)
        #expect(Ruling.standing(in: room.log).map(\.words) == [["It halves the cost"]])
    }

    @Test func itIsTakenBackForAll() throws {
        var room = try room("it halves the cost", "It halves the cost, One", "Nothing")
        room.ask(rule(nil), by: host)
        room.ask(
            .rule(
                .init(
                    seat: SeatID("c3"), isSaid: true,
                    .init(question: 0, attempt: 1, point: "two", ranges: [], isWithdrawn: false))),
            by: host)
        #expect(ruled(room) == ["c1", "c2", "c3"])
        #expect(room.ask(rule(nil, isWithdrawn: true), by: host).refusal == nil)
        // Another ruling, on other words, stands.
        #expect(ruled(room) == ["c3"])
        #expect(Ruling.standing(in: room.log).count == 1)
    }

    @Test func theLatestAttemptThatHasTheWordsIsRuledAbout() throws {
        var room = try room("it halves the cost", "Nothing")
        room.ask(.answer(question: 0, text: "Well, it halves the cost."), by: SeatID("c2"))
        room.ask(
            .dispute(.init(question: 0, attempt: 2, point: "two", ranges: [], isWithdrawn: false)),
            by: SeatID("c2"))
        room.ask(rule(0..<18), by: host)
        #expect(room.interview.response(of: SeatID("c2"), to: 0).ruledPoints(of: 2) == ["two"])
        #expect(room.interview.response(of: SeatID("c2"), to: 0).claims.isEmpty)
    }

    @Test func nobodyElseIsConcernedByWhatWasNotSaid() throws {
        var room = try room("it halves the cost", "it halves the cost")
        room.ask(rule(0..<18, isSaid: false), by: host)
        #expect(ruled(room).isEmpty)
        guard case .ruled(let ruled)? = room.log.last?.event else {
            Issue.record("no ruling")
            return
        }
        #expect(ruled.others == 0)
    }

    @Test func onlyForTheQuestionAtHand() throws {
        var room = try room("it halves the cost", "it halves the cost")
        #expect(room.ask(rule(0..<18), by: SeatID("c2")).refusal == .notAllowed)
        room.ask(.show(question: 0), by: host)
        room.ask(.next(question: 0), by: host)
        #expect(room.ask(rule(0..<18), by: host).refusal == .notAsked(question: 0))
        room.ask(.undo, by: host)
        room.ask(.end, by: host)
        #expect(room.ask(rule(0..<18), by: host).refusal == .notAsked(question: 0))
    }
}
