import FoundationEssentials
import Interviews
import Synchronization
import Testing

@testable import Transcripts

/// A copy is made while the log is written as fast as it can be.
struct CopyTests {
    @Test func aCopyHoldsWhatWasRecordedBeforeItBeganAndIsALog() throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(folder: folder.path)
        let recorded = Mutex<[InterviewID: Int]>([:])
        let isDone = Atomic(false)
        let collector = Collector<RecordedEvent>()
        // Every outcome is followed by the interview's next answer.
        let next = Mutex<LogWriter?>(nil)
        let writer = LogWriter(store: store) { completed in
            for one in completed {
                guard case .success(.recorded(let events)) = one.result, let last = events.last else {
                    continue
                }
                recorded.withLock { $0[last.interview] = last.seq }
                collector.add([last])
                guard !isDone.load(ordering: .relaxed) else { continue }
                next.withLock { $0 }?.submit(Append(last.interview, after: last.seq, .answer("\(last.seq)")))
            }
        }
        next.withLock { $0 = writer }
        for _ in 0..<64 { writer.submit(Append(.fresh, after: 0, .sampleOpening)) }
        _ = collector.wait(for: 2000)

        let start = ContinuousClock.now
        let before = recorded.withLock { $0 }
        let copy = try TemporaryFolder()
        let content = try SQLiteArchive(folder: folder.path).copy(to: copy.path + "/greenroom.sqlite")
        let written = recorded.withLock { $0 }.values.reduce(0, +) - before.values.reduce(0, +)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        isDone.store(true, ordering: .relaxed)
        writer.stop()
        next.withLock { $0 = nil }
        print("\(Int(Double(written) / seconds)) answers/s during a copy of \(content.events) events")

        let restored = try SQLiteStore(folder: copy.path)
        #expect(content.interviews == 64)
        for (interview, seq) in before {
            let events = try restored.events(of: interview)
            #expect(events.count >= seq)
            #expect(try store.events(of: interview, after: 0, limit: events.count) == events)
            let following = Append(interview, after: events.count, .answer("goes on"))
            #expect(try restored.commit([following]) == [following.expected(after: events.count)])
        }
    }
}
