import CLibWebSockets

/// What a callback finds when it asks its context whose it is.
@safe final class LWSOwner {
    /// nil before the engine is complete and after it has begun to go.
    var engine: Unmanaged<Engine>?
    /// Whose connection is being adopted and has no name at libwebsockets yet.
    var arriving: Unmanaged<Peer>?
    /// The server's SSL_CTX, which lives as long as the context.
    var tls: OpaquePointer?
}

/// One context with one virtual host: HTTP/1.1 and WebSockets, no extensions, no listener.
/// (`lws_create_context`)
@safe final class LWSContext {
    let owner = LWSOwner()
    let loop: LWSEventLoop
    private let memory: CMemory
    private var context: OpaquePointer?
    private let host: OpaquePointer
    private let waker: Waker

    init(
        _ configuration: LoopConfiguration, descriptors: Int, loop: LWSEventLoop, waker: Waker
    ) throws(LoopError) {
        let memory = CMemory()
        var info = unsafe lws_context_creation_info()
        unsafe info.port = clws_no_listener
        unsafe info.protocols = unsafe UnsafePointer(memory.protocols(configuration.upgrade.subprotocol))
        unsafe info.options = clws_context_options | (configuration.tls == nil ? 0 : clws_tls_context_options)
        unsafe info.user = unsafe Unmanaged.passUnretained(owner).toOpaque()
        unsafe info.fd_limit_per_thread = UInt32(descriptors)
        unsafe info.max_http_header_data = configuration.limits.headerBytes
        unsafe info.timeout_secs = configuration.limits.handshakeSeconds
        unsafe info.timeout_secs_ah_idle = configuration.limits.handshakeSeconds
        unsafe info.keepalive_timeout = configuration.limits.keepAliveSeconds
        unsafe info.pt_serv_buf_size = 32 * 1024
        unsafe info.alpn = unsafe memory.string("http/1.1")
        unsafe info.retry_and_idle_policy = unsafe memory.noIdlePolicy()
        let isSecure = configuration.tls != nil || configuration.isBehindTLSProxy
        unsafe info.headers = unsafe memory.headers(configuration.securityHeaders.headers(isSecure: isSecure))
        unsafe memory.loops.initialize(to: UnsafeMutableRawPointer(loop.pointer))
        unsafe info.foreign_loops = memory.loops

        guard let context = unsafe lws_create_context(&info) else {
            let reason = LWSLog.shared.lastLine
            throw reason.contains("evlib") || reason.contains("plugin") || reason.contains("event lib")
                ? .eventLoopPluginMissing : .cannotStart(reason)
        }
        unsafe info.options =
            configuration.tls == nil ? clws_plain_options : clws_plain_options | clws_tls_options
        guard let host = unsafe lws_create_vhost(context, &info) else {
            unsafe lws_context_destroy(context)
            throw .cannotStart(LWSLog.shared.lastLine)
        }
        unsafe self.context = context
        unsafe self.host = host
        self.memory = memory
        self.loop = loop
        self.waker = waker
        unsafe waker.attach(context)
    }

    deinit { destroy() }

    /// Ends all connections; their callbacks come before this returns. (`lws_context_destroy`)
    func destroy() {
        guard let context = unsafe context else { return }
        waker.detach()
        unsafe self.context = nil
        unsafe lws_context_destroy(context)
    }

    /// Gives a connection to libwebsockets, which from then on owns the descriptor.
    /// - Parameter peer: retained here, released by `LWS_CALLBACK_WSI_DESTROY`.
    ///   It is given its socket before the first callback.
    /// - Parameter head: what libwebsockets is to take for the first that was read; it comes to its callbacks
    ///   before this returns.
    /// - Returns: false if there is no connection, or none any more.
    func adopt(_ descriptor: Int32, for peer: Peer, head: [UInt8]? = nil) -> Bool {
        let retained = unsafe Unmanaged.passRetained(peer)
        unsafe owner.arriving = retained
        let wsi =
            if let head {
                unsafe lws_adopt_socket_vhost_readbuf(host, descriptor, head, head.count)
            } else {
                unsafe clws_adopt(host, descriptor, nil)
            }
        let isAdopted = unsafe owner.arriving == nil
        unsafe owner.arriving = nil
        // Refused before there was anything to destroy.
        if !isAdopted { unsafe retained.release() }
        return unsafe wsi != nil
    }

    /// Has `beat` called each second, by libwebsockets' own timer: when it beats, libwebsockets works too. It
    /// also keeps that timer short; 4.1.6 with libev does not bring forward a wake-up that is already set for
    /// later.
    func startBeating() {
        guard let context = unsafe context else { return }
        unsafe memory.beat.pointee.owner = unsafe Unmanaged.passUnretained(owner).toOpaque()
        unsafe lws_sul_schedule(context, 0, &memory.beat.pointee.entry, beatCallback, 1_000_000)
        // The first turn arms the timer.
        waker.wake()
    }

    fileprivate func beat() {
        guard let context = unsafe context else { return }
        unsafe lws_sul_schedule(context, 0, &memory.beat.pointee.entry, beatCallback, 1_000_000)
        unsafe owner.engine?.takeUnretainedValue().beat()
    }
}

private func beatCallback(_ entry: UnsafeMutablePointer<lws_sorted_usec_list>?) {
    guard let entry = unsafe entry else { return }
    let beat = unsafe UnsafeMutableRawPointer(entry).assumingMemoryBound(to: clws_beat.self)
    guard let data = unsafe beat.pointee.owner else { return }
    let owner = unsafe Unmanaged<LWSOwner>.fromOpaque(data).takeUnretainedValue()
    unsafe owner.engine?.takeUnretainedValue().context.beat()
}
