import Glibc
import WebSockets

/// Stops the loop in order on SIGINT and SIGTERM. A thread waits for them: a handler could do next to
/// nothing. To be called before there are other threads, which inherit that the signals are held back.
func stopOnSignals(_ control: LoopControl) {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGINT)
    unsafe sigaddset(&signals, SIGTERM)
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    var thread = pthread_t()
    let context = unsafe Unmanaged.passRetained(control).toOpaque()
    unsafe pthread_create(&thread, nil, waitForSignal, context)
}

private func waitForSignal(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGINT)
    unsafe sigaddset(&signals, SIGTERM)
    var signal: CInt = 0
    unsafe sigwait(&signals, &signal)
    if let context = unsafe context {
        unsafe Unmanaged<LoopControl>.fromOpaque(context).takeRetainedValue().stop()
    }
    return nil
}
