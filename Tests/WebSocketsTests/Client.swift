import Glibc
import Testing

/// A plain blocking socket that says exactly what a test wants said. What does not come within ten seconds
/// fails.
final class Client {
    struct Frame: Equatable {
        var opcode: UInt8
        var payload: [UInt8]
        var isFinal = true

        static func text(_ text: String) -> Frame { Frame(opcode: 1, payload: Array(text.utf8)) }
        static func close(_ code: UInt16, _ reason: String = "") -> Frame {
            Frame(opcode: 8, payload: [UInt8(code >> 8), UInt8(code & 0xff)] + Array(reason.utf8))
        }
    }

    struct Broken: Error { var reason: String }

    let descriptor: Int32
    let port: Int
    var unread: [UInt8] = []

    init(_ port: Int, receiveBuffer: Int32? = nil) throws {
        self.port = port
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var timeout = timeval(tv_sec: 10, tv_usec: 0)
        _ = unsafe setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        _ = unsafe setsockopt(
            descriptor, SOL_SOCKET, SO_SNDTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        if var size = receiveBuffer {
            _ = unsafe setsockopt(
                descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let connected = unsafe withUnsafePointer(to: &address) {
            unsafe connect(
                descriptor, UnsafeRawPointer($0).assumingMemoryBound(to: sockaddr.self),
                socklen_t(MemoryLayout<sockaddr_in>.size))
        }
        guard connected == 0 else { throw Broken(reason: "connect: errno \(errno)") }
    }

    deinit { hangUp() }

    private var isOpen = true

    func hangUp() {
        guard isOpen else { return }
        isOpen = false
        close(descriptor)
    }

    /// Ends the connection with a reset, as a machine that crashes would.
    func reset() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        _ = unsafe setsockopt(
            descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
        hangUp()
    }

    /// False when the server has gone.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// nil at the end of the connection, be it orderly or not.
    func byte() throws -> UInt8? {
        if unread.isEmpty {
            var buffer = [UInt8](repeating: 0, count: 65536)
            let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
            if count < 0, errno == EAGAIN { throw Broken(reason: "nothing came") }
            guard count > 0 else { return nil }
            unread = Array(buffer[..<count].reversed())
        }
        return unread.popLast()
    }

    func bytes(_ count: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            guard let byte = try byte() else {
                throw Broken(reason: "ended after \(bytes.count) of \(count)")
            }
            bytes.append(byte)
        }
        return bytes
    }

    /// Whatever comes until the end.
    func rest() throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let byte = try byte() { bytes.append(byte) }
        return bytes
    }
}
