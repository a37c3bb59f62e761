/// FNV-1a with 64 bits: the same on every machine and in every process, unlike `Hasher`.
struct Hash: Equatable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = Hash()
        for byte in bytes { hash.add(byte) }
        return hash.value
    }

    static func of(_ text: String) -> UInt64 { of(text.utf8) }
}
