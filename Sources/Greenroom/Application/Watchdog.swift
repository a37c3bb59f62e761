import Foundation
import Glibc
import Logging
import Synchronization
import WebSockets

/// Ends the process hard when the loop no longer turns: a supervisor starts it again, everybody resumes, and
/// nothing is lost because the state is the log.
final class Watchdog: Sendable {
    /// A loop that was silent that long hangs.
    static let patience: UInt64 = 10_000_000_000

    private let control: LoopControl
    private let serviceManager: ServiceManager
    private let logger: Logger
    private let isStopped = Atomic(false)

    init(control: LoopControl, serviceManager: ServiceManager, logger: Logger) {
        self.control = control
        self.serviceManager = serviceManager
        self.logger = logger
    }

    /// Looks every few seconds, on a thread of its own, until ``stop()``.
    func start() {
        Thread.detachNewThread { self.run() }
    }

    private func run() {
        let everySeconds = UInt32(max(1, min(5, serviceManager.watchdogInterval ?? 1)))
        while !isStopped.load(ordering: .relaxed) {
            sleep(everySeconds)
            let (beat, now) = (control.lastBeat, Self.monotonicNow)
            if beat != 0, now > beat, now - beat > Self.patience {
                logger.critical("the loop hangs; ending the process so that it is started again")
                kill(getpid(), SIGKILL)
            }
            if serviceManager.watchdogInterval != nil { serviceManager.beat() }
        }
    }

    func stop() {
        isStopped.store(true, ordering: .relaxed)
    }

    /// Nanoseconds of the clock that ``LoopControl/lastBeat`` is told in.
    private static var monotonicNow: UInt64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
