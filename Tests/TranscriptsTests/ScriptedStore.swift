import Dispatch
import Interviews
import Scheduling
import Synchronization
import Transcripts

/// Stands before a store, notes how it is called, waits where it is told, and fails where it is told.
final class ScriptedStore: EventStore {
    private let store: any EventStore
    private let faults = Mutex<[StoreError]>([])
    private let sizes = Mutex<[Int]>([])
    private let entered = DispatchSemaphore(value: 0)
    private let gate: DispatchSemaphore?

    /// - Parameter isGated: Every commit waits for ``letPass()``.
    init(_ store: any EventStore = MemoryStore(), isGated: Bool = false, faults: [StoreError] = []) {
        self.store = store
        gate = isGated ? DispatchSemaphore(value: 0) : nil
        self.faults.withLock { $0 = faults }
    }

    /// How many appends each call of `commit` had.
    var commits: [Int] { sizes.withLock { $0 } }

    /// Waits until a commit stands at the gate.
    func waitForCommit() {
        entered.wait()
    }

    func letPass(_ commits: Int) {
        for _ in 0..<commits { gate?.signal() }
    }

    func commit(_ appends: [Append]) throws(StoreError) -> [Appended] {
        sizes.withLock { $0.append(appends.count) }
        entered.signal()
        gate?.wait()
        if let fault = faults.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) { throw fault }
        return try store.commit(appends)
    }

    func events(
        of interview: InterviewID, lanes: Lanes, after seq: Int, limit: Int
    ) throws(StoreError) -> [RecordedEvent] {
        try store.events(of: interview, lanes: lanes, after: seq, limit: limit)
    }

    func interview(with code: RoomCode) throws(StoreError) -> InterviewID? { try store.interview(with: code) }

    func latest(of interview: InterviewID) throws(StoreError) -> Int { try store.latest(of: interview) }

    func interviewCount() throws(StoreError) -> Int { try store.interviewCount() }

    func interviews(of visitor: String) throws(StoreError) -> [InterviewID] {
        try store.interviews(of: visitor)
    }

    func heads(after interview: InterviewID?, limit: Int) throws(StoreError) -> [LogHead] {
        try store.heads(after: interview, limit: limit)
    }

    func reviews(of visitor: String, latest count: Int) throws(StoreError) -> [Review] {
        try store.reviews(of: visitor, latest: count)
    }

    func hasSeat(_ holder: SeatHolder, in interview: InterviewID) throws(StoreError) -> Bool {
        try store.hasSeat(holder, in: interview)
    }

    func forget(_ visitor: String) throws(StoreError) { try store.forget(visitor) }

    func erase(_ interview: InterviewID) throws(StoreError) -> Bool { try store.erase(interview) }

    func erase(
        _ seat: SeatID, of interview: InterviewID, at now: Timestamp
    ) throws(StoreError) -> RecordedEvent? { try store.erase(seat, of: interview, at: now) }
}
