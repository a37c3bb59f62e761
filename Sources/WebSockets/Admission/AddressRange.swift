/// An address, or all that begin with the same bits: `127.0.0.1`, `10.0.0.0/8`, `fd00::/8`.
public struct AddressRange: Sendable, Hashable, CustomStringConvertible {
    private let bytes: [UInt8]
    private let bits: Int
    public let description: String

    /// This machine, by both of its names.
    public static let thisMachine = ["127.0.0.0/8", "::1"].compactMap { AddressRange($0) }

    /// nil: neither a numeric address nor one with a length behind it.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = PeerAddress(text: parts[0]), !address.bytes.isEmpty, address.text != "unknown",
            !parts[0].contains("["), !(parts[0].contains(".") && parts[0].contains(":"))
        else { return nil }
        bytes = address.bytes
        if parts.count == 1 {
            bits = bytes.count * 8
        } else {
            guard parts[1].utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let length = Int(parts[1]),
                length <= bytes.count * 8
            else { return nil }
            bits = length
        }
        description = text
    }

    /// Every address there is.
    public var holdsAll: Bool { bits == 0 }

    func contains(_ address: PeerAddress) -> Bool {
        guard address.bytes.count == bytes.count else { return false }
        return bytes.indices.allSatisfy { index in
            let counting = min(max(bits - index * 8, 0), 8)
            return (bytes[index] ^ address.bytes[index]) >> (8 - counting) == 0
        }
    }
}
