import Glibc
import Synchronization

/// Writes the log on a thread of its own, so that no loop ever waits for the disk.
///
/// Whatever gathers while one transaction is being committed, and for a moment after it, goes into the next one: the
/// more there is to do, the more appends share the cost of a commit. Whoever comes alone does not wait.
public final class LogWriter: Sendable {
    private let store: any EventStore
    private let inbox: Inbox<Append>
    private let counters = Mutex(Statistics())
    private let completed: @Sendable ([Completed]) -> Void
    private let thread = Mutex<WorkerThread?>(nil)

    /// Starts the thread, which runs until ``stop()``.
    ///
    /// - Parameters:
    ///   - capacity: How many appends may wait. One more is refused as ``StoreError/busy``.
    ///   - completed: Takes the outcomes, on the writer's thread and in the order of the appends; must not
    ///     wait for anything. Refusals to even try (`busy`, `stopped`) come on the submitter's own thread.
    public init(
        store: any EventStore, capacity: Int = 10_000, completed: @escaping @Sendable ([Completed]) -> Void
    ) {
        self.store = store
        self.completed = completed
        inbox = Inbox(capacity: capacity)
        thread.withLock { $0 = WorkerThread(name: "log writer") { self.run() } }
    }

    /// Hands an append over, from any thread, without waiting for the disk.
    public func submit(_ append: Append) {
        do {
            try inbox.put(append)
        } catch {
            counters.withLock { $0.refused += 1 }
            completed([append.completed(.failure(error))])
        }
    }

    /// Commits what still waits, then ends the thread and returns. Appends submitted later are refused.
    ///
    /// Not to be called from the `completed` closure.
    public func stop() {
        inbox.close()
        thread.withLock { $0 }?.join()
    }

    /// What the writer has done so far.
    public var statistics: Statistics {
        var statistics = counters.withLock { $0 }
        statistics.waiting = inbox.count
        return statistics
    }

    private func run() {
        while let appends = inbox.takeAll() {
            let results = commit(appends[...])
            counters.withLock { $0.count(results) }
            completed(results)
            for _ in 0..<(appends.count > 1 ? Self.moments : 1) where inbox.count < Self.enough {
                usleep(Self.moment)
            }
        }
    }

    /// So many appends are a transaction's worth of their own.
    private static let enough = 8
    /// How long a transaction comes after the one before, in microseconds. An append waits for half of it on average,
    /// and a server that keeps some hundreds a second does with half the transactions.
    private static let moment: useconds_t = 1500
    /// So many moments are waited for after appends that came together: where there are two there are more, and each
    /// transaction that they share saves what it costs. Six milliseconds nobody notices; it was measured that four
    /// times as many bring little more.
    private static let moments = 4

    /// Commits appends in one transaction. Where the store refuses one of them, halves find out which, so that
    /// the others are kept; a fault of the disk fails them all at once.
    private func commit(_ appends: ArraySlice<Append>) -> [Completed] {
        do {
            let began = ContinuousClock.now
            let outcomes = try store.commit(Array(appends))
            let duration = ContinuousClock.now - began
            counters.withLock { counters in
                counters.transactions += 1
                counters.commits.record(duration)
            }
            return zip(appends, outcomes).map { append, outcome in append.completed(.success(outcome)) }
        } catch {
            guard error.concernsOneAppend, appends.count > 1 else {
                return appends.map { $0.completed(.failure(error)) }
            }
            let half = appends.startIndex + appends.count / 2
            return commit(appends[..<half]) + commit(appends[half...])
        }
    }
}
