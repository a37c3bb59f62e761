import Interviews
import Testing

struct ReplayTests {
    /// An interview in which everything happens once.
    private func wholeInterview() throws -> Rehearsal {
        var rehearsal = try Rehearsal()
        try rehearsal.perform(.answer(question: 0, text: "One"), ref: "a")
        try rehearsal.perform(.reveal(question: 0), ref: "b")
        try rehearsal.perform(.next(question: 0), ref: "c")
        try rehearsal.perform(.skip(question: 1), ref: "d")
        try rehearsal.perform(.answer(question: 2, text: "One Two"), ref: "e")
        try rehearsal.perform(.end, ref: "f")
        return rehearsal
    }

    @Test func replayingTheLogGivesTheSameInterview() throws {
        let original = try wholeInterview()
        var replayed = Interview(id: original.interview.id)
        for event in original.log { replayed.apply(event) }
        #expect(replayed == original.interview)
        #expect(replayed.report(for: candidate) == original.interview.report(for: candidate))
        #expect(original.log.map(replayed.notice(of:)) == original.notices(after: 0))
    }

    @Test func anEventAppliedTwiceOrBehindAGapChangesNothing() throws {
        let original = try wholeInterview()
        var replayed = Interview(id: original.interview.id)
        for event in original.log {
            var ahead = event
            ahead.seq += 1
            #expect(!replayed.apply(ahead).counts)
            replayed.apply(event)
            #expect(!replayed.apply(event).counts)
            #expect(replayed.seq == event.seq)
        }
        #expect(replayed.report(for: candidate) == original.interview.report(for: candidate))
    }

    @Test func eventsProposedTooLateKeepTheirNumberAndChangeNothing() throws {
        var rehearsal = try wholeInterview()
        let seq = rehearsal.interview.seq
        let late: [Event] = [
            .questionAsked(.init(question: 1)), .questionAsked(.init(question: 99)),
            .questionSkipped(.init(seat: candidate, ref: ref("x"), question: 1)),
            .ended(.init(reason: .left)),
            .modelAnswerRevealed(.init(seat: candidate, ref: ref("y"), question: 0)),
        ]
        #expect(rehearsal.record(late) == [])
        #expect(rehearsal.interview.seq == seq + late.count)
        #expect(rehearsal.interview.phase == .ended(.finished))
    }

    @Test func whoWasAwayIsToldExactlyWhatIsMissing() throws {
        var rehearsal = try Rehearsal()
        var live = rehearsal.notices(after: 0)
        live += try rehearsal.perform(.answer(question: 0, text: "One"), ref: "a")
        live += try rehearsal.perform(.next(question: 0), ref: "b")
        live += try rehearsal.perform(.skip(question: 1), ref: "c")
        live += try rehearsal.perform(.end, ref: "d")
        // Whoever catches up has no use for the number of the change before.
        for place in live.indices { live[place].before = nil }
        for seen in 0...live.count {
            #expect(rehearsal.notices(after: seen) == Array(live.dropFirst(seen)))
        }
    }

    @Test func nobodyElseIsToldAnAnswer() throws {
        let told = try wholeInterview().notices(after: 0, for: SeatID("c2")).map(\.content)
        #expect(
            !told.contains {
                switch $0 {
                case .answered, .revealed, .skipped: true
                default: false
                }
            })
    }
}
