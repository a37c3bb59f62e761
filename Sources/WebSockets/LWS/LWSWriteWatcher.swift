import CLibWebSockets

/// Tells when the system can take more of an answer. libwebsockets 4.1.6 cannot be asked: a connection that
/// is not to be read from is not written to either, and one that is to be read from turns in circles over
/// what it leaves unread while an answer is under way.
@safe final class LWSWriteWatcher {
    private let loop: LWSEventLoop
    private let watcher = UnsafeMutablePointer<ev_io>.allocate(capacity: 1)
    private let ready: () -> Void

    init(_ socket: LWSSocket, loop: LWSEventLoop, ready: @escaping () -> Void) {
        self.loop = loop
        self.ready = ready
        unsafe watcher.initialize(to: ev_io())
        let owner = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe clws_write_init(watcher, writableCallback, socket.descriptor, owner)
        unsafe ev_io_start(loop.pointer, watcher)
    }

    deinit {
        unsafe ev_io_stop(loop.pointer, watcher)
        unsafe watcher.deallocate()
    }

    fileprivate func becameReady() { ready() }
}

private func writableCallback(_ loop: OpaquePointer?, _ watcher: UnsafeMutablePointer<ev_io>?, _ events: CInt)
{
    guard let data = unsafe watcher?.pointee.data else { return }
    unsafe Unmanaged<LWSWriteWatcher>.fromOpaque(data).takeUnretainedValue().becameReady()
}
