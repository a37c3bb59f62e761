import Glibc

/// Tells systemd how we are, if it started us (sd_notify(3)): one datagram to the socket it named.
struct ServiceManager: Sendable {
    private let address: String?
    /// How often systemd wants to hear from us, in seconds; `nil` where it does not watch.
    let watchdogInterval: Double?

    init(environment: [String: String]) {
        address = environment["NOTIFY_SOCKET"]
        watchdogInterval = environment["WATCHDOG_USEC"].flatMap(Double.init).map { $0 / 1_000_000 / 2 }
    }

    func ready(status: String) { send("READY=1\nSTATUS=\(status)") }
    func reloading() { send("STATUS=reloading") }
    func beat() { send("WATCHDOG=1") }
    func stopping() { send("STOPPING=1") }

    private func send(_ state: String) {
        guard let address, address.hasPrefix("/") || address.hasPrefix("@") else { return }
        var socketAddress = sockaddr_un()
        socketAddress.sun_family = sa_family_t(AF_UNIX)
        var path = Array(address.utf8)
        // A leading @ names an abstract socket, which the kernel writes as a zero byte.
        if path[0] == UInt8(ascii: "@") { path[0] = 0 }
        guard path.count < MemoryLayout.size(ofValue: socketAddress.sun_path) else { return }
        unsafe withUnsafeMutableBytes(of: &socketAddress.sun_path) { unsafe $0.copyBytes(from: path) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + path.count)
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let bytes = Array(state.utf8)
        unsafe withUnsafePointer(to: &socketAddress) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = unsafe sendto(descriptor, bytes, bytes.count, 0, $0, length)
            }
        }
    }
}
