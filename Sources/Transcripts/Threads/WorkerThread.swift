import Dispatch
import Foundation
import Glibc

/// A named thread whose end can be waited for.
struct WorkerThread: Sendable {
    private let ended = DispatchSemaphore(value: 0)

    /// Starts the thread.
    ///
    /// - Parameter niceness: How far it gives way to others, 0...19: whoever waits for a reply comes before whoever
    ///   browses the past, and both come before what nobody waits for.
    init(name: String, niceness: CInt = 0, body: @escaping @Sendable () -> Void) {
        let thread = Thread { [ended] in
            if niceness > 0 { Self.giveWay(niceness) }
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
    private static func giveWay(_ niceness: CInt) {
        _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, niceness)
    }
}
