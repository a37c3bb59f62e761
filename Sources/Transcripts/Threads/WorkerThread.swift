import Dispatch
import Foundation
import Glibc

/// A named thread whose end can be waited for.
struct WorkerThread: Sendable {
    private let ended = DispatchSemaphore(value: 0)

    /// Starts the thread.
    ///
    /// - Parameter givesWay: Whether everybody who waits for a reply comes before it.
    init(name: String, givesWay: Bool = false, body: @escaping @Sendable () -> Void) {
        let thread = Thread { [ended] in
            if givesWay { Self.giveWay() }
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

    /// Work that a visitor may ask for at any length leaves the processors to those who answer, for as long as this
    /// thread lives and the threads that it starts. (`setpriority`; of a thread alone on Linux, sched(7))
    private static func giveWay() {
        _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
    }
}
