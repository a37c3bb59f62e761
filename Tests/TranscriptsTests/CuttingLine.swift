import Glibc
import Synchronization

@testable import Transcripts

/// A way to a PostgreSQL server that breaks when it is told to: a socket in a folder of its own.
final class CuttingLine: Sendable {
    enum Cut: Sendable, CaseIterable {
        /// The server never hears of it.
        case before
        /// The server does it, and its answer is lost.
        case after
        /// The server does it, and its answer never comes, while the line stays open.
        case silent
    }

    /// A cut, once, where somebody sends this text.
    private let armed = Mutex<(text: [UInt8], cut: Cut)?>(nil)
    private let place: TemporaryFolder
    private let server: String
    private let listener: CInt

    var folder: String { place.path }
    /// Whether it was cut as it was told.
    var isCut: Bool { armed.withLock { $0 == nil } }

    init(to server: String) throws {
        self.server = server
        place = try TemporaryFolder()
        listener = Glibc.socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
        let path = place.path + "/.s.PGSQL.5432"
        let isBound = unsafe Self.withAddress(path) { unsafe bind(listener, $0, $1) }
        guard isBound == 0, listen(listener, 16) == 0 else { throw StoreError.unavailable(code: "\(errno)") }
        _ = WorkerThread(name: "line") { [listener, weak self] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0, let self else { break }
                _ = WorkerThread(name: "line") { self.carry(client) }
            }
        }
    }

    deinit {
        shutdown(listener, CInt(SHUT_RDWR))
        close(listener)
    }

    func cut(_ cut: Cut, at text: String) {
        armed.withLock { $0 = (Array(text.utf8), cut) }
    }

    private func carry(_ client: CInt) {
        let upstream = Glibc.socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
        defer { for line in [client, upstream] { close(line) } }
        guard unsafe Self.withAddress(server, { unsafe connect(upstream, $0, $1) }) == 0 else { return }
        var isSilent = false
        while true {
            var lines = [client, upstream].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            guard unsafe poll(&lines, 2, -1) > 0 else { return }
            if lines[0].revents != 0 {
                guard let bytes = Self.read(client) else { return }
                let cut = taken(by: bytes)
                if cut == .before { return }
                Self.write(bytes, to: upstream)
                if cut == .after {
                    Self.waitForCommit(upstream)
                    return
                }
                if cut == .silent { isSilent = true }
            }
            if lines[1].revents != 0 {
                guard let bytes = Self.read(upstream) else { return }
                if !isSilent { Self.write(bytes, to: client) }
            }
        }
    }

    private func taken(by bytes: [UInt8]) -> Cut? {
        armed.withLock { armed in
            guard let wanted = armed,
                String(decoding: bytes, as: UTF8.self).contains(
                    String(decoding: wanted.text, as: UTF8.self))
            else { return nil }
            armed = nil
            return wanted.cut
        }
    }

    private static func waitForCommit(_ upstream: CInt) {
        var said = ""
        while !said.contains("COMMIT"), let bytes = read(upstream) {
            said += String(decoding: bytes, as: UTF8.self)
        }
    }

    private static func read(_ line: CInt) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = unsafe bytes.withUnsafeMutableBytes { unsafe Glibc.read(line, $0.baseAddress, $0.count) }
        return count > 0 ? Array(bytes[..<count]) : nil
    }

    private static func write(_ bytes: [UInt8], to line: CInt) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe send(line, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    private static func withAddress<Value>(
        _ path: String, _ work: (UnsafePointer<sockaddr>, socklen_t) -> Value
    ) -> Value {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: Array(path.utf8)) }
        return unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe work($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
