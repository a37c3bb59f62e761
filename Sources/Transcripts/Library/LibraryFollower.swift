import Dispatch
import Glibc
public import Interviews
import Synchronization

/// Takes what the log keeps into the library as it comes, on a thread of its own that gives way to all others and
/// works for a quarter of the time at most.
public final class LibraryFollower: Sendable {
    private struct State {
        /// Interviews that have gone on, in the order in which they are taken in; each once.
        var queue: [InterviewID] = []
        var waiting: Set<InterviewID> = []
        var isStopped = false
        /// The thread waits for news, and nobody has woken it.
        var sleeps = false
    }

    private let keeper: LibraryKeeper
    private let state = Mutex(State())
    private let wakeUp = DispatchSemaphore(value: 0)
    private let thread = Mutex<WorkerThread?>(nil)
    private let failed: @Sendable (StoreError) -> Void

    /// How many interviews are taken in in one transaction.
    private static let batch = 16
    /// In units of the time that the last batch took.
    private static let rest = 3.0
    /// How long after a fault it is tried again, in seconds.
    private static let patience = 5.0

    /// Starts the thread, which first compares the whole log with the library, and then runs until ``stop()``.
    ///
    /// - Parameter failed: Hears why something could not be taken in, on the follower's thread.
    public init(keeper: LibraryKeeper, failed: @escaping @Sendable (StoreError) -> Void = { _ in }) {
        (self.keeper, self.failed) = (keeper, failed)
        thread.withLock { $0 = WorkerThread(name: "library", niceness: 10) { self.run() } }
    }

    /// Hears what was kept, from any thread; does not wait.
    public func note(_ completed: [LogWriter.Completed]) {
        add(
            completed.compactMap { completed in
                if case .success(.recorded) = completed.result { completed.interview } else { nil }
            })
    }

    /// Takes interviews in again, from any thread; does not wait.
    public func takeIn(_ interviews: [InterviewID]) { add(interviews) }

    /// Ends the thread after the batch that it is at, and returns. What waits is taken in at the next start.
    public func stop() {
        let sleeps = state.withLock { state in
            state.isStopped = true
            defer { state.sleeps = false }
            return state.sleeps
        }
        if sleeps { wakeUp.signal() }
        thread.withLock { $0 }?.join()
    }

    private func add(_ interviews: [InterviewID]) {
        let wakes = state.withLock { state in
            for interview in interviews where state.waiting.insert(interview).inserted {
                state.queue.append(interview)
            }
            guard state.sleeps, !state.queue.isEmpty else { return false }
            state.sleeps = false
            return true
        }
        if wakes { wakeUp.signal() }
    }

    private func run() {
        while !isStopped {
            do throws(StoreError) {
                add(try keeper.compare())
                break
            } catch {
                failed(error)
                sleep(Self.patience)
            }
        }
        while let batch = next() {
            let began = ContinuousClock.now
            do throws(StoreError) {
                try keeper.takeIn(batch)
                sleep(Self.rest * ((ContinuousClock.now - began) / .seconds(1)))
            } catch {
                failed(error)
                add(batch)
                sleep(Self.patience)
            }
        }
    }

    private var isStopped: Bool { state.withLock { $0.isStopped } }

    /// Waits for something to do; `nil` when stopped.
    private func next() -> [InterviewID]? {
        while true {
            let batch: [InterviewID]? = state.withLock { state in
                if state.isStopped { return [] }
                guard !state.queue.isEmpty else {
                    state.sleeps = true
                    return nil
                }
                let batch = Array(state.queue.prefix(Self.batch))
                state.queue.removeFirst(batch.count)
                state.waiting.subtract(batch)
                return batch
            }
            guard let batch else {
                wakeUp.wait()
                continue
            }
            return batch.isEmpty ? nil : batch
        }
    }

    /// Waits, but no longer than until it is stopped.
    private func sleep(_ seconds: Double) {
        let end = ContinuousClock.now + .seconds(seconds)
        while !isStopped, ContinuousClock.now < end {
            usleep(useconds_t(min(0.1, max(0.001, (end - ContinuousClock.now) / .seconds(1))) * 1_000_000))
        }
    }
}
