import Foundation
import Interviews
import Testing
import Transcripts

/// Many threads on one writer.
struct LogWriterThreadTests {
    @Test(arguments: StoreUnderTest.allCases)
    func everyInterviewKeepsTheOrderInWhichItWasSubmitted(kind: StoreUnderTest) throws {
        let store = try kind.open()
        let collector = Collector<LogWriter.Completed>()
        let writer = LogWriter(store: store, completed: collector.add)
        let interviews = (0..<8).map { _ in InterviewID.fresh }
        for interview in interviews {
            Thread.detachNewThread {
                for after in 0..<100 { writer.submit(Append(interview, after: after, .answer("\(after)"))) }
            }
        }
        let completed = collector.wait(for: 800)
        writer.stop()

        for interview in interviews {
            let outcomes = completed.filter { $0.interview == interview }.map(\.result)
            #expect(
                outcomes
                    == (0..<100).map {
                        .success(Append(interview, after: $0, .answer("\($0)")).expected(after: $0))
                    })
            #expect(try store.events(of: interview).map(\.event) == (0..<100).map { .answer("\($0)") })
        }
        #expect(writer.statistics.transactions < 800)
    }

    @Test(arguments: StoreUnderTest.allCases)
    func rivalsForOneInterviewAllGetInOnceEach(kind: StoreUnderTest) throws {
        let store = try kind.open()
        let interview = InterviewID.fresh
        _ = try store.commit([Append(interview, after: 0, .sampleOpening)])
        let rivals = (0..<6).map { _ in Collector<LogWriter.Completed>() }
        let writer = LogWriter(store: store) { completed in
            for one in completed { rivals[Int(one.ticket)].add([one]) }
        }
        let finished = Collector<Int>()
        for (number, rival) in rivals.enumerated() {
            Thread.detachNewThread {
                var written = 0
                while written < 20 {
                    let event = Event.answer("\(number)/\(written)")
                    writer.submit(Append(interview, after: 1, event, ticket: UInt64(number)))
                    guard case .success(.recorded)? = rival.wait(for: 1).last?.result else { break }
                    written += 1
                }
                finished.add([written])
            }
        }
        #expect(finished.wait(for: 6) == Array(repeating: 20, count: 6))
        writer.stop()

        let events = try store.events(of: interview)
        #expect(events.map(\.seq) == Array(1...121))
        for number in 0..<6 {
            let own = events.map(\.event).filter { event in
                guard case .answered(let answer) = event else { return false }
                return answer.text.hasPrefix("\(number)/")
            }
            #expect(own == (0..<20).map { .answer("\(number)/\($0)") })
        }
    }
}
