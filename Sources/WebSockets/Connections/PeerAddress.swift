import Glibc

/// Where a connection comes from.
struct PeerAddress: Equatable {
    /// Numeric; an IPv4 address that came through an IPv6 socket is written as IPv4.
    let text: String
    /// What counts as one peer: the address or, as everybody has many of IPv6, its /64.
    let group: String
    let isLoopback: Bool

    init(_ storage: sockaddr_storage) {
        var bytes: [UInt8] = []
        if storage.ss_family == sa_family_t(AF_INET) {
            bytes = unsafe withUnsafeBytes(of: storage) { unsafe Array($0[4..<8]) }
        } else if storage.ss_family == sa_family_t(AF_INET6) {
            bytes = unsafe withUnsafeBytes(of: storage) { unsafe Array($0[8..<24]) }
            let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]
            if bytes.starts(with: mapped) { bytes.removeFirst(12) }
        }
        switch bytes.count {
        case 4:
            text = bytes.map(String.init).joined(separator: ".")
            group = text
            isLoopback = bytes[0] == 127
        case 16:
            text = Self.text(bytes)
            group = Self.text(Array(bytes[..<8]) + [UInt8](repeating: 0, count: 8))
            isLoopback = bytes == [UInt8](repeating: 0, count: 15) + [1]
        default:
            text = "unknown"
            group = text
            isLoopback = false
        }
    }

    private static func text(_ bytes: [UInt8]) -> String {
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard unsafe inet_ntop(AF_INET6, bytes, &buffer, socklen_t(buffer.count)) != nil else {
            return "unknown"
        }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
