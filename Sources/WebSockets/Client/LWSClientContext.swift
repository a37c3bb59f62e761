import CLibWebSockets

/// A context with one virtual host and one connection: HTTP/1.1, no extensions, no proxy, no redirects.
/// (`lws_create_context`)
@safe final class LWSClientContext {
    private let memory = CMemory()
    private let context: OpaquePointer
    private let waker: Waker
    private let configuration: ClientConfiguration

    /// - Parameter engine: has to outlive the context.
    init(_ configuration: ClientConfiguration, for engine: ClientEngine, waker: Waker) throws(ClientEnd) {
        LWSLog.shared.installUnlessThereIsOne()
        if let path = configuration.certificateAuthority, !TLSAuthority.isUsable(path) {
            throw .unusableAuthority(path: path)
        }
        var info = unsafe lws_context_creation_info()
        unsafe info.port = clws_no_listener
        unsafe info.protocols = unsafe UnsafePointer(memory.clientProtocols(configuration.subprotocol))
        unsafe info.options = configuration.address.isSecure ? clws_tls_client_options : clws_client_options
        unsafe info.user = unsafe Unmanaged.passUnretained(engine).toOpaque()
        // A few: libwebsockets reserves room for as many as a process may have.
        unsafe info.fd_limit_per_thread = 16
        unsafe info.timeout_secs = configuration.connectSeconds
        unsafe info.connect_timeout_secs = configuration.connectSeconds
        unsafe info.pt_serv_buf_size = 32 * 1024
        unsafe info.alpn = unsafe memory.string("http/1.1")
        // Without it the environment's proxy would be asked, for this very machine too.
        unsafe info.http_proxy_address = unsafe memory.string(":0")
        unsafe info.client_ssl_ca_filepath = unsafe configuration.certificateAuthority.flatMap(memory.string)
        unsafe info.retry_and_idle_policy = unsafe memory.idlePolicy(
            ping: configuration.pingSeconds, hangUp: configuration.hangUpSeconds)
        guard let context = unsafe lws_create_context(&info) else {
            throw .cannotStart(LWSLog.shared.lastLine)
        }
        unsafe self.context = context
        self.waker = waker
        self.configuration = configuration
        unsafe waker.attach(context)
    }

    deinit {
        waker.detach()
        unsafe lws_context_destroy(context)
    }

    /// False if there will be none. (`lws_client_connect_via_info`)
    func connect() -> Bool {
        var info = unsafe lws_client_connect_info()
        unsafe info.context = unsafe context
        unsafe info.port = CInt(configuration.address.port)
        unsafe info.address = unsafe memory.string(configuration.address.host)
        unsafe info.path = unsafe memory.string(configuration.address.path)
        unsafe info.host = unsafe memory.string(configuration.address.authority)
        unsafe info.protocol = unsafe memory.string(configuration.subprotocol)
        unsafe info.alpn = unsafe memory.string("http/1.1")
        unsafe info.ssl_connection = clws_client_flags(configuration.address.isSecure ? 1 : 0)
        unsafe info.ietf_version_or_minus_one = -1
        unsafe info.retry_and_idle_policy = unsafe memory.idlePolicy(
            ping: configuration.pingSeconds, hangUp: configuration.hangUpSeconds)
        return unsafe lws_client_connect_via_info(&info) != nil
    }

    /// Has the engine's `beat` called each second. (`lws_sul_schedule`)
    func startBeating() {
        unsafe memory.beat.pointee.owner = unsafe lws_context_user(context)
        unsafe lws_sul_schedule(context, 0, &memory.beat.pointee.entry, beatCallback, 1_000_000)
    }

    /// Waits for something to happen and deals with it. (`lws_service`)
    func turn() -> Bool { unsafe lws_service(context, 0) >= 0 }
}

private func beatCallback(_ entry: UnsafeMutablePointer<lws_sorted_usec_list>?) {
    guard let entry = unsafe entry else { return }
    let beat = unsafe UnsafeMutableRawPointer(entry).assumingMemoryBound(to: clws_beat.self)
    guard let data = unsafe beat.pointee.owner else { return }
    let engine = unsafe Unmanaged<ClientEngine>.fromOpaque(data).takeUnretainedValue()
    engine.context?.startBeating()
    engine.beat()
}

/// Files of certificates to trust.
enum TLSAuthority {
    /// Whether the file can be read: libwebsockets only logs that it cannot. (`SSL_CTX_load_verify_file`)
    static func isUsable(_ path: String) -> Bool {
        guard let context = unsafe SSL_CTX_new(TLS_client_method()) else { return false }
        defer {
            unsafe SSL_CTX_free(context)
            ERR_clear_error()
        }
        return unsafe SSL_CTX_load_verify_file(context, path) == 1
    }
}
