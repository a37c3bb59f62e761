import Interviews
import Testing
import Transcripts

@testable import Greenroom

struct LogLoadTests {
    @Test func theLogIsGivenAHundredAnswersOrTenInterviewsAtATime() {
        var load = LogLoad()
        for ticket in 0..<99 { load.add(append(.next, UInt64(ticket))) }
        #expect(!load.isFull)
        load.add(append(.next, 99))
        #expect(load.isFull)
        load.remove((0..<100).map(completed))
        #expect(load.weight == 0)
        for ticket in 0..<10 { load.add(append(.opening, UInt64(ticket))) }
        #expect(load.isFull)
        load.remove([completed(3)])
        #expect(!load.isFull)
        // What it was never given is nothing to it.
        load.remove([completed(3), completed(1000)])
        #expect(load.weight == 90)
    }

    private let interview = InterviewID.make(from: SystemSecretSource(), at: Timestamp(milliseconds: 1))

    private func append(_ place: Append.Place, _ ticket: UInt64) -> Append {
        Append(
            interview: interview, place: place, events: [.ended(.init(reason: .finished))],
            at: Timestamp(milliseconds: 1), ticket: ticket)
    }

    private func completed(_ ticket: UInt64) -> LogWriter.Completed {
        LogWriter.Completed(ticket: ticket, interview: interview, result: .failure(.busy))
    }
}
