import Dispatch
import Foundation

/// A named thread whose end can be waited for.
struct WorkerThread: Sendable {
    private let ended = DispatchSemaphore(value: 0)

    /// Starts the thread.
    init(name: String, body: @escaping @Sendable () -> Void) {
        let thread = Thread { [ended] in
            body()
            ended.signal()
        }
        thread.name = name
        thread.start()
    }

    /// Returns when the body has returned, however often it is asked.
    func join() {
        ended.wait()
        ended.signal()
    }
}
