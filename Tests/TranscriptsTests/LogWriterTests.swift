import Interviews
import Testing
import Transcripts

struct LogWriterTests {
    @Test func anOutcomeComesBackWithItsTicket() {
        let collector = Collector<LogWriter.Completed>()
        let writer = LogWriter(store: MemoryStore(), completed: collector.add)
        let append = Append(.fresh, after: 0, .sampleOpening, ticket: 77)
        writer.submit(append)

        #expect(
            collector.wait(for: 1) == [
                LogWriter.Completed(
                    ticket: 77, interview: append.interview, result: .success(append.expected))
            ])
        writer.stop()
    }

    @Test func whatGathersDuringACommitIsOneTransaction() {
        let store = ScriptedStore(isGated: true)
        let collector = Collector<LogWriter.Completed>()
        let writer = LogWriter(store: store, completed: collector.add)

        writer.submit(Append(.fresh, after: 0, .sampleOpening, ticket: 0))
        store.waitForCommit()
        for ticket in 1...99 {
            writer.submit(Append(.fresh, after: 0, .sampleOpening, ticket: UInt64(ticket)))
        }
        #expect(writer.statistics.waiting == 99)
        store.letPass(2)

        #expect(collector.wait(for: 100).map(\.ticket) == (0...99).map { UInt64($0) })
        writer.stop()
        #expect(store.commits == [1, 99])
        #expect(writer.statistics.transactions == 2)
        #expect(writer.statistics.recorded == 100)
    }

    @Test func moreThanMayWaitIsRefusedAtOnce() {
        let store = ScriptedStore(isGated: true)
        let collector = Collector<LogWriter.Completed>()
        let writer = LogWriter(store: store, capacity: 2, completed: collector.add)

        writer.submit(Append(.fresh, after: 0, .sampleOpening, ticket: 0))
        store.waitForCommit()
        for ticket in UInt64(1)...3 {
            writer.submit(Append(.fresh, after: 0, .sampleOpening, ticket: ticket))
        }
        let refused = collector.wait(for: 1)
        #expect(refused.map(\.ticket) == [3])
        #expect(refused.map(\.result) == [.failure(.busy)])

        store.letPass(2)
        #expect(collector.wait(for: 3).map(\.ticket) == [3, 0, 1, 2])
        writer.stop()
        #expect(writer.statistics.refused == 1)
    }

    @Test func stoppingCommitsWhatStillWaits() throws {
        let store = ScriptedStore(isGated: true)
        let collector = Collector<LogWriter.Completed>()
        let writer = LogWriter(store: store, completed: collector.add)
        let interview = InterviewID.fresh
        writer.submit(Append(interview, after: 0, .sampleOpening))
        store.waitForCommit()
        for after in 1...9 { writer.submit(Append(interview, after: after, .answer("\(after)"))) }
        store.letPass(2)
        writer.stop()

        #expect(try store.latest(of: interview) == 10)
        #expect(collector.wait(for: 10).count == 10)

        writer.submit(Append(interview, after: 10, .answer("late")))
        #expect(collector.wait(for: 1).last?.result == .failure(.stopped))
        writer.stop()
    }

    @Test(arguments: StoreUnderTest.allCases)
    func oneAppendThatCannotBeKeptSpoilsNoOther(kind: StoreUnderTest) throws {
        let store = try kind.open()
        let collector = Collector<LogWriter.Completed>()
        let gated = ScriptedStore(store, isGated: true)
        let writer = LogWriter(store: gated, completed: collector.add)
        let interviews = (0..<20).map { _ in InterviewID.fresh }
        writer.submit(Append(.fresh, after: 0, .sampleOpening, ticket: 99))
        gated.waitForCommit()
        for (index, interview) in interviews.enumerated() {
            let event = [3, 4, 17].contains(index) ? Event.unkeepable : .sampleOpening
            writer.submit(Append(interview, after: 0, event, ticket: UInt64(index)))
        }
        gated.letPass(100)

        let completed = collector.wait(for: 21)
        #expect(completed.map(\.ticket) == [99] + (0..<20).map { UInt64($0) })
        #expect(completed.filter { $0.result == .failure(.failed(code: "event not encodable")) }.count == 3)
        writer.stop()
        #expect(try store.interviewCount() == 18)
        #expect(writer.statistics.failures == 3)
    }

    @Test(arguments: [StoreError.full, .unavailable(code: "SQLite 1034"), .corrupt])
    func aFaultFailsTheWholeTransactionAndTheNextIsTriedAgain(fault: StoreError) {
        let store = ScriptedStore(isGated: true, faults: [fault])
        let collector = Collector<LogWriter.Completed>()
        let writer = LogWriter(store: store, completed: collector.add)
        let append = Append(.fresh, after: 0, .sampleOpening)

        writer.submit(append)
        store.letPass(1)
        #expect(collector.wait(for: 1).map(\.result) == [.failure(fault)])
        #expect(writer.statistics.fault == fault)

        writer.submit(append)
        store.letPass(1)
        #expect(collector.wait(for: 1).last?.result == .success(append.expected))
        writer.stop()
        #expect(writer.statistics.fault == nil)
        #expect(store.commits == [1, 1])
    }
}
