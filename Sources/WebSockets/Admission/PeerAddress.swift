import Glibc

/// Where a connection comes from.
struct PeerAddress: Equatable {
    /// Four bytes or sixteen; an IPv4 address that came through an IPv6 socket has four. Empty: unknown.
    let bytes: [UInt8]
    /// Numeric.
    let text: String
    /// What counts as one peer: the address or, as everybody has many of IPv6, its /64.
    let group: String

    init(_ storage: sockaddr_storage) {
        switch Int32(storage.ss_family) {
        case AF_INET: self.init(bytes: unsafe withUnsafeBytes(of: storage) { unsafe Array($0[4..<8]) })
        case AF_INET6: self.init(bytes: unsafe withUnsafeBytes(of: storage) { unsafe Array($0[8..<24]) })
        default: self.init(bytes: [])
        }
    }

    /// nil: no numeric address. Brackets, a port and a zone are left out, as proxies write them (RFC 7239 §6).
    init?(text: some StringProtocol) {
        var text = Substring(text)
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            text = text[..<end].dropFirst()
        } else if text.filter({ $0 == ":" }).count == 1, let colon = text.firstIndex(of: ":") {
            text = text[..<colon]
        }
        if let zone = text.firstIndex(of: "%") { text = text[..<zone] }
        let family = text.contains(":") ? AF_INET6 : AF_INET
        var bytes = [UInt8](repeating: 0, count: family == AF_INET6 ? 16 : 4)
        guard text.utf8.count <= 45, unsafe inet_pton(family, String(text), &bytes) == 1 else { return nil }
        self.init(bytes: bytes)
    }

    private init(bytes whole: [UInt8]) {
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]
        bytes = whole.count == 16 && whole.starts(with: mapped) ? Array(whole[12...]) : whole
        switch bytes.count {
        case 4:
            text = bytes.map(String.init).joined(separator: ".")
            group = text
        case 16:
            text = Self.text(bytes)
            group = Self.text(Array(bytes[..<8]) + [UInt8](repeating: 0, count: 8))
        default:
            text = "unknown"
            group = text
        }
    }

    var isLoopback: Bool {
        bytes.count == 4 ? bytes[0] == 127 : bytes == [UInt8](repeating: 0, count: 15) + [1]
    }

    private static func text(_ bytes: [UInt8]) -> String {
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard unsafe inet_ntop(AF_INET6, bytes, &buffer, socklen_t(buffer.count)) != nil else {
            return "unknown"
        }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
