import Synchronization
import Transcripts
import WebSockets

/// What `/healthz` and `/readyz` say.
final class Health: Sendable {
    private struct State {
        var isStopping = false
        /// Why the log could not keep the last thing it was given.
        var failure: StoreError?
    }

    private let state = Mutex(State())

    /// Remembers whether the log works, on the thread that has written it.
    ///
    /// - Parameter look: Asks for room. That something found some on a full disk does not mean that the next will.
    func note(_ completions: [LogWriter.Completed], look: () throws(StoreError) -> Void) {
        guard let last = completions.last else { return }
        switch last.result {
        case .success where state.withLock({ $0.failure == .full }):
            do throws(StoreError) {
                try look()
                note(nil)
            } catch {
                note(error)
            }
        case .success: note(nil)
        case .failure(let error): note(error)
        }
    }

    /// Whether the log could not be written when it was tried last.
    var isLogFaulty: Bool {
        state.withLock { $0.failure != nil }
    }

    /// Remembers what a look at the log found.
    func note(_ failure: StoreError?) {
        state.withLock { $0.failure = failure }
    }

    func stopping() {
        state.withLock { $0.isStopping = true }
    }

    /// `/healthz`: the loop turns, else there were no answer. `/readyz`: new visitors may be sent here.
    func response(to path: String) -> HTTPResponse {
        switch path {
        case "/healthz": .text("ok\n")
        case "/readyz": readiness
        default: .text("There is nothing at this address.\n", status: 404)
        }
    }

    var isReady: Bool {
        state.withLock { !$0.isStopping && $0.failure == nil }
    }

    private var readiness: HTTPResponse {
        state.withLock { state in
            if state.isStopping { return .text("stopping\n", status: 503) }
            if let failure = state.failure { return .text("\(failure)\n", status: 503) }
            return .text("ready\n")
        }
    }
}
