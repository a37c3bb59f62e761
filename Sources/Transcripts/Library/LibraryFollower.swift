import Dispatch
import Glibc
public import Interviews
import Synchronization

/// Takes into the library what the log keeps, on a thread of its own that gives way to all others and works for a
/// quarter of the time at most.
///
/// An interview is read and written whole, so it waits until nothing has happened in it for a while: one that goes on
/// is taken in once and not after every answer. Whoever looks at the library does not wait for that; see
/// ``catchUp(with:)``.
public final class LibraryFollower: Sendable {
    fileprivate typealias Moments = [InterviewID: ContinuousClock.Instant]

    fileprivate struct State {
        /// Interviews that have gone on and are not taken in yet, and the moment from which they are.
        var waiting: Moments = [:]
        /// What the log had before this began, in the order in which it is taken in.
        var backlog: ArraySlice<InterviewID> = []
        var isStopped = false
        /// The thread waits for news, and nobody has woken it.
        var sleeps = false
    }

    private let keeper: LibraryKeeper
    private let quiet: Duration
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
    /// - Parameters:
    ///   - quiet: For how long nothing happens in an interview before it is taken in.
    ///   - failed: Hears why something could not be taken in, on any thread.
    public init(
        keeper: LibraryKeeper, quiet: Duration = .seconds(60),
        failed: @escaping @Sendable (StoreError) -> Void = { _ in }
    ) {
        (self.keeper, self.quiet, self.failed) = (keeper, quiet, failed)
        thread.withLock { $0 = WorkerThread(name: "library", niceness: 10) { self.run() } }
    }

    /// Hears what was kept, from any thread; does not wait.
    public func note(_ completed: [LogWriter.Completed]) {
        wait(
            for: completed.lazy.compactMap { completed in
                if case .success(.recorded) = completed.result { completed.interview } else { nil }
            }, until: .now + quiet)
    }

    /// Hears what other servers kept, from any thread. They take it in as well, and mostly before.
    public func note<Interviews: Sequence<InterviewID>>(fromOthers interviews: Interviews) {
        wait(for: interviews, until: .now + quiet * 2)
    }

    /// Takes interviews in again, from any thread; does not wait.
    public func takeIn(_ interviews: [InterviewID]) {
        wait(for: interviews, until: .now)
        wake()
    }

    /// Takes in what waits of a visitor's, and returns when it is there; not for what was there before this began.
    /// Where it cannot be taken in it goes on waiting.
    public func catchUp(with visitor: String) {
        guard state.withLock({ !$0.waiting.isEmpty }) else { return }
        do throws(StoreError) {
            let interviews = try keeper.interviews(of: visitor)
            let behind = state.withLock { state in
                Moments(
                    uniqueKeysWithValues: interviews.compactMap { id in state.waiting[id].map { (id, $0) } })
            }
            try keeper.takeIn(Array(behind.keys))
            state.withLock { $0.tookIn(behind) }
        } catch {
            if error != .stopped { failed(error) }
        }
    }

    /// Ends the thread, and returns. What waits is taken in at the next start, and so is what is being read: a room of
    /// thousands is read for seconds, and whoever is to serve next waits for this server's end.
    public func stop() {
        state.withLock { $0.isStopped = true }
        keeper.stop()
        wake()
        thread.withLock { $0 }?.join()
    }

    private func wait<Interviews: Sequence<InterviewID>>(
        for interviews: Interviews, until moment: ContinuousClock.Instant
    ) {
        let wasEmpty = state.withLock { state in
            let wasEmpty = state.waiting.isEmpty
            for interview in interviews { state.waiting[interview] = moment }
            return wasEmpty
        }
        if wasEmpty { wake() }
    }

    private func wake() {
        let sleeps = state.withLock { state in
            defer { state.sleeps = false }
            return state.sleeps
        }
        if sleeps { wakeUp.signal() }
    }

    private func run() {
        while !isStopped {
            do throws(StoreError) {
                let behind = try keeper.compare()
                state.withLock { $0.backlog = behind[...] }
                break
            } catch {
                failed(error)
                sleep(Self.patience)
            }
        }
        while let batch = next() {
            let began = ContinuousClock.now
            do throws(StoreError) {
                try keeper.takeIn(Array(batch.keys))
                state.withLock { $0.tookIn(batch) }
                sleep(Self.rest * ((ContinuousClock.now - began) / .seconds(1)))
            } catch {
                if error != .stopped { failed(error) }
                sleep(Self.patience)
            }
        }
    }

    private var isStopped: Bool { state.withLock { $0.isStopped } }

    /// Waits for something to do; `nil` when stopped.
    private func next() -> Moments? {
        while true {
            let (batch, pause) = state.withLock { $0.next(Self.batch, at: .now) }
            if let batch { return batch.isEmpty ? nil : batch }
            if let pause {
                _ = wakeUp.wait(timeout: .now() + pause)
            } else {
                wakeUp.wait()
            }
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

extension LibraryFollower.State {
    /// - Returns: What to take in now, nothing when stopped; or for how many seconds to wait, `nil` until woken.
    fileprivate mutating func next(
        _ count: Int, at now: ContinuousClock.Instant
    ) -> (batch: LibraryFollower.Moments?, pause: Double?) {
        if isStopped { return ([:], nil) }
        // What the log had before waits as well, so that it is tried again after a fault.
        for interview in backlog.prefix(count) where waiting[interview] == nil { waiting[interview] = now }
        backlog = backlog.dropFirst(count)
        let due = waiting.lazy.filter { $0.value <= now }.prefix(count)
        if !due.isEmpty { return (Dictionary(uniqueKeysWithValues: due.map { ($0.key, $0.value) }), nil) }
        sleeps = true
        // What was noted since waits longer: there is nothing to be looked for more often than once a second.
        return (nil, waiting.values.min().map { max(1, ($0 - now) / .seconds(1)) })
    }

    /// What has gone on meanwhile waits once more.
    fileprivate mutating func tookIn(_ batch: LibraryFollower.Moments) {
        for (interview, moment) in batch where waiting[interview] == moment { waiting[interview] = nil }
    }
}
