import CLibWebSockets

/// Tells of a moment that libwebsockets 4.1.6 does not know or cannot be asked for.
@safe final class LWSWatcher {
    enum Moment {
        /// Something has come that libwebsockets has not read yet: of two watchers of one descriptor libev calls the one
        /// with the higher priority first.
        case cameFirst
        /// The system can take more of an answer. A connection that is not to be read from is not written to either, and
        /// one that is to be read from turns in circles over what it leaves unread while an answer is under way.
        case writable
    }

    private let loop: LWSEventLoop
    private let watcher = UnsafeMutablePointer<ev_io>.allocate(capacity: 1)
    private let happened: () -> Void

    init(_ moment: Moment, of socket: LWSSocket, loop: LWSEventLoop, happened: @escaping () -> Void) {
        self.loop = loop
        self.happened = happened
        unsafe watcher.initialize(to: ev_io())
        let owner = unsafe Unmanaged.passUnretained(self).toOpaque()
        switch moment {
        case .cameFirst: unsafe clws_first_io_init(watcher, watcherCallback, socket.descriptor, owner)
        case .writable: unsafe clws_write_init(watcher, watcherCallback, socket.descriptor, owner)
        }
        unsafe ev_io_start(loop.pointer, watcher)
    }

    deinit {
        unsafe ev_io_stop(loop.pointer, watcher)
        unsafe watcher.deallocate()
    }

    fileprivate func itHappened() { happened() }
}

private func watcherCallback(_ loop: OpaquePointer?, _ watcher: UnsafeMutablePointer<ev_io>?, _ events: CInt)
{
    guard let data = unsafe watcher?.pointee.data else { return }
    unsafe Unmanaged<LWSWatcher>.fromOpaque(data).takeUnretainedValue().itHappened()
}
