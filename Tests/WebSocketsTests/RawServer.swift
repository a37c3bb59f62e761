import Foundation
import Glibc

/// Accepts one connection, reads what comes first, and says whatever a test wants said: servers that get it wrong.
final class RawServer: Sendable {
    let port: Int
    private let listener: Int32

    init(_ answer: @escaping @Sendable (_ connection: Int32, _ request: String) -> Void) {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let (descriptor, size) = (listener, length)
        unsafe withUnsafeMutableBytes(of: &address) { bytes in
            let pointer = unsafe bytes.assumingMemoryBound(to: sockaddr.self).baseAddress
            unsafe bind(descriptor, pointer, size)
            listen(descriptor, 8)
            unsafe getsockname(descriptor, pointer, &length)
        }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread {
            let connection = accept(descriptor, nil, nil)
            guard connection >= 0 else { return }
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = unsafe read(connection, &buffer, buffer.count)
            answer(connection, String(decoding: buffer.prefix(max(0, count)), as: UTF8.self))
            close(connection)
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    static func answering(_ text: String) -> RawServer {
        RawServer { connection, _ in say(Array(text.utf8), on: connection) }
    }

    /// Shakes hands as it should be, and goes on with bytes as they are.
    static func upgrading(headers: String = "", _ bytes: [UInt8]) -> RawServer {
        RawServer { connection, request in
            guard let key = request.firstMatch(of: /Sec-WebSocket-Key: (\S+)/)?.1 else { return }
            let digest = try? Tool.run(
                "openssl", ["dgst", "-sha1", "-binary"],
                input: Array("\(key)258EAFA5-E914-47DA-95CA-C5AB0DC85B11".utf8))
            let head = """
                HTTP/1.1 101 Switching Protocols\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Accept: \(Data(digest ?? []).base64EncodedString())\r
                \(headers)\r

                """
            say(Array(head.utf8) + bytes, on: connection)
        }
    }

    private static func say(_ bytes: [UInt8], on connection: Int32) {
        _ = unsafe write(connection, bytes, bytes.count)
        // Whoever listens may say something first, and closing on it would throw away what we said.
        shutdown(connection, Int32(SHUT_WR))
        var rest = [UInt8](repeating: 0, count: 1024)
        while unsafe read(connection, &rest, rest.count) > 0 {}
    }
}
