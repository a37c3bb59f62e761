import CLibWebSockets
import Synchronization

/// Wakes the loop from any thread, for as long as there is a context. (`lws_cancel_service`)
final class Waker: Sendable {
    /// Safe because the pointer is given to nothing but `lws_cancel_service`, the one function that may be
    /// called from any thread, and only under the lock that `detach` takes before the context is destroyed.
    @safe private struct Context: @unchecked Sendable {
        let pointer: OpaquePointer
    }

    private let context = Mutex<Context?>(nil)

    func attach(_ pointer: OpaquePointer) {
        let attached = unsafe Context(pointer: pointer)
        context.withLock { $0 = attached }
    }

    func detach() { context.withLock { $0 = nil } }

    func wake() {
        context.withLock { context in
            if let context { unsafe lws_cancel_service(context.pointer) }
        }
    }
}
