import Foundation
import TerminalClient

/// Takes Ctrl-C and its like: the first ends the conversation in order, a second one at once.
enum InterruptThread {
    static func start(_ interrupted: @escaping @Sendable () -> Void) {
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        for signal in [SIGTERM, SIGINT, SIGHUP] { unsafe sigaddset(&signals, signal) }
        unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
        Thread.detachNewThread { [signals] in
            var signals = signals
            var isLeaving = false
            while true {
                var signal: Int32 = 0
                guard unsafe sigwait(&signals, &signal) == 0 else { continue }
                if isLeaving { _exit(130) }
                isLeaving = true
                interrupted()
            }
        }
    }
}
