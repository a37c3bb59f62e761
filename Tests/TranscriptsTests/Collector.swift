import Dispatch
import Synchronization
import Testing
import Transcripts

/// Gathers what comes out of other threads until all of it is there.
final class Collector<Element: Sendable>: Sendable {
    private let gathered = Mutex<[Element]>([])
    private let arrived = DispatchSemaphore(value: 0)

    func add(_ elements: [Element]) {
        gathered.withLock { $0 += elements }
        for _ in elements { arrived.signal() }
    }

    /// Waits for this many more elements and returns everything so far. Fails the test after half a minute.
    func wait(for count: Int) -> [Element] {
        for _ in 0..<count {
            guard arrived.wait(timeout: .now() + .seconds(30)) == .success else {
                Issue.record("waited in vain for \(count) elements")
                break
            }
        }
        return gathered.withLock { $0 }
    }
}
