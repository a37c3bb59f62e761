import CLibWebSockets
import Glibc

/// A connection that has not sent a whole head yet: it waits here, looked at and not read from, and costs
/// libwebsockets nothing. Plain connections only: what comes under TLS only libwebsockets can read.
@safe final class LWSDoorway {
    let descriptor: Int32
    let address: PeerAddress
    let account: PeerAddress?
    /// Monotonic nanoseconds: when it has waited long enough.
    let deadline: UInt64
    /// How much had come when it was last looked at.
    private(set) var seen = 0
    private var leastBytes = 1

    private let loop: LWSEventLoop
    private let watcher = UnsafeMutablePointer<ev_io>.allocate(capacity: 1)
    private let ready: (LWSDoorway) -> Void

    init(
        _ descriptor: Int32, address: PeerAddress, account: PeerAddress?, deadline: UInt64,
        loop: LWSEventLoop,
        ready: @escaping (LWSDoorway) -> Void
    ) {
        self.descriptor = descriptor
        self.address = address
        self.account = account
        self.deadline = deadline
        self.loop = loop
        self.ready = ready
        unsafe watcher.initialize(to: ev_io())
        let owner = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe clws_io_init(watcher, somethingCameCallback, descriptor, owner)
        unsafe ev_io_start(loop.pointer, watcher)
    }

    deinit {
        stop()
        unsafe watcher.deallocate()
    }

    /// Before the descriptor becomes somebody else's.
    func stop() { unsafe ev_io_stop(loop.pointer, watcher) }

    enum Look: Equatable {
        case nothingNew, gone
        case found(RawHead.Finding)
    }

    /// What has come so far. (`recv`, MSG_PEEK)
    func look(_ rules: RawHead, _ buffer: inout [UInt8]) -> Look {
        let count = unsafe recv(descriptor, &buffer, buffer.count, CInt(MSG_PEEK | MSG_DONTWAIT))
        guard count > 0 else { return count < 0 && (errno == EAGAIN || errno == EINTR) ? .nothingNew : .gone }
        // Woken without more having come: it is the end.
        guard count > seen else { return .gone }
        seen = count
        let finding = rules.examine(buffer[..<count])
        // Not before there is more: what is left unread would wake the loop again and again.
        if finding == .unfinished || leastBytes > 1 {
            leastBytes = finding == .unfinished ? count + 1 : 1
            wakeLoop(by: descriptor, from: leastBytes)
        }
        return .found(finding)
    }

    /// Takes the head out of the socket: it is given to libwebsockets in another form.
    func drop(_ count: Int, _ buffer: inout [UInt8]) {
        _ = unsafe recv(descriptor, &buffer, min(count, buffer.count), CInt(MSG_DONTWAIT))
    }

    fileprivate func somethingCame() { ready(self) }
}

/// Nobody is told that something has come before there are so many bytes, or the end. (`setsockopt`, SO_RCVLOWAT)
func wakeLoop(by descriptor: Int32, from bytes: Int) {
    var least = CInt(bytes)
    _ = unsafe setsockopt(
        descriptor, SOL_SOCKET, SO_RCVLOWAT, &least, socklen_t(MemoryLayout<CInt>.size))
}

extension RawHead {
    /// The names that the library at hand knows. (`lws_token_to_string`)
    static func asLibWebSocketsKnows(limit: Int) -> RawHead {
        var known: [String] = []
        for token in 0..<WSI_TOKEN_COUNT.rawValue {
            guard let name = unsafe lws_token_to_string(lws_token_indexes(token)) else { continue }
            let text = unsafe String(cString: UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
            if text.hasSuffix(":") || text.hasSuffix(" ") { known.append(text) }
        }
        return RawHead(known: known, limit: limit)
    }
}

private func somethingCameCallback(
    _ loop: OpaquePointer?, _ watcher: UnsafeMutablePointer<ev_io>?, _ events: CInt
) {
    guard let data = unsafe watcher?.pointee.data else { return }
    unsafe Unmanaged<LWSDoorway>.fromOpaque(data).takeUnretainedValue().somethingCame()
}
