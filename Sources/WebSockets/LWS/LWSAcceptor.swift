import CLibWebSockets
import Glibc

/// Accepts connections for libwebsockets, which is not let near a listening socket of its own: 4.1.6 listens
/// on all interfaces when told one, tries for ever when descriptors run out, and cannot say why a port is
/// refused.
@safe final class LWSAcceptor {
    private let listener: ListeningSocket
    private let loop: LWSEventLoop
    private let accepted: (_ descriptor: Int32, _ address: PeerAddress) -> Void
    private let watcher = UnsafeMutablePointer<ev_io>.allocate(capacity: 1)
    private var isOpen = true

    /// In one go, so that those who are in get their turn during a rush.
    private static let mostAtOnce = 64

    init(
        _ listener: ListeningSocket, loop: LWSEventLoop,
        accepted: @escaping (_ descriptor: Int32, _ address: PeerAddress) -> Void
    ) {
        self.listener = listener
        self.loop = loop
        self.accepted = accepted
        unsafe watcher.initialize(to: ev_io())
        let owner = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe clws_io_init(watcher, readyCallback, listener.descriptor, owner)
        unsafe ev_io_start(loop.pointer, watcher)
    }

    deinit {
        close()
        unsafe watcher.deallocate()
    }

    /// Nobody gets in any more; whoever waited in the backlog is refused.
    func close() {
        guard isOpen else { return }
        isOpen = false
        unsafe ev_io_stop(loop.pointer, watcher)
        listener.close()
    }

    fileprivate func ready() {
        for _ in 0..<Self.mostAtOnce {
            guard isOpen, let (descriptor, address) = listener.accept() else { return }
            accepted(descriptor, address)
        }
    }
}

private func readyCallback(_ loop: OpaquePointer?, _ watcher: UnsafeMutablePointer<ev_io>?, _ events: CInt) {
    guard let data = unsafe watcher?.pointee.data else { return }
    unsafe Unmanaged<LWSAcceptor>.fromOpaque(data).takeUnretainedValue().ready()
}
