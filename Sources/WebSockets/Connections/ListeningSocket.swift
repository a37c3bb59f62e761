import Glibc

/// A socket that listens exactly where it was told to, or an error that says why not.
final class ListeningSocket {
    let descriptor: Int32
    /// The real one, if 0 was asked for.
    let port: Int
    let isLoopback: Bool

    init(address: String, port: Int, shared: Bool) throws(LoopError) {
        let numeric = address == "localhost" ? "127.0.0.1" : address
        var wanted = try Self.parse(numeric, port: port)
        let family = Int32(wanted.ss_family)
        let length = socklen_t(
            family == AF_INET ? MemoryLayout<sockaddr_in>.size : MemoryLayout<sockaddr_in6>.size)
        // Closed on exec, non-blocking.
        let descriptor = socket(family, Int32(SOCK_STREAM.rawValue) | 0o2004000, 0)
        guard descriptor >= 0 else { throw .cannotListen(errno: errno) }
        Self.set(descriptor, SOL_SOCKET, SO_REUSEADDR, 1)
        if shared { Self.set(descriptor, SOL_SOCKET, SO_REUSEPORT, 1) }
        if family == AF_INET6 {
            Self.set(descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY, numeric == "::" ? 0 : 1)
        }

        let bound = unsafe withUnsafePointer(to: &wanted) {
            unsafe bind(descriptor, UnsafeRawPointer($0).assumingMemoryBound(to: sockaddr.self), length)
        }
        guard bound == 0, listen(descriptor, 4096) == 0 else {
            let reason = errno
            _ = Glibc.close(descriptor)
            switch reason {
            case EADDRINUSE: throw .portTaken(address: address, port: port)
            case EADDRNOTAVAIL: throw .addressUnavailable(address)
            case EACCES, EPERM: throw .notPermitted(port: port)
            default: throw .cannotListen(errno: reason)
            }
        }

        // What matters is where the socket listens, not what was asked for.
        let real = Self.name(of: descriptor)
        let (realAddress, realPort) = (PeerAddress(real), Self.port(of: real))
        self.descriptor = descriptor
        self.port = realPort
        isLoopback = realAddress.isLoopback
        guard realAddress == PeerAddress(wanted), port == 0 || port == realPort else {
            _ = Glibc.close(descriptor)
            throw .listensElsewhere(realAddress.text)
        }
    }

    func close() { _ = Glibc.close(descriptor) }

    /// The next connection, closed on exec and without Nagle's delay; nil: none waits.
    func accept() -> (descriptor: Int32, address: PeerAddress)? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        while true {
            let accepted = unsafe withUnsafeMutablePointer(to: &storage) {
                unsafe Glibc.accept(
                    descriptor, UnsafeMutableRawPointer($0).assumingMemoryBound(to: sockaddr.self), &length)
            }
            if accepted >= 0 {
                _ = fcntl(accepted, F_SETFD, FD_CLOEXEC)
                Self.set(accepted, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
                return (accepted, PeerAddress(storage))
            }
            // A client that has gone already is not a reason to stop.
            guard errno == ECONNABORTED || errno == EINTR else { return nil }
        }
    }

    /// Ends a connection that has just come.
    static func refuse(_ descriptor: Int32) { _ = Glibc.close(descriptor) }

    private static func parse(_ address: String, port: Int) throws(LoopError) -> sockaddr_storage {
        guard let number = UInt16(exactly: port) else { throw .invalidAddress("\(address):\(port)") }
        var storage = sockaddr_storage()
        let family = address.contains(":") ? AF_INET6 : AF_INET
        let parsed = unsafe withUnsafeMutableBytes(of: &storage) { bytes in
            unsafe bytes.storeBytes(of: sa_family_t(family), as: sa_family_t.self)
            unsafe bytes.storeBytes(of: number.bigEndian, toByteOffset: 2, as: UInt16.self)
            guard let start = bytes.baseAddress else { return Int32(0) }
            return unsafe inet_pton(family, address, start + (family == AF_INET ? 4 : 8))
        }
        guard parsed == 1 else { throw .invalidAddress(address) }
        return storage
    }

    private static func name(of descriptor: Int32) -> sockaddr_storage {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        _ = unsafe withUnsafeMutablePointer(to: &storage) {
            unsafe getsockname(
                descriptor, UnsafeMutableRawPointer($0).assumingMemoryBound(to: sockaddr.self), &length)
        }
        return storage
    }

    private static func port(of storage: sockaddr_storage) -> Int {
        unsafe withUnsafeBytes(of: storage) {
            Int(UInt16(bigEndian: unsafe $0.load(fromByteOffset: 2, as: UInt16.self)))
        }
    }

    private static func set(_ descriptor: Int32, _ level: Int32, _ option: Int32, _ value: Int32) {
        _ = unsafe withUnsafePointer(to: value) {
            unsafe setsockopt(descriptor, level, option, $0, socklen_t(MemoryLayout<Int32>.size))
        }
    }
}
