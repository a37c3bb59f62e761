import Dispatch
import Glibc
import Interviews
import Testing
import Transcripts

struct LogReaderTests {
    private typealias Reading = Result<[RecordedEvent], StoreError>

    @Test(arguments: StoreUnderTest.allCases)
    func readsAnInterviewFromASeqOn(kind: StoreUnderTest) throws {
        let store = try kind.open()
        let append = Append(.fresh, after: 0, .sampleOpening, .answer("one"), .answer("two"))
        _ = try store.commit([append])
        let collector = Collector<Reading>()
        let reader = LogReader(store: store)

        reader.read(append.interview) { collector.add([$0]) }
        reader.read(append.interview, after: 2) { collector.add([$0]) }
        reader.read(append.interview, after: 1, limit: 1) { collector.add([$0]) }
        reader.read(.fresh) { collector.add([$0]) }
        let readings = try collector.wait(for: 4).map { try $0.get() }
        #expect(readings.map { $0.map(\.seq) } == [[1, 2, 3], [3], [2], []])
        #expect(readings[0] == append.kept)
        reader.stop()
    }

    /// Whoever waits for an answer is served before whoever browses the past.
    @Test(arguments: [0, 4, 10] as [CInt])
    func longReadsLeaveTheProcessorsToOthers(niceness: CInt) {
        let usual = getpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0)
        let collector = Collector<CInt>()
        let reader = LogReader(store: MemoryStore(), niceness: niceness)
        reader.perform({ _ in getpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0) }) {
            collector.add([(try? $0.get()) ?? -100])
        }
        #expect(collector.wait(for: 1) == [max(niceness, usual)])
        reader.stop()
    }

    @Test func readsBesideAWriterThatWaits() throws {
        let store = ScriptedStore(isGated: true)
        let writer = LogWriter(store: store) { _ in }
        writer.submit(Append(.fresh, after: 0, .sampleOpening))
        store.waitForCommit()

        let collector = Collector<Reading>()
        let reader = LogReader(store: store, threads: 3)
        for _ in 0..<30 { reader.read(.fresh) { collector.add([$0]) } }
        #expect(collector.wait(for: 30) == Array(repeating: .success([]), count: 30))

        store.letPass(1)
        writer.stop()
        reader.stop()
    }

    @Test func finishesWhatIsUnderWayWhenStoppedAndRefusesTheRest() {
        let collector = Collector<Reading>()
        let reader = LogReader(store: MemoryStore())
        let (begun, goesOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        reader.perform({ _ throws(StoreError) in
            begun.signal()
            goesOn.wait()
            return []
        }) { collector.add([$0]) }
        begun.wait()
        for _ in 0..<50 {
            reader.read(.fresh) {
                collector.add([$0])
                goesOn.signal()
            }
        }
        reader.stop()
        let readings = collector.wait(for: 51)
        #expect(readings.count { $0 == .success([]) } == 1)
        #expect(readings.count { $0 == .failure(.stopped) } == 50)

        reader.read(.fresh) { collector.add([$0]) }
        #expect(collector.wait(for: 1).last == .failure(.stopped))
    }

    @Test func moreThanMayWaitIsRefusedAtOnce() {
        let collector = Collector<Reading>()
        let reader = LogReader(store: MemoryStore(), capacity: 0)
        reader.read(.fresh) { collector.add([$0]) }
        #expect(collector.wait(for: 1) == [.failure(.busy)])
        reader.stop()
    }
}
