import Foundation
import Greenroom

/// Takes the signals of an operator: SIGTERM and SIGINT end the server in order, a second one at once; SIGHUP
/// makes it read bank, client and certificate again.
struct SignalThread {
    private let signals: sigset_t

    /// Keeps the signals from the calling thread and from all that it starts later.
    static func block() -> SignalThread {
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        for signal in [SIGTERM, SIGINT, SIGHUP] { unsafe sigaddset(&signals, signal) }
        unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
        return SignalThread(signals: signals)
    }

    func start(_ control: ServerControl) {
        let signals = signals
        Thread.detachNewThread {
            var signals = signals
            var isStopping = false
            while true {
                var signal: Int32 = 0
                guard unsafe sigwait(&signals, &signal) == 0 else { continue }
                if signal == SIGHUP {
                    control.reload()
                } else if isStopping {
                    _exit(130)
                } else {
                    isStopping = true
                    control.stop()
                }
            }
        }
    }
}
