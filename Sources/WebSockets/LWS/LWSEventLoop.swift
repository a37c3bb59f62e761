import CLibWebSockets

/// A libev loop of our own, which libwebsockets joins: so the end of a turn is ours to use, and SIGINT is
/// left alone.
@safe final class LWSEventLoop {
    let pointer: OpaquePointer
    /// Called when the loop has waited: the beginning of a turn.
    var turnBegan: () -> Void = {}
    /// Called before the loop waits: the end of a turn.
    var turnEnded: () -> Void = {}
    /// Called when the time given to `wakeUp(after:)` is over.
    var timeIsUp: () -> Void = {}

    private let prepare = UnsafeMutablePointer<ev_prepare>.allocate(capacity: 1)
    private let check = UnsafeMutablePointer<ev_check>.allocate(capacity: 1)
    private let timer = UnsafeMutablePointer<ev_timer>.allocate(capacity: 1)

    /// nil if the system has no descriptors left. (`ev_loop_new`)
    init?() {
        guard let loop = unsafe ev_loop_new(UInt32(EVFLAG_AUTO)) else { return nil }
        unsafe pointer = loop
        unsafe prepare.initialize(to: ev_prepare())
        unsafe check.initialize(to: ev_check())
        unsafe timer.initialize(to: ev_timer())
        let owner = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe clws_prepare_init(prepare, turnEndedCallback, owner)
        unsafe clws_timer_init(timer, timeIsUpCallback, owner)
        unsafe clws_check_init(check, turnBeganCallback, owner)
        unsafe ev_prepare_start(pointer, prepare)
        unsafe ev_check_start(pointer, check)
    }

    deinit {
        unsafe ev_prepare_stop(pointer, prepare)
        unsafe ev_check_stop(pointer, check)
        unsafe ev_timer_stop(pointer, timer)
        unsafe ev_loop_destroy(pointer)
        unsafe prepare.deallocate()
        unsafe check.deallocate()
        unsafe timer.deallocate()
    }

    /// Turns until `stop`. (`ev_run`)
    func run() { _ = unsafe ev_run(pointer, 0) }

    /// Ends `run` after the present turn. (`ev_break`)
    func stop() { unsafe ev_break(pointer, Int32(EVBREAK_ALL)) }

    /// One wake-up; a new one replaces it.
    func wakeUp(after nanoseconds: UInt64) {
        unsafe ev_timer_stop(pointer, timer)
        unsafe clws_timer_set(timer, Double(nanoseconds) / 1e9)
        unsafe ev_timer_start(pointer, timer)
    }

    func cancelWakeUp() { unsafe ev_timer_stop(pointer, timer) }
}

private func turnBeganCallback(
    _ loop: OpaquePointer?, _ watcher: UnsafeMutablePointer<ev_check>?, _ events: CInt
) {
    guard let data = unsafe watcher?.pointee.data else { return }
    unsafe Unmanaged<LWSEventLoop>.fromOpaque(data).takeUnretainedValue().turnBegan()
}

private func turnEndedCallback(
    _ loop: OpaquePointer?, _ watcher: UnsafeMutablePointer<ev_prepare>?, _ events: CInt
) {
    guard let data = unsafe watcher?.pointee.data else { return }
    unsafe Unmanaged<LWSEventLoop>.fromOpaque(data).takeUnretainedValue().turnEnded()
}

private func timeIsUpCallback(
    _ loop: OpaquePointer?, _ watcher: UnsafeMutablePointer<ev_timer>?, _ events: CInt
) {
    guard let data = unsafe watcher?.pointee.data else { return }
    unsafe Unmanaged<LWSEventLoop>.fromOpaque(data).takeUnretainedValue().timeIsUp()
}
